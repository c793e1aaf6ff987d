import { z } from 'zod';

/** One stroke of the pen: points as fractions of the pad's width and height, 0..1, four decimals. */
export const Stroke = z
  .array(z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]))
  .min(1)
  .max(5000);
export type Stroke = z.infer<typeof Stroke>;

/** The drawn mark. Neither timing nor pressure is kept (policy, section 6). */
export const DrawnMark = z.strictObject({
  strokes: z.array(Stroke).min(1).max(400),
  /** Width divided by height of the pad on which it was drawn. */
  aspect: z.number().min(0.1).max(10),
});
export type DrawnMark = z.infer<typeof DrawnMark>;
