import { z } from 'zod';
import { Sha256Hex } from '../identity.ts';

/** The file that a person gives, as it comes: bytes. */
export const LARGEST_FILE = 15 * 1024 * 1024;
/** Pixels of a given picture, read from its header before anything is decoded. */
export const MOST_PIXELS = 40_000_000;
/** Pages of one scan. */
export const MOST_PAGES = 20;
/** Standing scans of one document. */
export const MOST_SCANS = 10;
/** The longer side of a page as it is kept: an A4 sheet at about 200 dots an inch. */
export const LONGEST_SIDE = 2400;
/** Bytes of one page as it is kept. */
export const LARGEST_PAGE = 3 * 1024 * 1024;
/** Bytes that one message carries. */
export const CHUNK = 768 * 1024;

export const ScanId = z.uuid().brand<'ScanId'>();
export type ScanId = z.infer<typeof ScanId>;

/** How a scan came in. */
export const ScanSource = z.enum(['camera', 'file', 'pasted']);
export type ScanSource = z.infer<typeof ScanSource>;

/** A page as it is kept: always a picture that was drawn anew, without the metadata of its origin. */
export const ScanPage = z.strictObject({
  /** SHA-256 of the picture's bytes. */
  hash: Sha256Hex,
  bytes: z.int().min(1).max(LARGEST_PAGE),
  width: z.int().min(1).max(LONGEST_SIDE),
  height: z.int().min(1).max(LONGEST_SIDE),
  mime: z.literal('image/jpeg'),
});
export type ScanPage = z.infer<typeof ScanPage>;

/** Why a page of a scan stays on the laptop. */
export const PageProblem = z.enum([
  'missing',
  'damaged',
  'attachmentUnknown',
  'attachmentHashWrong',
  'malformed',
]);
export type PageProblem = z.infer<typeof PageProblem>;
