import { z } from 'zod';
import { parseDocumentRules } from '../documents/documentRules.ts';
import { parseLibrary } from '../library/library.ts';
import { parseMatchingRules } from '../matching/matchingRules.ts';
import { parseQuestionnaire } from '../questionnaire/parseQuestionnaire.ts';
import { Settings } from '../settings/settings.ts';
import type { VersionedName } from '../versionedName.ts';

/** What headquarters can replace without a new program. */
export const PublishedKind = z.enum([
  'questionnaire',
  'documentRules',
  'matchingRules',
  'settings',
  'library',
]);
export type PublishedKind = z.infer<typeof PublishedKind>;

/** A version as it goes to the branches. A laptop that does not know the format keeps it aside. */
export const PublishedDocument = z.strictObject({
  format: z.literal(1),
  kind: PublishedKind,
  id: z.string().min(1).max(80),
  version: z.int().min(1).max(1_000_000),
  /** As its author wrote it; parsed by the domain's own parser wherever it is used. */
  source: z.record(z.string(), z.unknown()),
});
export type PublishedDocument = z.infer<typeof PublishedDocument>;

export const PUBLICATION_EVENT_PAYLOADS = {
  /** From here on new cases begin with it, and it is read; open cases keep what they began with. */
  referencePublished: z.strictObject({
    document: PublishedDocument,
    reason: z.string().trim().min(1).max(500),
  }),
} as const;

const VERSION_OF: Readonly<Record<PublishedKind, (source: unknown) => VersionedName>> = {
  questionnaire: (source) => parseQuestionnaire(source),
  documentRules: (source) => parseDocumentRules(source).version,
  matchingRules: (source) => parseMatchingRules(source).version,
  settings: (source) => Settings.parse(source),
  library: parseLibrary,
};

/**
 * The name and version that a source gives itself, once all of it is read.
 * @throws ZodError, QuestionnaireError or Error when it is not what it is said to be
 */
export function versionInside(kind: PublishedKind, source: unknown): VersionedName {
  const { id, version } = VERSION_OF[kind](source);
  return { id, version };
}

/** Whether this program can read all of it, and it is the version that it is said to be. */
export function isWholeDocument({ kind, id, version, source }: PublishedDocument): boolean {
  try {
    const inside = versionInside(kind, source);
    return inside.id === id && inside.version === version;
  } catch {
    // Whatever is the matter with it, it cannot be taken in force here.
    return false;
  }
}
