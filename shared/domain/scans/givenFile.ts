import { isJpeg, readJpeg } from './jpeg.ts';
import { isPng, readPng } from './png.ts';
import { LARGEST_FILE, LARGEST_PAGE, MOST_PIXELS, type ScanPage } from './scan.ts';

/** Why a file does not become a scan; each has a sentence in the locales. */
export type FileProblem =
  | 'empty'
  | 'tooLarge'
  | 'otherKind'
  | 'tooManyPixels'
  | 'broken'
  | 'locked'
  | 'tooManyPages'
  | 'takesTooLong';

export type GivenFile =
  | { readonly kind: 'jpeg' | 'png'; readonly width: number; readonly height: number }
  | { readonly kind: 'pdf' }
  | { readonly kind: 'refused'; readonly problem: FileProblem };

/**
 * What a file is by its content, whatever it is called, and whether it may be decoded at all. Takes
 * any bytes and never throws.
 */
export function inspectFile(bytes: Uint8Array): GivenFile {
  if (bytes.length === 0) return refused('empty');
  if (bytes.length > LARGEST_FILE) return refused('tooLarge');
  if (isPdf(bytes)) return { kind: 'pdf' };
  const kind = isJpeg(bytes) ? 'jpeg' : isPng(bytes) ? 'png' : null;
  if (kind === null) return refused('otherKind');
  const facts = kind === 'jpeg' ? readJpeg(bytes) : readPng(bytes);
  if (facts === null) return refused('broken');
  if (facts.width * facts.height > MOST_PIXELS) return refused('tooManyPixels');
  if (!facts.isWhole) return refused('broken');
  return { kind, width: facts.width, height: facts.height };
}

/**
 * Whether these bytes are the page that was announced: a whole JPEG of that size that carries
 * nothing but its picture. The hash is compared by whoever can make one.
 */
export function isPageAsSaid(bytes: Uint8Array, page: ScanPage): boolean {
  if (bytes.length !== page.bytes || bytes.length > LARGEST_PAGE) return false;
  const facts = readJpeg(bytes);
  return (
    facts?.isWhole === true &&
    !facts.carriesMetadata &&
    facts.width === page.width &&
    facts.height === page.height
  );
}

function isPdf(bytes: Uint8Array): boolean {
  return [0x25, 0x50, 0x44, 0x46, 0x2d].every((byte, index) => bytes[index] === byte);
}

function refused(problem: FileProblem): GivenFile {
  return { kind: 'refused', problem };
}
