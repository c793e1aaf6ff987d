/** Inflates a part of an archive; null when it is broken or longer than `most` bytes. */
export type Inflate = (packed: Uint8Array, most: number) => Uint8Array | null;

export const LARGEST_WORKBOOK = 5 * 1024 * 1024;
/** All parts together, unpacked: two thousand questions are about two megabytes. */
const LARGEST_CONTENT = 40 * 1024 * 1024;
const MOST_PARTS = 500;

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

export type ArchiveFault = 'notAWorkbook' | 'workbookTooLarge' | 'workbookProtected';

/**
 * Looks over the parts of a workbook before it is read: a small file that unpacks to gigabytes is refused
 * by what its parts really hold, whatever its directory says of them.
 * @returns the fault, or null when the archive may be read
 */
export function archiveFault(bytes: Uint8Array, inflate: Inflate): ArchiveFault | null {
  if (bytes.length > LARGEST_WORKBOOK) return 'workbookTooLarge';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // A workbook with a password, and one of the time before archives, begin like this.
  if (bytes.length > 8 && view.getUint32(0) === 0xd0cf11e0) return 'workbookProtected';
  const end = findEnd(view);
  if (end === null) return 'notAWorkbook';
  const count = view.getUint16(end + 10, true);
  if (count > MOST_PARTS) return 'workbookTooLarge';
  let at = view.getUint32(end + 16, true);
  let left = LARGEST_CONTENT;
  let isWorkbook = false;
  for (let part = 0; part < count; part += 1) {
    const entry = readEntry(view, at);
    if (entry === null) return 'notAWorkbook';
    if (entry.isEncrypted) return 'workbookProtected';
    const packed = bytes.subarray(entry.start, entry.start + entry.packedLength);
    const length = unpackedLength(entry.method, packed, left, inflate);
    if (length === null) return entry.declaredLength > left ? 'workbookTooLarge' : 'notAWorkbook';
    if (length > left) return 'workbookTooLarge';
    left -= length;
    isWorkbook ||= entry.name === 'xl/workbook.xml';
    at = entry.next;
  }
  return isWorkbook ? null : 'notAWorkbook';
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedLength: number;
  readonly declaredLength: number;
  readonly start: number;
  readonly next: number;
}

function findEnd(view: DataView): number | null {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return null;
}

function readEntry(view: DataView, at: number): Entry | null {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL_ENTRY) return null;
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const local = view.getUint32(at + 42, true);
  if (next > view.byteLength || local + 30 > view.byteLength) return null;
  if (view.getUint32(local, true) !== LOCAL_HEADER) return null;
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const packedLength = view.getUint32(at + 20, true);
  if (start + packedLength > view.byteLength) return null;
  const name = String.fromCharCode(
    ...new Uint8Array(view.buffer, view.byteOffset + at + 46, Math.min(nameLength, 200)),
  );
  return {
    name,
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & ENCRYPTED) !== 0,
    packedLength,
    declaredLength: view.getUint32(at + 24, true),
    start,
    next,
  };
}

/** One byte more than is left tells a part that is too long from a broken one. */
function unpackedLength(
  method: number,
  packed: Uint8Array,
  left: number,
  inflate: Inflate,
): number | null {
  if (method === STORED) return packed.length;
  return method === DEFLATED ? (inflate(packed, left + 1)?.length ?? null) : null;
}
