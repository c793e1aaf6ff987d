import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  base64UrlOf,
  bytesOfBase64Url,
  bytesOfHex,
  concatBytes,
  equalBytes,
  hexOf,
  utf8Bytes,
} from '#shared/protocol/bytes.ts';

const bytes = fc.uint8Array({ maxLength: 200 });

describe('bytes and their texts', () => {
  it('writes UTF-8 as the host does, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(utf8Bytes(text)).toEqual(new TextEncoder().encode(text));
      }),
    );
    for (const text of ['', 'رفادة', '𝒳😀', '\u07ff\u0800\uffff', 'a\u0000b']) {
      expect(utf8Bytes(text)).toEqual(new TextEncoder().encode(text));
    }
  });

  it('refuses a lone surrogate rather than give two texts one hash', () => {
    for (const text of ['\ud800', 'a\udc00', '\ud800\ud800', '\ud83dx']) {
      expect(() => utf8Bytes(text)).toThrow(RangeError);
    }
  });

  it('writes and reads hexadecimal and base64url as the host does', () => {
    fc.assert(
      fc.property(bytes, (value) => {
        expect(hexOf(value)).toBe(Buffer.from(value).toString('hex'));
        expect(bytesOfHex(hexOf(value))).toEqual(value);
        expect(base64UrlOf(value)).toBe(Buffer.from(value).toString('base64url'));
        expect(bytesOfBase64Url(base64UrlOf(value))).toEqual(value);
      }),
    );
  });

  it('reads no text that is not the one text of its bytes', () => {
    for (const text of ['A', 'AB', 'AA==', 'A+', 'A/', 'ا', 'AAB\n']) {
      expect(() => bytesOfBase64Url(text), text).toThrow(RangeError);
    }
    for (const text of ['a', 'AB', '0g', '0x']) expect(() => bytesOfHex(text)).toThrow(RangeError);
  });

  it('compares and joins', () => {
    fc.assert(
      fc.property(bytes, bytes, (left, right) => {
        expect(equalBytes(left, right)).toBe(Buffer.from(left).equals(Buffer.from(right)));
        expect(concatBytes(left, right)).toEqual(
          Uint8Array.from(Buffer.concat([Buffer.from(left), Buffer.from(right)])),
        );
      }),
    );
  });
});
