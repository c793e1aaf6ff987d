import { access, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readCopiedTables } from '#db/desk/copiedTables.ts';
import type { Device } from '#db/desk/device.ts';
import { type JournalTail, journalTail, readJournal } from '#db/desk/journal.ts';
import { schemaVersion } from '#db/desk/migrate.ts';
import { listDeskPeople } from '#db/desk/people.ts';
import type { DeskStore } from '#db/desk/store.ts';
import type { CopyProgress, MadeCopy } from '#shared/contracts/copies.ts';
import { Sha256Hex } from '#shared/domain/identity.ts';
import { verifyChain } from '#shared/protocol/chain.ts';
import {
  COPY_VERSION,
  type CopyContent,
  CopyHead,
  type CopySegment,
  type CopyTable,
} from '#shared/protocol/copy/copyManifest.ts';
import { assertSegmentsJoin, type CopyReading, checkPicture, checkSegment } from './checkCopy.ts';
import {
  copyFileBytes,
  copyNameOf,
  listCopyNames,
  openCopyContent,
  readCopyFile,
} from './copyFile.ts';
import { assertRoom, type CopyPlace, checkFolder, openPlace } from './copyFolder.ts';
import { CopyFailure } from './copyProblem.ts';
import { syncFolder, UNFINISHED, writeSynced } from './durableFiles.ts';
import { createPace, type Pace } from './pace.ts';
import { type CopiedPicture, copyPictures, pictureLines, readPictureLines } from './pictures.ts';
import { rotateCopies } from './rotateCopies.ts';
import { writeSegment } from './segments.ts';

export interface CopyOrder {
  readonly store: DeskStore;
  readonly device: Device;
  readonly profileFolder: string;
  /** As it was chosen. */
  readonly folder: string;
  /** The key file as it stands: its slots travel with the copy. */
  readonly keys: string;
  /** Whether every picture is read back, or those that are new and a seventh of the others. */
  readonly checksAll: boolean;
  /** False once the desk was locked. */
  readonly isOpen: () => boolean;
  readonly onProgress: (progress: CopyProgress) => void;
}

/** What a run carries along. */
interface Run extends CopyOrder {
  readonly place: CopyPlace;
  readonly pace: Pace;
  readonly reading: CopyReading;
}

/**
 * Makes a copy: what of the journal no segment holds yet, pictures that are new, and everything that
 * the journal cannot give back, as it stands at one moment. It counts as made only after all of it was
 * opened again and proved; until then, and whenever this ends, the copies before it are whole.
 * @throws CopyFailure, WorkStopped, or the file system's error
 */
export async function makeCopy(order: CopyOrder): Promise<MadeCopy> {
  const { store, device, profileFolder } = order;
  const chosen = await checkFolder(order.folder, profileFolder);
  const place = await openPlace(chosen, device);
  const pace = createPace(order.isOpen);
  const { copyCipher: cipher, crypto } = store;
  const reading = { place, cipher, crypto, pace };
  const run: Run = { ...order, place, pace, reading };
  await pace();
  await dropUnfinished(place);
  const known = await knownSegments(run);
  await pace();

  const moment = takeMoment(store);
  const fresh = moment.tail.position - (known.at(-1)?.last ?? 0);
  await assertRoom(place.folder, fresh * BYTES_PER_EVENT);
  const written = await writeSegments(run, known, moment.tail);
  const pictures = await copyPictures(store, place, pace, (done, total) =>
    order.onProgress({ stage: 'pictures', done, total }),
  );
  const head = headOf(run, moment);
  const content: CopyContent = {
    segments: [...written.segments],
    tables: [...moment.tables],
    people: listDeskPeople(store.reader).map(({ actorId, displayName }) => ({
      actorId,
      displayName,
    })),
    pictures: pictureLines(pictures.all),
    counts: {
      events: moment.tail.position,
      cases: written.segments.reduce((sum, { opened }) => sum + opened, 0),
      drafts: moment.drafts,
      pictures: pictures.all.length,
    },
  };
  const name = copyNameOf(head.madeAt);
  await pace();
  const bytes = await copyFileBytes(cipher, crypto, head, content);
  await writeSynced(join(place.folder, name + UNFINISHED), bytes);
  await check(run, name + UNFINISHED, { fresh: written.fresh, pictures });
  await rename(join(place.folder, name + UNFINISHED), join(place.folder, name));
  await syncFolder(place.folder);
  const kept = await rotateCopies(store, reading, pictures.all);
  return { madeAt: head.madeAt, ...content.counts, kept };
}

/** Everything that must be of one moment, read at once. */
interface Moment {
  readonly tail: JournalTail;
  readonly tables: readonly CopyTable[];
  readonly drafts: number;
  readonly at: string;
  readonly version: number;
}

/** Packed, and with something to spare. */
const BYTES_PER_EVENT = 1_000;
/** Read at once from the database: a few milliseconds. */
const ROWS = 25;

function takeMoment({ reader, clock }: DeskStore): Moment {
  const tail = journalTail(reader);
  if (tail === null) throw new CopyFailure('copyJournalDamaged');
  const tables = readCopiedTables(reader);
  return {
    tail,
    tables,
    drafts: tables
      .filter(({ name }) => name === 'draft' || name === 'form_draft')
      .reduce((sum, { rows }) => sum + rows.length, 0),
    at: new Date(clock.now()).toISOString(),
    version: schemaVersion(reader),
  };
}

function headOf({ device, keys }: Run, { at, version }: Moment): CopyHead {
  const { deviceId, epoch, branchCode, branchName, training } = device;
  return CopyHead.parse({
    format: 'rifada.copy',
    version: COPY_VERSION,
    schemaVersion: version,
    madeAt: at,
    deviceId,
    epoch,
    branchCode,
    branchName,
    training,
    keys,
  });
}

/** What a run that was cut off left behind. */
async function dropUnfinished({ folder, pictures }: CopyPlace): Promise<void> {
  for (const each of [folder, pictures]) {
    for (const name of await readdir(each)) {
      if (name.endsWith(UNFINISHED)) await rm(join(each, name), { force: true });
    }
  }
}

/**
 * The segments of the latest copy that can be read; none where there is no copy. They must be of this
 * very journal.
 * @throws CopyFailure `copyAhead`
 */
async function knownSegments({ store, place, reading }: Run): Promise<readonly CopySegment[]> {
  for (const name of await listCopyNames(place)) {
    const content = await readCopyFile(place, name)
      .then((file) => openCopyContent(reading.cipher, reading.crypto, file))
      .catch((error: unknown) => {
        if (error instanceof CopyFailure && error.problem === 'copyDamaged') return null;
        throw error;
      });
    const end = content?.segments.at(-1);
    if (!content || !end) continue;
    if (hashAt(store, end.last) !== end.after.headerHash) throw new CopyFailure('copyAhead', name);
    return content.segments;
  }
  return [];
}

function hashAt({ reader }: DeskStore, position: number): string | null {
  return (
    reader
      .statement<{ readonly hash: string }>(
        'SELECT header_hash AS hash FROM journal WHERE position = ?',
      )
      .get(position)?.hash ?? null
  );
}

async function writeSegments(
  run: Run,
  known: readonly CopySegment[],
  tail: JournalTail,
): Promise<{ readonly segments: readonly CopySegment[]; readonly fresh: ReadonlySet<number> }> {
  const segments = [...known];
  const fresh = new Set<number>();
  const begun = known.at(-1)?.last ?? 0;
  for (;;) {
    const end = segments.at(-1);
    const after = end?.last ?? 0;
    if (after >= tail.position) return { segments, fresh };
    const total = tail.position - begun;
    run.onProgress({ stage: 'journal', done: after - begun, total });
    const stretch = { after, before: end?.after ?? null, through: tail.position };
    const segment = await writeSegment(run.store, run.place, stretch, run.pace);
    fresh.add(segment.first);
    segments.push(segment);
  }
}

interface Written {
  readonly fresh: ReadonlySet<number>;
  readonly pictures: {
    readonly all: readonly CopiedPicture[];
    readonly written: ReadonlySet<string>;
  };
}

/**
 * Opens the copy as a restore would and proves what is in it. An older segment that no longer reads
 * back is written anew, since the journal itself is here; a new one that does not is a fault.
 */
async function check(run: Run, name: string, { fresh, pictures }: Written): Promise<void> {
  const { place, reading, store, onProgress, pace } = run;
  const file = await readCopyFile(place, name);
  const content = await openCopyContent(reading.cipher, reading.crypto, file);
  assertSegmentsJoin(content, name);
  const all = await readPictureLines(content.pictures, name, pace);
  if (all.length !== content.counts.pictures) throw new CopyFailure('copyDamaged', name);
  const looked = all.filter(
    (picture) => run.checksAll || pictures.written.has(picture.name) || isItsDay(run, picture),
  );
  const total = content.counts.events + looked.length;
  let done = 0;
  for (const segment of content.segments) {
    onProgress({ stage: 'checking', done, total });
    try {
      await checkSegment(reading, segment);
    } catch (error) {
      if (!(error instanceof CopyFailure)) throw error;
      // A stick that was pulled out is no damage.
      if (!(await isThere(place.folder))) throw new CopyFailure('copyInterrupted');
      await assertJournalSound(run, segment);
      if (fresh.has(segment.first)) throw error;
      const { first, last, before } = segment;
      await writeSegment(store, place, { after: first - 1, before, through: last }, pace);
      await checkSegment(reading, segment);
    }
    done = segment.last;
  }
  for (const picture of looked) {
    onProgress({ stage: 'checking', done, total });
    await checkPicture(store, reading, picture);
    done += 1;
  }
}

function isThere(folder: string): Promise<boolean> {
  return access(folder).then(
    () => true,
    () => false,
  );
}

/** @throws CopyFailure `copyJournalDamaged` when this stretch of the journal does not prove itself */
async function assertJournalSound({ store, pace }: Run, segment: CopySegment): Promise<void> {
  let tail = segment.before;
  for (let position = segment.first - 1; position < segment.last; ) {
    await pace();
    const rows = readJournal(store.reader, position, Math.min(ROWS, segment.last - position));
    const verdict = verifyChain(store.crypto, rows, tail);
    const last = rows.at(-1);
    if (!verdict.ok || last === undefined) throw new CopyFailure('copyJournalDamaged');
    tail = { ...last.header, headerHash: Sha256Hex.parse(last.headerHash) };
    position = last.position;
  }
}

/** Each picture has one day of seven on which it is read back. */
function isItsDay({ store }: Run, { name }: CopiedPicture): boolean {
  const day = Math.floor(store.clock.now() / 86_400_000);
  return Number.parseInt(name.slice(0, 8), 16) % 7 === day % 7;
}
