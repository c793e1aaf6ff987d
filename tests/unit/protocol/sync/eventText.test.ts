import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalText } from '#shared/protocol/chain.ts';
import { anyEventText, plainEventText } from '#shared/protocol/sync/eventText.ts';

const hex = (length: number) =>
  fc.string({
    unit: fc.constantFrom(...'0123456789abcdef'.split('')),
    minLength: length,
    maxLength: length,
  });

const header = fc.record({
  eventId: fc.uuid({ version: 7 }),
  deviceId: fc.uuid({ version: 4 }),
  epoch: fc.integer({ min: 1, max: 9 }),
  seq: fc.integer({ min: 1 }),
  at: fc
    .date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  hlc: fc.constant('000001790000000-00001'),
  actorId: fc.uuid({ version: 7 }),
  caseId: fc.option(fc.uuid({ version: 7 })),
  kind: fc.constantFrom('caseOpened', 'kindOfLater', ''),
  formVersion: fc.option(fc.constantFrom('association-request@3', '')),
  base: fc.option(fc.uuid({ version: 7 })),
  payloadHash: hex(64),
  previousHash: hex(64),
});
const salt = fc.string({
  unit: fc.constantFrom(...'AZaz09-_'.split('')),
  minLength: 22,
  maxLength: 22,
});
const wellFormed = fc.string({ unit: 'grapheme' });
const content = fc.record({
  payload: fc.dictionary(wellFormed, fc.jsonValue({ stringUnit: 'grapheme' })),
  salt,
});
const event = fc
  .tuple(header, fc.oneof(content, fc.constant({ payload: null, salt: null })))
  .map(([ofEvent, { payload, salt: salted }]) => ({ header: ofEvent, payload, salt: salted }))
  .filter((each) => !JSON.stringify(each).includes('__proto__'));
const odd = fc.oneof(
  fc.jsonValue({ stringUnit: 'grapheme' }),
  fc.string({ minLength: 40, maxLength: 120 }),
  fc.constantFrom('2026-02-30T00:00:00.000Z', '2026-01-01T00:00:00Z', '0'.repeat(63), 1.5, 0, -1),
  fc.uuid().map((id) => id.toUpperCase()),
);

/** Whatever `plainEventText` reads, the reading by schema reads to the same effect. */
function expectTheSame(text: string): void {
  const plain = plainEventText(text);
  if (plain !== null) expect(anyEventText(text)).toEqual(plain);
}

test('what is written here is plain, and says what it says', () => {
  fc.assert(
    fc.property(event, (each) => {
      const text = canonicalText(each);
      const { header: read, headerText, payload } = plainEventText(text) ?? {};
      expect(read).toEqual(each.header);
      expect(headerText).toBe(canonicalText(each.header));
      expect(payload).toBe(each.payload === null ? null : canonicalText(each.payload));
      expectTheSame(text);
    }),
  );
});

test('an event of another shape is read alike, or not at all', () => {
  fc.assert(
    fc.property(
      event,
      fc.array(fc.tuple(fc.constantFrom(...FIELDS), odd), { minLength: 1, maxLength: 2 }),
      fc.boolean(),
      (each, changes, drops) => {
        const changed = structuredClone(each) as Record<string, unknown>;
        const ofHeader = changed['header'] as Record<string, unknown>;
        for (const [[place, field], value] of changes) {
          const target = place === 'header' ? ofHeader : changed;
          if (drops) delete target[field];
          else target[field] = value;
        }
        expectTheSame(canonicalText(changed));
      },
    ),
    { numRuns: 2000 },
  );
});

test('a text that was tampered with is read alike, or not at all', () => {
  const piece = fc.oneof(
    fc.constantFrom(...PIECES),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
  );
  fc.assert(
    fc.property(event, fc.nat(), fc.nat({ max: 40 }), piece, (each, place, length, put) => {
      const text = canonicalText(each);
      const at = place % text.length;
      expectTheSame(text.slice(0, at) + put + text.slice(at + length));
      expectTheSame(text.slice(0, at) + put + text.slice(at));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['a key twice', '"seq":1', '"seq":1,"seq":1'],
  ['a space', '"seq":1', '"seq": 1'],
  ['a number in another way', '"seq":1', '"seq":1.0'],
  ['a number that is too large', '"seq":1', '"seq":9999999999999999'],
  ['a key of the payload out of order', '{"a":1,"b":2}', '{"b":2,"a":1}'],
  ['__proto__', '{"a":1,"b":2}', '{"__proto__":1}'],
  ['a payload that is none', '{"a":1,"b":2}', '[1]'],
  ['a salt without payload', '{"a":1,"b":2}', 'null'],
])('%s is no plain event', (_what, from, to) => {
  const [ofEvent] = fc.sample(header, { numRuns: 1, seed: 1 });
  const text = canonicalText({
    header: { ...ofEvent, seq: 1 },
    payload: { a: 1, b: 2 },
    salt: 'A'.repeat(22),
  });
  expect(plainEventText(text)).not.toBeNull();
  expect(plainEventText(text.replace(from, to))).toBeNull();
});

const PIECES = ['"', '}', '{', ',"salt":null}', '"seq":1', 'null', '\\u0061', '0', ' '];

const FIELDS = [
  ...['eventId', 'deviceId', 'epoch', 'seq', 'at', 'hlc', 'actorId', 'caseId', 'kind'].map(
    (field) => ['header', field] as const,
  ),
  ...['formVersion', 'base', 'payloadHash', 'previousHash', 'ofLater'].map(
    (field) => ['header', field] as const,
  ),
  ...['header', 'payload', 'salt', 'ofLater'].map((field) => ['event', field] as const),
];
