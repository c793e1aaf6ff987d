import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import type { Crypto } from '#shared/ports.ts';
import { bytesOfHex, concatBytes, equalBytes, hexOf, utf8Bytes } from '#shared/protocol/bytes.ts';

/**
 * The head file says how far the journal had come: after each commit its last position and hash,
 * authenticated with a key made from the database's, go to one of two slots in turn. A database
 * that is behind it is an older copy. A torn write harms one slot; the other is one commit behind.
 */
export interface JournalHead {
  readonly position: number;
  readonly headerHash: string;
}

/** What the file held when it was opened. `damaged`: no slot is authentic under this key. */
export type HeadFileState = 'read' | 'missing' | 'damaged';

/** Slots lie a page apart, so that one torn sector cannot harm both. */
const SLOT_DISTANCE = 4096;
const MAGIC = utf8Bytes('RFDHEAD1');
const POSITION_OFFSET = MAGIC.length;
const HASH_OFFSET = POSITION_OFFSET + 8;
const MAC_OFFSET = HASH_OFFSET + 32;
const SLOT_LENGTH = MAC_OFFSET + 32;

export interface HeadFile {
  readonly state: HeadFileState;
  /** The latest authentic head in the file; null when there is none. */
  readonly head: JournalHead | null;
  /** Writes the head to the older slot and waits for the disk. @throws the file system's error */
  write(head: JournalHead): void;
  close(): void;
}

/** Opens the head file for reading and, unless `mode` is `read`, for writing; makes it when missing. */
export function openHeadFile(
  path: string,
  databaseKey: Uint8Array,
  crypto: Crypto,
  mode: 'read' | 'write',
): HeadFile {
  const mac = headMac(databaseKey, crypto);
  const present = existsSync(path);
  if (!present && mode === 'read') return unreadable('missing');
  const descriptor = openSync(path, present ? (mode === 'read' ? 'r' : 'r+') : 'wx+');
  const slots = present ? [0, 1].map((slot) => readSlot(descriptor, slot, mac)) : [];
  if (!present) preallocate(descriptor);
  const [first = null, second = null] = slots;
  const secondIsNewer = (second?.position ?? 0) > (first?.position ?? 0);
  let nextSlot = secondIsNewer ? 0 : 1;
  if (first === null) nextSlot = 0;
  let closed = false;
  const head = secondIsNewer ? second : first;
  return {
    state: head ? 'read' : present ? 'damaged' : 'missing',
    head,
    write: (next) => {
      // The system gives a closed descriptor's number to the next file: never write to it blindly.
      if (closed) throw new TypeError('the head file is closed');
      writeWhole(descriptor, slotBytes(next, mac), nextSlot * SLOT_DISTANCE);
      fdatasyncSync(descriptor);
      nextSlot = 1 - nextSlot;
    },
    close: () => {
      if (!closed) closeSync(descriptor);
      closed = true;
    },
  };
}

function unreadable(state: HeadFileState): HeadFile {
  return {
    state,
    head: null,
    write: () => {
      throw new TypeError('opened for reading');
    },
    close: () => undefined,
  };
}

type Mac = (bytes: Uint8Array) => Uint8Array;

function headMac(databaseKey: Uint8Array, crypto: Crypto): Mac {
  return crypto.hmacSha256With(crypto.hmacSha256(databaseKey, utf8Bytes('rifada.journalHead.1')));
}

/** Both slots are written with zeros once, so that a later write changes bytes and no length. */
function preallocate(descriptor: number): void {
  writeWhole(descriptor, new Uint8Array(SLOT_DISTANCE * 2), 0);
  fsyncSync(descriptor);
}

function writeWhole(descriptor: number, bytes: Uint8Array, position: number): void {
  let written = 0;
  while (written < bytes.length) {
    written += writeSync(descriptor, bytes, written, bytes.length - written, position + written);
  }
}

function slotBytes(head: JournalHead, mac: Mac): Uint8Array {
  const position = new Uint8Array(8);
  new DataView(position.buffer).setBigUint64(0, BigInt(head.position));
  const body = concatBytes(MAGIC, position, bytesOfHex(head.headerHash));
  return concatBytes(body, mac(body));
}

function readSlot(descriptor: number, slot: number, mac: Mac): JournalHead | null {
  const bytes = new Uint8Array(SLOT_LENGTH);
  const length = readSync(descriptor, bytes, 0, SLOT_LENGTH, slot * SLOT_DISTANCE);
  if (length < SLOT_LENGTH || !equalBytes(bytes.subarray(0, MAGIC.length), MAGIC)) return null;
  if (!equalBytes(mac(bytes.subarray(0, MAC_OFFSET)), bytes.subarray(MAC_OFFSET))) return null;
  return {
    position: Number(new DataView(bytes.buffer).getBigUint64(POSITION_OFFSET)),
    headerHash: hexOf(bytes.subarray(HASH_OFFSET, MAC_OFFSET)),
  };
}
