import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BatchEvent } from '#shared/protocol/sync/batchEvent.ts';
import { isPlainEvent } from '#shared/protocol/sync/plainEvent.ts';

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
  formVersion: fc.option(fc.string({ maxLength: 100 })),
  base: fc.option(fc.uuid({ version: 7 })),
  payloadHash: hex(64),
  previousHash: hex(64),
});
const salt = fc.string({
  unit: fc.constantFrom(...'AZaz09-_'.split('')),
  minLength: 22,
  maxLength: 22,
});
const event = fc.record({
  header,
  payload: fc.option(fc.dictionary(fc.string(), fc.jsonValue())),
  salt: fc.option(salt),
});
const odd = fc.oneof(
  fc.jsonValue(),
  fc.string({ minLength: 40, maxLength: 120 }),
  fc.constantFrom('2026-02-30T00:00:00.000Z', '2026-01-01T00:00:00Z', '0'.repeat(63), 1.5, 0, -1),
  fc.uuid().map((id) => id.toUpperCase()),
);

test('what is written here is plain', () => {
  fc.assert(fc.property(event, (each) => isPlainEvent(each)));
});

test('whatever the quick look passes, the schema passes, unchanged', () => {
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
        if (isPlainEvent(changed)) {
          expect(BatchEvent.safeParse(changed)).toEqual({ success: true, data: changed });
        }
      },
    ),
    { numRuns: 2000 },
  );
});

const FIELDS = [
  ...['eventId', 'deviceId', 'epoch', 'seq', 'at', 'hlc', 'actorId', 'caseId', 'kind'].map(
    (field) => ['header', field] as const,
  ),
  ...['formVersion', 'base', 'payloadHash', 'previousHash', 'ofLater'].map(
    (field) => ['header', field] as const,
  ),
  ...['header', 'payload', 'salt', 'ofLater'].map((field) => ['event', field] as const),
];
