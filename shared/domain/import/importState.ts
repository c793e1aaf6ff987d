import { z } from 'zod';

/** Where a case stands between its submission and the registry, as lists of headquarters count it. */
export const ImportState = z.enum([
  /** A batch brought something of it, and it is not submitted yet. */
  'notSubmitted',
  /** Submitted, or changed since; its checks are still to be made. */
  'unchecked',
  'clean',
  'held',
  /** Held, and perhaps for nothing but another case of the same person. */
  'duplicate',
  /** Imported, and a laptop wrote into it afterwards. */
  'changed',
  'imported',
  'returned',
  'setAside',
  /** It only repeats another request of the same person, and goes no further. */
  'repeats',
]);
export type ImportState = z.infer<typeof ImportState>;
