import { z } from 'zod';

/** `D1`, or `D6/rowId` for a document that belongs to one row of the family. */
export const DocumentKey = z
  .string()
  .max(60)
  .regex(/^D\d{1,2}(\/[A-Za-z0-9-]+)?$/);
export type DocumentKey = z.infer<typeof DocumentKey>;

/** `M1@D1`, or `M9@D5/rowId`: a row of the matrix, read on one document, about one subject. */
export const MatrixRowKey = z
  .string()
  .max(120)
  .regex(/^M\d{1,2}[a-z]*@D\d{1,2}(\/[A-Za-z0-9-]+)*$/);
export type MatrixRowKey = z.infer<typeof MatrixRowKey>;
