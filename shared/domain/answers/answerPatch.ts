import { z } from 'zod';
import { Answer, AnswerPath, RowId } from './answer.ts';

/** `family`, or `supportItems/r2/previousHelp` for a repeat inside a row. */
export const RepeatPath = AnswerPath;
export type RepeatPath = z.infer<typeof RepeatPath>;

/**
 * One change of the answers. `base` names the event whose value it replaces (null for the first), so
 * that two people who changed the same field apart can be told from one who changed it twice.
 */
export const AnswerPatch = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.literal('set'),
    path: AnswerPath,
    /** null takes the answer away. */
    answer: Answer.nullable(),
    base: z.uuid().nullable(),
  }),
  z.strictObject({ op: z.literal('addRow'), repeat: RepeatPath, rowId: RowId }),
  z.strictObject({ op: z.literal('removeRow'), repeat: RepeatPath, rowId: RowId }),
]);
export type AnswerPatch = z.infer<typeof AnswerPatch>;
