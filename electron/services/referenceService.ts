import { countUnreadablePublications, listPublishedVersions } from '#db/desk/publishedReference.ts';
import type { VersionsInForce } from '#shared/contracts/reference.ts';
import { PublishedKind } from '#shared/domain/publication/publishedDocument.ts';
import type { OpenDesk } from './openDesk.ts';

/** The versions in force here: with which a new case begins, and the library that is read, each with who published it, when and why. */
export function versionsInForce({ store, reference }: OpenDesk): VersionsInForce {
  const published = listPublishedVersions(store.reader);
  return {
    kinds: PublishedKind.options.map((kind) => {
      const { version } =
        kind === 'settings' || kind === 'library' ? reference[kind] : reference.inForce[kind];
      const found = published.find((each) => each.kind === kind && each.version === version);
      return {
        kind,
        version,
        published: found
          ? { at: found.publishedAt, by: found.publishedBy, reason: found.reason }
          : null,
      };
    }),
    unreadable: countUnreadablePublications(store.reader),
  };
}
