import type { HubDatabase } from '#db/hub/connection.ts';
import type { HubAuthor } from '#db/hub/hubEvents.ts';
import type { ReferenceData } from '#ports/referenceData.ts';
import type { PublishedDocument } from '#shared/domain/publication/publishedDocument.ts';
import type { CaseProjector } from './cases/caseProjector.ts';
import type { HubLog } from './host/log.ts';
import type { Importer } from './import/importer.ts';
import type { MatchIndexKeeper } from './matchIndex/keeper.ts';
import type { StickKeys } from './stickKeys.ts';

/** What every part of the hub works with: its database, its own journal, its signing key, its log. */
export interface HubContext extends HubAuthor {
  readonly db: HubDatabase;
  /** Raw Ed25519, 32 bytes each. */
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
  readonly log: HubLog;
  /** Invented people and cases only. */
  readonly training: boolean;
  /** Forms, rules and texts as they were published. */
  readonly reference: ReferenceData;
  /** From here on they count, here and in the checks. */
  readonly takePublished: (documents: readonly PublishedDocument[]) => void;
  readonly stickKeys: StickKeys;
  /** Absolute; where files that come on a stick are kept while they are read. */
  readonly dataFolder: string;
  /** Brings the rows of the cases on behind the journal. */
  readonly caseProjector: CaseProjector;
  /** Checks submitted cases, and imports what is clean. */
  readonly importer: Importer;
  /** Keeps what branches are warned by, offline, that a person may be known elsewhere. */
  readonly matchIndex: MatchIndexKeeper;
}

export function nowOf({ clock }: Pick<HubContext, 'clock'>): string {
  return new Date(clock.now()).toISOString();
}
