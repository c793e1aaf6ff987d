import { z } from 'zod';

/**
 * How long an answer on a person's file may be taken over into a new request without being asked again
 * (policy P6): for good, until the day that it names has passed, or so many days after it was said.
 */
export const Keeps = z.union([
  z.literal('always'),
  z.literal('untilItsDay'),
  z.int().min(1).max(36_500),
]);
export type Keeps = z.infer<typeof Keeps>;

/** A field's path without row ids: `mobile`, `family/name`. */
const FieldPath = z
  .string()
  .max(120)
  .regex(/^[A-Za-z][A-Za-z0-9]*(\/[A-Za-z][A-Za-z0-9]*)?$/);

/** What of a file is taken over; a field that is not named here is asked anew in every request. */
export const KnownRulesSource = z
  .strictObject({
    id: z.literal('known-answers'),
    version: z.int().min(1),
    fields: z.array(z.strictObject({ keeps: Keeps, paths: z.array(FieldPath).min(1) })).min(1),
  })
  .refine(({ fields }) => {
    const paths = fields.flatMap((group) => group.paths);
    return new Set(paths).size === paths.length;
  }, 'a field is named twice');

export interface KnownRules {
  readonly id: string;
  readonly version: number;
  /** By path without row ids. */
  readonly keeps: ReadonlyMap<string, Keeps>;
}

/** Reads the delivered rules; throws `ZodError` when they are not such. */
export function parseKnownRules(source: unknown): KnownRules {
  const { id, version, fields } = KnownRulesSource.parse(source);
  return {
    id,
    version,
    keeps: new Map(fields.flatMap(({ keeps, paths }) => paths.map((path) => [path, keeps]))),
  };
}
