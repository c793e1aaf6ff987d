import { z } from 'zod';
import { Instant } from '#shared/domain/identity.ts';
import { LibraryChange } from '#shared/domain/library/libraryDraft.ts';
import { SourceChange } from '#shared/domain/publication/compareSources.ts';
import { DocumentFault } from '#shared/domain/publication/documentFault.ts';
import { PublishedKind } from '#shared/domain/publication/publishedDocument.ts';
import { hqPermitted } from './base.ts';

/** Bytes of a file that is handed in; a questionnaire as a workbook has about a hundred thousand. */
export const LARGEST_DOCUMENT = 1_300_000;

/** A version of one kind: what it is, who published it and why. */
export const ReferenceVersion = z.strictObject({
  version: z.int(),
  /** Null where it came with the program. */
  published: z.strictObject({ at: Instant, by: z.string(), reason: z.string() }).nullable(),
});
export type ReferenceVersion = z.infer<typeof ReferenceVersion>;

/** What somebody is about to publish: everything that is wrong with it, and everything that it changes. */
export const ReferenceDraft = z.strictObject({
  kind: PublishedKind,
  /** Null where it was typed here. */
  fileName: z.string().nullable(),
  savedAt: Instant,
  savedBy: z.string(),
  /** False for a file that could not be read at all: there is nothing in it to go on from. */
  isKept: z.boolean(),
  /** Its own number; null where that cannot be read. */
  version: z.int().nullable(),
  faults: z.array(DocumentFault),
  changes: z.array(SourceChange),
  /** All changes there are; `changes` holds the first of them. */
  changeCount: z.int(),
});
export type ReferenceDraft = z.infer<typeof ReferenceDraft>;

export const ReferenceKindState = z.strictObject({
  kind: PublishedKind,
  id: z.string(),
  /** The newest first; the first is in force. */
  versions: z.array(ReferenceVersion).min(1),
  draft: ReferenceDraft.nullable(),
});
export type ReferenceKindState = z.infer<typeof ReferenceKindState>;

const byKind = z.strictObject({ kind: PublishedKind });

const typedDraft = z.strictObject({
  inForce: z.record(z.string(), z.unknown()),
  /** Null where nobody changes what is in force. */
  draft: z.record(z.string(), z.unknown()).nullable(),
  state: ReferenceDraft.nullable(),
});

export const hqReferenceContract = {
  /** Periods, reasons, days off in force, for every screen: `Settings` parses it. */
  settings: hqPermitted('hq.use')
    .route({ method: 'GET', path: '/reference/settings' })
    .output(z.strictObject({ settings: z.record(z.string(), z.unknown()) })),
  overview: hqPermitted('reference.read')
    .route({ method: 'GET', path: '/reference' })
    .output(z.strictObject({ kinds: z.array(ReferenceKindState) })),
  /** The settings as they are being changed. */
  settingsDraft: hqPermitted('reference.read')
    .route({ method: 'GET', path: '/reference/settings/draft' })
    .output(typedDraft),
  /** The library as it is being written. */
  libraryDraft: hqPermitted('reference.read')
    .route({ method: 'GET', path: '/reference/library/draft' })
    .output(typedDraft),
  /** Keeps the settings as far as they are changed, faults and all; their number is given here. */
  saveSettings: hqPermitted('reference.publish')
    .route({ method: 'PUT', path: '/reference/settings/draft' })
    .input(z.strictObject({ settings: z.record(z.string(), z.unknown()) }))
    .output(ReferenceDraft),
  /** Keeps a page, or what else was done to the library, in its draft; numbers are given here. */
  changeLibrary: hqPermitted('reference.publish')
    .route({ method: 'POST', path: '/reference/library/draft' })
    .input(LibraryChange)
    .output(ReferenceDraft),
  /** A file, JSON as in `resources/` or for a questionnaire an XLSForm workbook, in base64url. */
  upload: hqPermitted('reference.publish')
    .route({ method: 'POST', path: '/reference/upload' })
    .input(
      z.strictObject({
        kind: PublishedKind,
        fileName: z.string().trim().min(1).max(200),
        data: z.base64url().max(Math.ceil((LARGEST_DOCUMENT * 4) / 3) + 4),
      }),
    )
    .output(ReferenceDraft),
  discard: hqPermitted('reference.publish')
    .route({ method: 'POST', path: '/reference/{kind}/discard' })
    .input(byKind)
    .output(z.strictObject({ kinds: z.array(ReferenceKindState) })),
  /** Puts into force what was looked at: the draft that was saved at this moment, and no other. */
  publish: hqPermitted('reference.publish')
    .route({ method: 'POST', path: '/reference/{kind}/publish' })
    .input(
      z.strictObject({
        kind: PublishedKind,
        savedAt: Instant,
        reason: z.string().trim().min(1).max(500),
      }),
    )
    .output(z.strictObject({ kinds: z.array(ReferenceKindState) })),
  /** A version as a file, to go on from: a questionnaire as a workbook, anything else as JSON. */
  download: hqPermitted('reference.read')
    .route({ method: 'GET', path: '/reference/{kind}/{version}' })
    .input(z.strictObject({ kind: PublishedKind, version: z.coerce.number().int().min(1) }))
    .output(z.strictObject({ fileName: z.string(), mediaType: z.string(), data: z.base64url() })),
};
