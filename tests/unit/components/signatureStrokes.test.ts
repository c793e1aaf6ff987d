import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isBlank,
  PAD_ASPECT,
  signaturePath,
  signatureSvg,
} from '#renderer/components/signature-strokes.ts';
import { toWesternDigits } from '#renderer/components/western-digits.ts';

describe('a blank pad', () => {
  test('is one without strokes, with dots, or with a slip of the hand', () => {
    expect(isBlank([])).toBe(true);
    expect(isBlank([[{ x: 0.5, y: 0.5 }]])).toBe(true);
    expect(
      isBlank([
        [
          { x: 0.5, y: 0.5 },
          { x: 0.52, y: 0.5 },
        ],
      ]),
    ).toBe(true);
  });

  test('is not one with a line', () => {
    expect(
      isBlank([
        [
          { x: 0.2, y: 0.5 },
          { x: 0.6, y: 0.5 },
        ],
      ]),
    ).toBe(false);
  });
});

describe('the path of a signature', () => {
  const stroke = [
    { x: 0.1, y: 0.2 },
    { x: 0.5, y: 0.8 },
    { x: 0.9, y: 0.4 },
  ];

  test('begins and ends where the pen did', () => {
    const path = signaturePath([stroke], 800);
    expect(path.startsWith('M80 120')).toBe(true);
    expect(path.endsWith('L720 240')).toBe(true);
  });

  test('draws a dot for a single touch', () => {
    expect(signaturePath([[{ x: 0.5, y: 0.5 }]], 800)).toBe('M400 300h0.01');
  });

  test('stays inside its box at every width', () => {
    const place = fc.record({
      x: fc.double({ min: 0, max: 1, noNaN: true }),
      y: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 2, maxLength: 20 }),
        fc.integer({ min: 50, max: 2000 }),
        (points, width) => {
          const numbers = signaturePath([points], width)
            .split(/[^\d.]+/)
            .filter((part) => part !== '')
            .map(Number);
          expect(numbers).toHaveLength(points.length === 2 ? 4 : 2 + 4 * (points.length - 2) + 2);
          numbers.forEach((number, index) => {
            expect(number).toBeLessThanOrEqual(
              (index % 2 === 0 ? width : width / PAD_ASPECT) + 0.01,
            );
          });
        },
      ),
    );
  });

  test('is the same text for the same strokes', () => {
    expect(signatureSvg([stroke])).toBe(signatureSvg([stroke.map((point) => ({ ...point }))]));
  });
});

test('Eastern digits and marks become 0-9, point and comma; letters stay', () => {
  expect(toWesternDigits('١٢٬٥٠٠٫٧٥ ریال ۰۹')).toBe('12,500.75 ریال 09');
});
