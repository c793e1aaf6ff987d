import { z } from 'zod';
import { PageName, PagesRead } from '#shared/domain/library/library.ts';
import { permitted } from './base.ts';

const reading = z.strictObject({
  /** What the person at the desk has read, each page with its version. */
  pages: PagesRead,
  /** Pages that headquarters added since the person is here, and that they have not opened. */
  added: z.array(PageName),
});

const words = z.strictObject({ ar: z.string(), en: z.string() });

/** A paragraph that is not what it was when the person read the page before. */
const PageChange = z.strictObject({
  kind: z.enum(['added', 'removed', 'changed']),
  /** Null for what was not there before. */
  before: words.nullable(),
  /** Null for what was taken out. */
  after: words.nullable(),
});
export type PageChange = z.infer<typeof PageChange>;

export const libraryContract = {
  read: permitted('desk.use').output(reading),
  /** Refuses with `inputInvalid` a page that the library in force does not have. */
  markRead: permitted('desk.use')
    .input(z.strictObject({ page: z.string().max(60) }))
    .output(reading),
  /**
   * What a page says otherwise than when the person read it before this version of it; empty for one
   * that they never read before, or read in a version that is not here.
   */
  changes: permitted('desk.use')
    .input(z.strictObject({ page: z.string().max(60) }))
    .output(z.strictObject({ changes: z.array(PageChange) })),
};
