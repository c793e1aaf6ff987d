import { z } from 'zod';
import { PagesRead } from '#shared/domain/library/library.ts';
import { permitted } from './base.ts';

export const libraryContract = {
  /** What the person at the desk has read, each page with its version. */
  read: permitted('desk.use').output(z.strictObject({ pages: PagesRead })),
  /** Refuses with `inputInvalid` a page that the library in force does not have. */
  markRead: permitted('desk.use')
    .input(z.strictObject({ page: z.string().max(60) }))
    .output(z.strictObject({ pages: PagesRead })),
};
