import type { ReferenceData } from '#ports/referenceData.ts';
import { latestPages } from '#shared/domain/library/library.ts';
import type { InForceBeside } from '#shared/domain/publication/checkDocument.ts';
import type { PublishedKind } from '#shared/domain/publication/publishedDocument.ts';
import { PublishedDocument } from '#shared/domain/publication/publishedDocument.ts';
import { versionKey } from '#shared/domain/texts/textLibrary.ts';
import type { VersionedName } from '#shared/domain/versionedName.ts';

/** What a document that is to come into force must fit. */
export function besideInForce(reference: ReferenceData): InForceBeside {
  return {
    ...reference.rulesOf(reference.inForce),
    settings: reference.settings,
    library: reference.library,
    latestPages: latestPages(reference.libraries),
    bringList: reference.bundle.bringList,
  };
}

export function nameInForce(reference: ReferenceData, kind: PublishedKind): VersionedName {
  if (kind !== 'settings' && kind !== 'library') return reference.inForce[kind];
  const { id, version } = reference[kind];
  return { id, version };
}

/** The source of a version; null where it is not at hand. */
export function sourceOf(
  reference: ReferenceData,
  kind: PublishedKind,
  name: VersionedName,
): PublishedDocument['source'] | null {
  const source = reference.sourcesOf(kind)[versionKey(name)];
  return source === undefined ? null : PublishedDocument.shape.source.parse(source);
}
