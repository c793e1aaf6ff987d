import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Sha256Hex } from '#shared/domain/identity.ts';
import { inspectFile, isPageAsSaid } from '#shared/domain/scans/givenFile.ts';
import { readJpeg } from '#shared/domain/scans/jpeg.ts';
import { readPng } from '#shared/domain/scans/png.ts';
import { LARGEST_FILE, ScanPage } from '#shared/domain/scans/scan.ts';
import { exifSegment, jpegOf, pngOf, pngStart } from '#tests/fixtures/scanFiles.ts';

const text = (content: string) => new TextEncoder().encode(content);
const problemOf = (bytes: Uint8Array) => {
  const given = inspectFile(bytes);
  return given.kind === 'refused' ? given.problem : given.kind;
};

describe('a given file', () => {
  test('is a JPEG, a PNG or a PDF by its content', () => {
    expect(inspectFile(jpegOf({ width: 3024, height: 4032 }))).toEqual({
      kind: 'jpeg',
      width: 3024,
      height: 4032,
    });
    expect(inspectFile(pngOf(3, 2, () => [0, 0, 0]))).toEqual({ kind: 'png', width: 3, height: 2 });
    expect(inspectFile(text('%PDF-1.7\n'))).toEqual({ kind: 'pdf' });
  });

  test('of any other kind is refused, whatever it is called', () => {
    expect(problemOf(text('MZ\u0090\0\u0003'))).toBe('otherKind');
    expect(problemOf(text('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'))).toBe(
      'otherKind',
    );
    expect(problemOf(text('GIF89a'))).toBe('otherKind');
    expect(problemOf(text(' %PDF-1.7'))).toBe('otherKind');
    expect(problemOf(new Uint8Array())).toBe('empty');
  });

  test('is too large by its bytes, or by the pixels that its header names', () => {
    expect(problemOf(new Uint8Array(LARGEST_FILE + 1))).toBe('tooLarge');
    expect(problemOf(jpegOf({ width: 10_000, height: 6000 }))).toBe('tooManyPixels');
    // A few bytes that claim to be a picture of 60 megapixels are refused before anything else.
    expect(problemOf(pngStart(10_000, 6000))).toBe('tooManyPixels');
    expect(problemOf(pngStart(0xffffffff, 0xffffffff))).toBe('tooManyPixels');
    expect(problemOf(jpegOf({ width: 8000, height: 5000 }))).toBe('jpeg');
    expect(problemOf(jpegOf({ width: 8000, height: 5001 }))).toBe('tooManyPixels');
  });

  test('that was cut off is refused as broken', () => {
    const jpeg = jpegOf({ width: 800, height: 600, coded: 5000 });
    expect(problemOf(jpegOf({ width: 800, height: 600, end: false }))).toBe('broken');
    expect(problemOf(jpeg.subarray(0, jpeg.length / 2))).toBe('broken');
    const png = pngOf(40, 40, (x, y) => [x, y, 0]);
    expect(problemOf(png.subarray(0, png.length - 6))).toBe('broken');
    expect(problemOf(jpegOf({ width: 0, height: 600 }))).toBe('broken');
  });
});

describe('the bytes of a picture', () => {
  test('never make the readers throw, however they lie', () => {
    const start = fc.constantFrom(
      [],
      [0xff, 0xd8, 0xff],
      [...jpegOf({ width: 9, height: 9 })],
      [...pngStart(9, 9)],
      [...Buffer.from('%PDF-')],
    );
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 400 }), fc.nat(60), (head, tail, cut) => {
        const bytes = Uint8Array.from([...head.slice(0, head.length - (cut % 7)), ...tail]);
        inspectFile(bytes);
        readJpeg(bytes);
        readPng(bytes);
      }),
      { numRuns: 3000 },
    );
  });

  test('say whether a JPEG carries more than its picture', () => {
    const size = { width: 60, height: 40 };
    const carries = (shape: object) => readJpeg(jpegOf({ ...size, ...shape }))?.carriesMetadata;
    expect(carries({})).toBe(false);
    expect(carries({ segments: [[0xe2, text('ICC_PROFILE')]] })).toBe(false);
    expect(carries({ segments: [exifSegment(6)] })).toBe(true);
    expect(carries({ segments: [[0xed, text('Photoshop 3.0')]] })).toBe(true);
    expect(carries({ segments: [[0xfe, text('a comment')]] })).toBe(true);
    expect(carries({ behind: text('a second file') })).toBe(true);
  });
});

describe('a page that is handed over', () => {
  const bytes = jpegOf({ width: 60, height: 40 });
  const page = ScanPage.parse({
    hash: Sha256Hex.parse('0'.repeat(64)),
    bytes: bytes.length,
    width: 60,
    height: 40,
    mime: 'image/jpeg',
  });

  test('must be the picture that was announced, and nothing besides', () => {
    expect(isPageAsSaid(bytes, page)).toBe(true);
    expect(isPageAsSaid(bytes, { ...page, width: 61 })).toBe(false);
    expect(isPageAsSaid(bytes, { ...page, bytes: bytes.length + 1 })).toBe(false);
    const withPlace = jpegOf({ width: 60, height: 40, segments: [exifSegment(1)] });
    expect(isPageAsSaid(withPlace, { ...page, bytes: withPlace.length })).toBe(false);
    const png = pngOf(60, 40, () => [1, 2, 3]);
    expect(isPageAsSaid(png, { ...page, bytes: png.length })).toBe(false);
    const cut = bytes.subarray(0, -2);
    expect(isPageAsSaid(cut, { ...page, bytes: cut.length })).toBe(false);
  });
});
