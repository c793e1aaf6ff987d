import { CHUNK } from '#shared/domain/scans/scan.ts';
import { base64UrlOf, bytesOfBase64Url } from '#shared/protocol/bytes.ts';

export interface FilePiece {
  readonly offset: number;
  readonly size: number;
  /** base64url */
  readonly data: string;
}

/** A chosen file piece by piece, so that a large one is never in a message or in memory at once. */
export async function* piecesOf(file: File): AsyncIterable<FilePiece> {
  for (let offset = 0; offset < file.size; offset += CHUNK) {
    const bytes = new Uint8Array(await file.slice(offset, offset + CHUNK).arrayBuffer());
    yield { offset, size: file.size, data: base64UrlOf(bytes) };
  }
}

/** Gathers a file from its pieces and hands it to the browser for saving. */
export async function saveFromPieces(
  { fileName, size }: { readonly fileName: string; readonly size: number },
  read: (offset: number) => Promise<{ readonly data: string }>,
  onProgress: (received: number) => void,
): Promise<void> {
  const parts: Blob[] = [];
  for (let received = 0; received < size; ) {
    const { data } = await read(received);
    const bytes = Uint8Array.from(bytesOfBase64Url(data));
    if (bytes.length === 0) throw new RangeError('the file ended before its size');
    // A Blob for each piece lets the browser keep them on its disk.
    parts.push(new Blob([bytes]));
    received += bytes.length;
    onProgress(received);
  }
  const address = URL.createObjectURL(new Blob(parts, { type: 'application/octet-stream' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = fileName;
  anchor.click();
  URL.revokeObjectURL(address);
}

/** The same where the first piece says what the file is called and how large it is. */
export async function saveNamedPieces(
  read: (offset: number) => Promise<{
    readonly fileName: string;
    readonly size: number;
    readonly data: string;
  }>,
): Promise<void> {
  const first = await read(0);
  await saveFromPieces(
    first,
    async (offset) => (offset === 0 ? first : read(offset)),
    () => undefined,
  );
}
