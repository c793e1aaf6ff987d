import { writeHub } from '#db/hub/connection.ts';
import { listLinkedPersons } from '#db/hub/linkedPersons.ts';
import {
  branchesOfPersons,
  countLinkedPersons,
  dropMatchVersionsBefore,
  hashesOfBlocks,
  insertMatchVersion,
  listGonePersons,
  listMatchVersions,
  lockMatchIndex,
  type MatchRecord,
  type MatchVersion,
  moveMatchVersion,
  putMatchBlocks,
  putMatchRecords,
} from '#db/hub/matchIndex.ts';
import {
  addToBlock,
  BLOCK_BYTES,
  blockOf,
  blocksFor,
} from '#shared/domain/matchIndex/identifierFilter.ts';
import {
  BRANCH_BYTES,
  ENTRIES_A_PART,
  ENTRY_BYTES,
  writeEntry,
} from '#shared/domain/matchIndex/indexEntry.ts';
import { IndexKey, identifiersOf, markOf } from '#shared/domain/matchIndex/indexKey.ts';
import { PersonEncoder } from '#shared/domain/matchIndex/personCode.ts';
import { utf8Bytes } from '#shared/protocol/bytes.ts';
import { type HubContext, nowOf } from '../context.ts';

type Hub = Pick<HubContext, 'db' | 'crypto' | 'clock' | 'log' | 'privateKey'>;

/** Keeps the match index true to the persons whom headquarters compares. */
export interface MatchIndexKeeper {
  /** Brings in what is new; ends when nothing is left, or cannot now. */
  keep(): Promise<void>;
  /** A new key, and a new version made with it: a laptop that was lost knows nothing of what follows. */
  rotate(): Promise<void>;
  close(): Promise<void>;
}

const EVERY_MS = 20_000;
/** Persons of one transaction. */
const AT_ONCE = 500;

export function createMatchIndexKeeper(hub: Hub): MatchIndexKeeper {
  let running: Promise<void> = Promise.resolve();
  let closed = false;
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    running = running.then(async () => {
      try {
        if (!closed) await work();
      } catch (error) {
        hub.log.failure('matchIndex', error);
      }
    });
    return running;
  };
  const keep = () =>
    inTurn(async () => {
      while (!closed && (await keepSome(hub)));
    });
  const timer = setInterval(() => void keep(), EVERY_MS);
  timer.unref();
  return {
    keep,
    rotate: async () => {
      await inTurn(async () => {
        await beginVersion(hub, 1);
      });
      await keep();
    },
    close: async () => {
      closed = true;
      clearInterval(timer);
      await running;
    },
  };
}

/** The key of a version: worked out from headquarters' own, so that none lies in the database. */
export function indexKeyOf({ crypto, privateKey }: Hub, keyEpoch: number): IndexKey {
  return new IndexKey(
    crypto,
    crypto.hmacSha256(privateKey, utf8Bytes(`rifada.matchIndex.key ${keyEpoch}`)),
  );
}

/** @returns whether there may be more to do */
async function keepSome(hub: Hub): Promise<boolean> {
  const versions = await listMatchVersions(hub.db);
  const latest = versions.at(-1);
  if (latest === undefined) {
    if ((await countLinkedPersons(hub.db)) === 0) return false;
    await beginVersion(hub, 0);
    return true;
  }
  const persons = await countLinkedPersons(hub.db);
  // A filter that has become too full is made anew, larger, as a new version.
  if (latest.whole && blocksFor(persons) > latest.blocks) {
    await beginVersion(hub, 0);
    return true;
  }
  return bringIn(hub, latest);
}

async function beginVersion(hub: Hub, keyStep: 0 | 1): Promise<void> {
  const persons = await countLinkedPersons(hub.db);
  await writeHub(hub.db, async (writer) => {
    await lockMatchIndex(writer);
    const latest = (await listMatchVersions(writer)).at(-1);
    await insertMatchVersion(
      writer,
      {
        version: (latest?.version ?? 0) + 1,
        keyEpoch: (latest?.keyEpoch ?? 1) + (latest === undefined ? 0 : keyStep),
        // Room to grow by half before it must be made anew.
        blocks: blocksFor(Math.ceil(persons * 1.5)),
      },
      nowOf(hub),
    );
  });
}

const encoders = new WeakMap<Hub, { readonly keyEpoch: number; readonly encoder: PersonEncoder }>();

function encoderOf(hub: Hub, keyEpoch: number): PersonEncoder {
  const kept = encoders.get(hub);
  if (kept?.keyEpoch === keyEpoch) return kept.encoder;
  const encoder = new PersonEncoder(hub.crypto, indexKeyOf(hub, keyEpoch).bytes);
  encoders.set(hub, { keyEpoch, encoder });
  return encoder;
}

async function bringIn(hub: Hub, { version, keyEpoch, blocks }: MatchVersion): Promise<boolean> {
  const key = indexKeyOf(hub, keyEpoch);
  const encoder = encoderOf(hub, keyEpoch);
  return writeHub(hub.db, async (writer) => {
    await lockMatchIndex(writer);
    const now = (await listMatchVersions(writer)).at(-1);
    if (now === undefined || now.version !== version) return true;
    const persons = await listLinkedPersons(writer, now.through, AT_ONCE);
    const branches = await branchesOfPersons(
      writer,
      persons.map(({ id }) => id),
    );
    const gone = await listGonePersons(writer, version, AT_ONCE);
    const records: MatchRecord[] = [
      ...persons.map(({ id, values }): MatchRecord => {
        const mark = markOf(hub.crypto, hub.privateKey, id);
        const code = encoder.code(values);
        const record = new Uint8Array(ENTRY_BYTES);
        const [branch, ...others] = branches.get(id) ?? [];
        const isOfOne = branch !== undefined && others.length === 0;
        if (code !== null) {
          writeEntry(record, 0, {
            mark,
            branch: isOfOne ? key.branchOf(branch) : new Uint8Array(BRANCH_BYTES),
            code,
          });
        }
        return {
          beneficiaryId: id,
          mark,
          record: code === null ? null : record,
          identifiers: identifiersOf(values).map((identifier) => {
            const hash = key.hashOf(identifier);
            return { block: blockOf(hash, blocks), hash };
          }),
        };
      }),
      ...gone.map((id) => ({
        beneficiaryId: id,
        mark: markOf(hub.crypto, hub.privateKey, id),
        record: null,
        identifiers: [],
      })),
    ];
    const touched = await putMatchRecords(writer, version, records, ENTRIES_A_PART);
    const hashes = await hashesOfBlocks(writer, version, touched);
    await putMatchBlocks(
      writer,
      version,
      touched.map((block) => ({ block, bits: bitsOf(hashes.get(block) ?? []) })),
    );
    const more = persons.length === AT_ONCE || gone.length === AT_ONCE;
    if (records.length > 0 || !now.whole) {
      const through = persons.at(-1)?.change ?? now.through;
      await moveMatchVersion(writer, { version, through, whole: now.whole || !more }, nowOf(hub));
    }
    if (!more) await dropMatchVersionsBefore(writer, version);
    return more;
  });
}

function bitsOf(hashes: readonly Uint8Array[]): Uint8Array {
  const bits = new Uint8Array(BLOCK_BYTES);
  for (const hash of hashes) addToBlock(bits, hash);
  return bits;
}
