import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { EventHeader } from '#shared/domain/case/caseEvent.ts';
import {
  BEFORE_FIRST,
  type ChainRow,
  canonicalBytes,
  canonicalText,
  headerHash,
  payloadHash,
  payloadTextHash,
  verifyChain,
} from '#shared/protocol/chain.ts';

const DEVICE = '01950000-0000-7000-8000-000000000003';

function makeHeader(epoch: number, seq: number, payloadHashHex: string, previousHash: string) {
  return EventHeader.parse({
    eventId: `01950000-0000-7000-8000-${String(epoch * 10_000 + seq).padStart(12, '0')}`,
    deviceId: DEVICE,
    epoch,
    seq,
    at: '2025-02-24T06:00:00.000Z',
    hlc: `001740355200000-${String(seq).padStart(5, '0')}`,
    actorId: '01950000-0000-7000-8000-000000000001',
    caseId: null,
    kind: 'deskFounded',
    formVersion: null,
    base: null,
    payloadHash: payloadHashHex,
    previousHash,
  });
}

/** A whole chain over these payloads, beginning a new epoch where told. */
function makeChain(payloads: readonly unknown[], epochBegins: readonly number[] = []): ChainRow[] {
  const rows: ChainRow[] = [];
  let epoch = 1;
  let seq = 0;
  let previous: string = BEFORE_FIRST;
  for (const [index, payload] of payloads.entries()) {
    if (epochBegins.includes(index) && seq > 0) {
      epoch += 1;
      seq = 0;
      previous = BEFORE_FIRST;
    }
    seq += 1;
    const salt = nodeCrypto.randomBytes(16);
    const header = makeHeader(epoch, seq, payloadHash(nodeCrypto, salt, payload), previous);
    previous = headerHash(nodeCrypto, header);
    rows.push({ header, headerHash: previous, salt, payload: canonicalText(payload) });
  }
  return rows;
}

describe('canonical bytes (RFC 8785)', () => {
  it('does not depend on the order in which an object was made', () => {
    expect(canonicalText({ b: [1, 2], a: { d: 'ر', c: null } })).toBe(
      '{"a":{"c":null,"d":"ر"},"b":[1,2]}',
    );
    expect(canonicalBytes({ é: 1 })).toEqual(new TextEncoder().encode('{"é":1}'));
  });

  it('reads back as the same value, and writes that as the same text', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = canonicalText(value);
        expect(canonicalText(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('refuses what JSON cannot hold', () => {
    for (const value of [undefined, { a: Number.NaN }, { a: '\ud800' }]) {
      expect(() => canonicalText(value)).toThrow();
    }
  });
});

describe('the chain', () => {
  it('holds for any payloads and any beginnings of epochs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 12 }),
        fc.array(fc.nat(12), { maxLength: 3 }),
        (payloads, epochBegins) => {
          const rows = makeChain(payloads, epochBegins);
          const verdict = verifyChain(nodeCrypto, rows);
          expect(verdict).toMatchObject({ ok: true, checked: payloads.length });
          const cut = Math.floor(rows.length / 2);
          const first = verifyChain(nodeCrypto, rows.slice(0, cut));
          if (!first.ok) throw new Error('the first half does not hold');
          expect(verifyChain(nodeCrypto, rows.slice(cut), first.tail).ok).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('holds when a payload was destroyed, and the salted hash tells nothing of it', () => {
    const rows = makeChain(['one', 'two', 'three']);
    const destroyed = rows.map((row, index) =>
      index === 1 ? { ...row, salt: null, payload: null } : row,
    );
    expect(verifyChain(nodeCrypto, destroyed)).toMatchObject({ ok: true, checked: 3 });
    const other = payloadTextHash(nodeCrypto, nodeCrypto.randomBytes(16), '"two"');
    expect(other).not.toBe(rows[1]?.header.payloadHash);
  });

  const rows = makeChain([{ a: 1 }, { a: 2 }, { a: 3 }, { a: 4 }]);
  function changed(index: number, change: (row: ChainRow) => ChainRow): ChainRow[] {
    return rows.map((row, at) => (at === index ? change(row) : row));
  }
  const otherHash = BEFORE_FIRST.replace('0', '1');

  it.each<[string, readonly ChainRow[], string, number]>([
    [
      'a changed payload',
      changed(2, (row) => ({ ...row, payload: '{"a":9}' })),
      'payloadHashWrong',
      3,
    ],
    [
      'a changed header',
      changed(1, (row) => ({ ...row, header: { ...row.header, at: '2025-02-25T06:00:00.000Z' } })),
      'headerHashWrong',
      2,
    ],
    [
      'a payload without its salt',
      changed(1, (row) => ({ ...row, salt: null })),
      'payloadHalfDestroyed',
      2,
    ],
    ['a missing event', rows.filter((_, index) => index !== 1), 'sequenceBroken', 3],
    ['a missing beginning', rows.slice(1), 'sequenceBroken', 2],
    ['an event twice', [...rows.slice(0, 2), ...rows.slice(1)], 'sequenceBroken', 2],
    [
      'another stored hash',
      changed(0, (row) => ({ ...row, headerHash: otherHash })),
      'headerHashWrong',
      1,
    ],
    [
      'another device',
      changed(3, (row) => ({
        ...row,
        header: {
          ...row.header,
          deviceId: EventHeader.shape.deviceId.parse('01950000-0000-7000-8000-000000000009'),
        },
      })),
      'deviceChanged',
      4,
    ],
  ])('shows %s', (_, tampered, fault, seq) => {
    expect(verifyChain(nodeCrypto, tampered)).toEqual({ ok: false, fault, epoch: 1, seq });
  });

  it('shows an event that was replaced together with its own hash', () => {
    const foreign = makeChain([{ a: 1 }, { a: 7 }])[1];
    const tampered = rows.map((row, index) => (index === 1 && foreign ? foreign : row));
    expect(verifyChain(nodeCrypto, tampered).ok).toBe(false);
  });
});
