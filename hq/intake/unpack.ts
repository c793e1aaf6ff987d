import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { BATCH_LIMITS } from '#shared/protocol/sync/version.ts';
import { Refused } from './refusal.ts';

const unzip = promisify(gunzip);
/** What comes out at once: each piece is a way to another thread and back. */
const PIECE = 1024 * 1024;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text of a packed batch. Unpacking stops at the limit, wherever the packed bytes lead.
 * @throws Refused
 */
export async function unpackBatch(packed: Uint8Array): Promise<string> {
  if (packed.length > BATCH_LIMITS.packedBytes) throw new Refused('tooLarge');
  let bytes: Uint8Array;
  try {
    bytes = await unzip(packed, {
      maxOutputLength: BATCH_LIMITS.unpackedBytes,
      chunkSize: PIECE,
    });
  } catch (error) {
    const tooLarge =
      error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new Refused(tooLarge ? 'tooLarge' : 'malformed');
  }
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Refused('malformed');
  }
}
