import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appendEvents } from '#db/desk/appendEvents.ts';
import { ATTACHMENTS_FOLDER, KEPT } from '#db/desk/attachments.ts';
import { lanesIn } from '#db/desk/copiedTables.ts';
import { createCopyCipher } from '#db/desk/copyCipher.ts';
import { type DeskFiles, openDeskDatabase } from '#db/desk/openDesk.ts';
import { knownSchemaVersion, type NewLife, restoreDesk } from '#db/desk/restoreDesk.ts';
import { standsInJournal } from '#db/desk/settleAttachments.ts';
import type { DeskStore } from '#db/desk/store.ts';
import type { Restored, RestoreProgress } from '#shared/contracts/restore.ts';
import type { ActorId } from '#shared/domain/identity.ts';
import { laneByChance, RESTORED_LANES } from '#shared/domain/reference/lanes.ts';
import type { ChainRow } from '#shared/protocol/chain.ts';
import type { CopyContent } from '#shared/protocol/copy/copyManifest.ts';
import { assertSegmentsJoin, type CopyReading, checkSegment } from './checkCopy.ts';
import { type CopyFile, openCopyContent } from './copyFile.ts';
import type { CopyPlace } from './copyFolder.ts';
import { CopyFailure } from './copyProblem.ts';
import { syncFolder, writeSynced } from './durableFiles.ts';
import { createPace, type Pace, runPaced } from './pace.ts';
import { picturePath, readPictureLines } from './pictures.ts';

export interface RestoreOrder {
  readonly place: CopyPlace;
  readonly file: CopyFile;
  /** Where the desk is made, with the key that the copy was opened with. */
  readonly stage: DeskFiles;
  readonly actorId: ActorId;
  readonly onProgress: (progress: RestoreProgress) => void;
}

export interface RestoredCopy {
  readonly store: DeskStore;
  readonly restored: Restored;
}

/** Two restores of one copy must not meet in one chain: each takes a number of its own above the last. */
const EPOCHS_APART = 65_536;

/**
 * Makes a desk again in a stage: every event proved, every list made anew, every picture opened. The
 * new epoch begins with an event that says from where. The store is handed over open. A picture that is
 * gone or does not open is counted and keeps nothing else back: its scan says itself that it is missing.
 * @throws CopyFailure, the store's error, or the file system's
 */
export async function restoreCopy(order: RestoreOrder): Promise<RestoredCopy> {
  const { place, file, stage } = order;
  const { crypto } = stage;
  const cipher = createCopyCipher(stage.key, crypto);
  const pace = createPace(() => true);
  const reading: CopyReading = { place, cipher, crypto, pace };
  try {
    const content = await openCopyContent(cipher, crypto, file);
    if (file.head.schemaVersion > knownSchemaVersion(stage)) {
      throw new CopyFailure('copyNewer', file.name);
    }
    assertSegmentsJoin(content, file.name);
    const life = newLife(stage, content);
    await buildDatabase(order, reading, content, life);
    const store = openStaged(stage);
    try {
      appendBeginning(store, order, content, life);
      const pictures = await restorePictures(store, order, content, pace);
      const { cases, drafts } = content.counts;
      return { store, restored: { lane: life.lane, cases, drafts, ...pictures } };
    } catch (error) {
      store.close();
      throw error;
    }
  } finally {
    cipher.close();
  }
}

function newLife({ crypto }: DeskFiles, { segments, tables }: CopyContent): NewLife {
  const last = segments.at(-1)?.after.epoch ?? 1;
  const [high = 0, low = 0] = crypto.randomBytes(2);
  return {
    epoch: last + 1 + ((high * 256 + low) % EPOCHS_APART),
    lane: laneByChance(RESTORED_LANES, lanesIn(tables), crypto.randomBytes(4)),
  };
}

async function buildDatabase(
  { file, stage, onProgress }: RestoreOrder,
  reading: CopyReading,
  content: CopyContent,
  life: NewLife,
): Promise<void> {
  const restoring = restoreDesk(stage, file.head.schemaVersion);
  try {
    for (const segment of content.segments) {
      onProgress({ stage: 'journal', done: segment.first - 1, total: content.counts.events });
      const rows: ChainRow[] = [];
      await checkSegment(reading, segment, (row) => rows.push(row));
      restoring.addEvents(rows);
    }
    restoring.addTables(content.tables, life);
    await runPaced(restoring.rebuild(), reading.pace, onProgress);
    restoring.finish();
  } catch (error) {
    restoring.abandon();
    throw error;
  }
}

function openStaged(stage: DeskFiles): DeskStore {
  const opened = openDeskDatabase(stage);
  if (opened.kind !== 'open')
    throw new TypeError(`the restored desk does not open: ${opened.problem}`);
  return opened.store;
}

/** The first event of the new epoch; what was last copied of the epoch before is no copy of this one. */
function appendBeginning(
  store: DeskStore,
  { file, actorId }: RestoreOrder,
  { segments }: CopyContent,
  { lane }: NewLife,
): void {
  const end = segments.at(-1)?.after;
  if (!end) throw new CopyFailure('copyDamaged', file.name);
  const result = appendEvents(store, {
    events: [
      {
        kind: 'deskRestored',
        caseId: null,
        actorId,
        payload: {
          fromEpoch: end.epoch,
          fromSeq: end.seq,
          headerHash: end.headerHash,
          copyMadeAt: file.head.madeAt,
          lane,
        },
      },
    ],
    apply: (writer) => writer.statement(`DELETE FROM setting WHERE name = 'copies.last'`).run(),
  });
  if (!result.ok) throw new TypeError(`the restored desk does not write: ${result.problem}`);
}

/** What the journal no longer names has been destroyed, and does not come back. */
async function restorePictures(
  store: DeskStore,
  { place, file, stage, onProgress }: RestoreOrder,
  content: CopyContent,
  pace: Pace,
): Promise<Pick<Restored, 'pictures' | 'picturesMissing'>> {
  const pictures = await readPictureLines(content.pictures, file.name, pace);
  const counts = { pictures: 0, picturesMissing: 0 };
  if (pictures.length === 0) return counts;
  const folder = join(stage.folder, ATTACHMENTS_FOLDER);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [done, { name, bytes }] of pictures.entries()) {
    onProgress({ stage: 'pictures', done, total: pictures.length });
    await pace();
    const picture = await readFile(picturePath(place, name)).catch(whenGone);
    const inspected = picture?.length === bytes ? store.attachments.inspect(picture) : null;
    if (picture === null || inspected?.isWhole !== true) {
      counts.picturesMissing += 1;
    } else if (standsInJournal(store, inspected.place)) {
      await writeSynced(join(folder, name + KEPT), picture);
      counts.pictures += 1;
    }
  }
  await syncFolder(folder);
  return counts;
}

function whenGone(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
