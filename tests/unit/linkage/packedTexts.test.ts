import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PackedTexts } from '#shared/domain/linkage/packedTexts.ts';

/** Few letters, so that texts come again; halves of pairs and letters of one to three bytes among them. */
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '7', 'é', 'م', '\u0651', '李', '\ud83d', '\ude00') }),
  fc.string({ maxLength: 40 }),
  fc.uuid(),
);

describe('texts that are packed', () => {
  it('have the numbers that a map gives, and come back as they were', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 900 }), fc.array(text), (texts, others) => {
        const packed = new PackedTexts();
        const numbers = new Map([['', 0]]);
        for (const each of texts) {
          const number = numbers.get(each) ?? numbers.size;
          numbers.set(each, number);
          expect(packed.encode(each)).toBe(number);
        }
        for (const [each, number] of numbers) {
          expect(packed.at(number)).toBe(each);
          expect(packed.find(each)).toBe(number);
        }
        for (const each of others) expect(packed.find(each)).toBe(numbers.get(each) ?? -1);
        expect([-1, numbers.size, 0.5].map((number) => packed.at(number))).toEqual(['', '', '']);
      }),
      { numRuns: 60 },
    );
  });
});
