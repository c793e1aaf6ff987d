import { z } from 'zod';
import { VersionedName } from '#shared/domain/case/caseEvent.ts';
import { Instant } from '#shared/domain/identity.ts';
import { PublishedKind } from '#shared/domain/publication/publishedDocument.ts';
import { permitted } from './base.ts';

/**
 * The data in force that headquarters may replace: each is parsed by its own domain parser, on the
 * desk and again in the renderer, from these same rows.
 */
export const ReferenceBundle = z.strictObject({
  /** Keyed `id@version`. */
  questionnaires: z.record(z.string(), z.unknown()),
  documentRules: z.record(z.string(), z.unknown()),
  matchingRules: z.record(z.string(), z.unknown()),
  /** The versions with which a case begins that is opened now, and the library that is read now. */
  inForce: z.strictObject({
    questionnaire: VersionedName,
    documentRules: VersionedName,
    matchingRules: VersionedName,
    library: VersionedName,
  }),
  /** The questions before a visit: `resources/documents/bring-list`. */
  bringList: z.unknown(),
  /** Privacy notice, services, declaration, two-week statement: `resources/texts`. */
  texts: z.unknown(),
  /** The four tools of the employee, and questions with their answers: `resources/library`. */
  library: z.unknown(),
  /** Periods, days off, reasons: `resources/settings`. */
  settings: z.unknown(),
  association: z.unknown(),
});
export type ReferenceBundle = z.infer<typeof ReferenceBundle>;

/** What is in force here, and since when. */
export const VersionsInForce = z.strictObject({
  kinds: z.array(
    z.strictObject({
      kind: PublishedKind,
      version: z.int(),
      /** Null where it came with the program. */
      published: z
        .strictObject({ at: Instant, by: z.string().nullable(), reason: z.string() })
        .nullable(),
    }),
  ),
  /** Versions that headquarters has published and that this program cannot read. */
  unreadable: z.int(),
});
export type VersionsInForce = z.infer<typeof VersionsInForce>;

export const referenceContract = {
  bundle: permitted('desk.use').output(ReferenceBundle),
  versions: permitted('desk.use').output(VersionsInForce),
};
