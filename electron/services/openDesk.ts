import type { Device } from '#db/desk/device.ts';
import type { DeskStore } from '#db/desk/store.ts';
import type { KnownPeople } from '#electron/known/knownPeople.ts';
import type { MatchIndex } from '#electron/known/matchIndex.ts';
import type { ReferenceData } from '#ports/referenceData.ts';
import type { Person } from '#shared/contracts/session.ts';
import { isoDate, riyadhDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import type { Instant, IsoDay } from '#shared/domain/identity.ts';
import type { ScanUploads } from './scanUploads.ts';

/** A desk that is unlocked: its store, its laptop, and the person who sits at it. */
export interface OpenDesk {
  readonly store: DeskStore;
  readonly device: Device;
  readonly person: Person;
  /** The person's own signing key, raw Ed25519; in memory only while the desk is open. */
  readonly actorKey: Uint8Array;
  readonly reference: ReferenceData;
  readonly saved: SavedMarks;
  /** Scans that are being handed over and are no events yet. */
  readonly uploads: ScanUploads;
  /** The people of this desk, to be compared with who is spoken of. */
  readonly known: KnownPeople;
  /** The people of all branches, in codes. */
  readonly matchIndex: MatchIndex;
}

/** What the line of safety says of the last save. */
export interface SavedMarks {
  lastSavedAt: Instant | null;
  headNotRecorded: boolean;
}

/** The Asia/Riyadh civil day by the desk's clock. */
export function todayOf({ store }: OpenDesk): IsoDay {
  return isoDate(riyadhDayNumber(store.clock.now()));
}
