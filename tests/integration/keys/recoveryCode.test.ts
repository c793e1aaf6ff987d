import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { makeRecoveryCode, parseRecoveryCode } from '#electron/keys/recoveryCode.ts';
import type { Crypto } from '#shared/ports.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secrets = fc.uint8Array({ minLength: 15, maxLength: 15 });

function codeOf(secret: Uint8Array): string {
  const crypto: Crypto = { ...nodeCrypto, randomBytes: () => secret };
  return makeRecoveryCode(crypto).text;
}

describe('the printed recovery code', () => {
  it('has six groups of five characters that are not mistaken for others', () => {
    const { text, secret } = makeRecoveryCode(nodeCrypto);
    expect(text).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){5}$/);
    expect(secret).toHaveLength(15);
  });

  it('is read as people type it', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const code = codeOf(secret);
        const arabic = code.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
        for (const typed of [
          code,
          code.toLowerCase(),
          code.replaceAll('-', ''),
          ` ${code.replaceAll('-', '  ')} `,
          code.replaceAll('-', '–'),
          code.replaceAll('0', 'o').replaceAll('1', 'l'),
          code.replaceAll('0', 'O').replaceAll('1', 'I'),
          `\u200e${arabic}`,
        ]) {
          expect(parseRecoveryCode(typed)).toEqual({ ok: true, secret });
        }
      }),
    );
  });

  it('tells the group in which one character is wrong', () => {
    fc.assert(
      fc.property(
        secrets,
        fc.nat(5),
        fc.nat(4),
        fc.integer({ min: 1, max: 31 }),
        (secret, group, place, step) => {
          const groups = codeOf(secret).split('-');
          const text = groups[group] ?? '';
          const wrong = ALPHABET.charAt((ALPHABET.indexOf(text.charAt(place)) + step) % 32);
          groups[group] = text.slice(0, place) + wrong + text.slice(place + 1);
          expect(parseRecoveryCode(groups.join('-'))).toEqual({
            ok: false,
            problems: [{ group: group + 1, problem: 'checkFailed' }],
          });
        },
      ),
    );
  });

  it('tells the group in which two neighbours changed places', () => {
    fc.assert(
      fc.property(secrets, fc.nat(5), fc.nat(3), (secret, group, place) => {
        const groups = codeOf(secret).split('-');
        const text = groups[group] ?? '';
        fc.pre(text.charAt(place) !== text.charAt(place + 1));
        groups[group] =
          text.slice(0, place) +
          text.charAt(place + 1) +
          text.charAt(place) +
          text.slice(place + 2);
        expect(parseRecoveryCode(groups.join('-'))).toEqual({
          ok: false,
          problems: [{ group: group + 1, problem: 'checkFailed' }],
        });
      }),
    );
  });

  it('tells two groups that changed places', () => {
    fc.assert(
      fc.property(secrets, fc.nat(5), fc.nat(5), (secret, first, second) => {
        const groups = codeOf(secret).split('-');
        fc.pre(first < second && groups[first] !== groups[second]);
        const [one = '', other = ''] = [groups[first], groups[second]];
        groups[first] = other;
        groups[second] = one;
        const parsed = parseRecoveryCode(groups.join('-'));
        expect(parsed).toMatchObject({ ok: false });
        if (parsed.ok) throw new Error('read');
        expect(parsed.problems.map((each) => each.group)).toEqual([first + 1, second + 1]);
      }),
    );
  });

  it('tells groups that are missing, of another length, or with a strange character', () => {
    const [a = '', b = '', c = '', d = '', e = '', f = ''] = codeOf(
      new Uint8Array(15).fill(9),
    ).split('-');
    const problems = (...groups: readonly string[]) => {
      const parsed = parseRecoveryCode(groups.join(' '));
      return parsed.ok ? [] : parsed.problems.map((each) => `${each.group} ${each.problem}`);
    };
    expect(problems(a, b, c, d, e, f)).toEqual([]);
    expect(problems(a, b, c, d, e)).toEqual(['6 missing']);
    expect(problems(a, b.slice(1), c, d, `${e}0`, f)).toEqual(['2 wrongLength', '5 wrongLength']);
    expect(problems(a, b, 'U0000', d, e, f)).toEqual(['3 wrongCharacter']);
    expect(problems(a, b, c, d, e, f, a)).toEqual(['7 wrongLength']);
    expect(problems('')).toHaveLength(6);
  });
});
