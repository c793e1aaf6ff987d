/** What the segments of a JPEG say, read without decoding it. */
export interface JpegFacts {
  readonly width: number;
  readonly height: number;
  /** Its end is there. */
  readonly isWhole: boolean;
  /** It carries more than the picture: EXIF, XMP, comments, or anything behind its end. */
  readonly carriesMetadata: boolean;
}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const ICC = 0xe2;
const ADOBE = 0xee;
const APP15 = 0xef;
const COMMENT = 0xfe;
/** Start-of-frame markers; DHT, JPG and DAC lie among their numbers. */
const NO_FRAME = [0xc4, 0xc8, 0xcc];

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === SOI && bytes[2] === 0xff;
}

/** Walks the segments of a JPEG; null where no frame with a size is found. Takes any bytes. */
export function readJpeg(bytes: Uint8Array): JpegFacts | null {
  if (!isJpeg(bytes)) return null;
  let size: { readonly width: number; readonly height: number } | null = null;
  let carriesMetadata = false;
  let end: number | null = null;
  let at = 2;
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) break;
    const marker = bytes[at + 1];
    if (marker === undefined) break;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) {
      end = at + 2;
      break;
    }
    if (isAlone(marker)) {
      at += 2;
      continue;
    }
    const length = u16(bytes, at + 2);
    if (length < 2 || at + 2 + length > bytes.length) break;
    if (isFrame(marker) && length >= 8) {
      size ??= { height: u16(bytes, at + 5), width: u16(bytes, at + 7) };
    }
    carriesMetadata ||= isMetadata(marker);
    at += 2 + length;
    if (marker === SOS) at = afterPicture(bytes, at);
  }
  if (size === null || size.width === 0 || size.height === 0) return null;
  return {
    ...size,
    isWhole: end !== null,
    carriesMetadata: carriesMetadata || (end !== null && end < bytes.length),
  };
}

/** Where the coded picture ends: at the next marker that is neither stuffing nor a restart. */
function afterPicture(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = bytes.indexOf(0xff, at + 1);
  }
  return bytes.length;
}

function isAlone(marker: number): boolean {
  return marker === SOI || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && !NO_FRAME.includes(marker);
}

/** JFIF, a colour profile and Adobe's word on colours belong to the picture; nothing else does. */
function isMetadata(marker: number): boolean {
  if (marker === COMMENT) return true;
  return marker > APP0 && marker <= APP15 && marker !== ICC && marker !== ADOBE;
}

/** Beyond the end it is 0, which no length and no size may be. */
function u16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
