import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { createUuidV7Generator } from '#electron/host/uuidV7.ts';
import { bytesOfHex, hexOf } from '#shared/protocol/bytes.ts';

describe('node crypto', () => {
  it('signs as RFC 8032 says (section 7.1, test 2)', () => {
    const privateKey = bytesOfHex(
      '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    );
    const publicKey = bytesOfHex(
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    );
    const signature = nodeCrypto.sign(privateKey, bytesOfHex('72'));
    expect(hexOf(signature)).toBe(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
        '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );
    expect(nodeCrypto.verify(publicKey, bytesOfHex('72'), signature)).toBe(true);
    expect(nodeCrypto.verify(publicKey, bytesOfHex('73'), signature)).toBe(false);
    expect(nodeCrypto.verify(publicKey, bytesOfHex('72'), signature.slice(1))).toBe(false);
    expect(nodeCrypto.verify(publicKey.slice(1), bytesOfHex('72'), signature)).toBe(false);
  });

  it('makes pairs whose halves belong together', () => {
    const pair = nodeCrypto.generateKeyPair();
    const bytes = nodeCrypto.randomBytes(40);
    expect(pair.publicKey).toHaveLength(32);
    expect(nodeCrypto.verify(pair.publicKey, bytes, nodeCrypto.sign(pair.privateKey, bytes))).toBe(
      true,
    );
  });

  it('hashes as FIPS 180 and RFC 4231 say', () => {
    expect(hexOf(nodeCrypto.sha256(Buffer.from('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(
      hexOf(
        nodeCrypto.hmacSha256(Buffer.from('Jefe'), Buffer.from('what do ya want for nothing?')),
      ),
    ).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
  });
});

describe('UUIDv7', () => {
  it('increases strictly, whatever the clock does, and carries the time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 4_000_000_000_000 }), { minLength: 2, maxLength: 60 }),
        (times) => {
          let look = 0;
          const clock = { now: () => times[look++ % times.length] ?? 0 };
          const ids = createUuidV7Generator(clock, nodeCrypto);
          const made = times.map(() => ids.uuid());
          expect(made).toEqual([...new Set(made)].sort());
          expect(Number.parseInt((made[0] ?? '').replace('-', '').slice(0, 12), 16)).toBe(times[0]);
          for (const id of made) expect(id).toMatch(/^.{8}-.{4}-7.{3}-[89ab].{3}-.{12}$/);
        },
      ),
    );
  });
});
