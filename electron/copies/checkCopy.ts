import type { CopyCipher } from '#db/desk/copyCipher.ts';
import type { DeskStore } from '#db/desk/store.ts';
import type { Crypto } from '#shared/ports.ts';
import type { ChainRow } from '#shared/protocol/chain.ts';
import type { CopyContent, CopySegment } from '#shared/protocol/copy/copyManifest.ts';
import type { CopyPlace } from './copyFolder.ts';
import { CopyFailure } from './copyProblem.ts';
import type { Pace } from './pace.ts';
import { type CopiedPicture, pictureFileName, pictureIsWhole } from './pictures.ts';
import { readSegment } from './segments.ts';

/** A copy that is being read: its files, and what opens and proves them. */
export interface CopyReading {
  readonly place: CopyPlace;
  readonly cipher: CopyCipher;
  readonly crypto: Crypto;
  readonly pace: Pace;
}

/**
 * Whether the segments follow on one another without gap and hold as many events as the copy says.
 * @throws CopyFailure `copyDamaged`
 */
export function assertSegmentsJoin({ segments, counts }: CopyContent, copyName: string): void {
  let end: Pick<CopySegment, 'last' | 'after'> | null = null;
  for (const segment of segments) {
    const joins =
      segment.first === (end?.last ?? 0) + 1 &&
      segment.before?.headerHash === end?.after.headerHash;
    if (!joins) throw new CopyFailure('copyDamaged', copyName);
    end = segment;
  }
  if (end?.last !== counts.events) throw new CopyFailure('copyDamaged', copyName);
}

/**
 * Reads a segment back and proves each of its events; every one is handed on.
 * @throws CopyFailure `copyDamaged` with the name of the file, WorkStopped, or the file system's error
 */
export async function checkSegment(
  { place, cipher, crypto, pace }: CopyReading,
  segment: CopySegment,
  take: (row: ChainRow, position: number) => void = () => undefined,
): Promise<void> {
  let position = segment.first;
  for await (const row of readSegment(cipher, crypto, place, segment)) {
    take(row, position);
    position += 1;
    await pace();
  }
}

/** @throws CopyFailure `copyDamaged` with the name of the picture's file */
export async function checkPicture(
  store: Pick<DeskStore, 'attachments'>,
  { place, pace }: CopyReading,
  picture: CopiedPicture,
): Promise<void> {
  await pace();
  if (!(await pictureIsWhole(store, place, picture))) {
    throw new CopyFailure('copyDamaged', pictureFileName(picture.name));
  }
}
