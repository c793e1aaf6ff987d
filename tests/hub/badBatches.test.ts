import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { writeHub } from '#db/hub/connection.ts';
import { markDeviceRevoked } from '#db/hub/devices.ts';
import { readHubCases, readHubJournal } from '#db/hub/journal.ts';
import { listQuarantine, readQuarantineBytes } from '#db/hub/quarantine.ts';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { canonicalText } from '#shared/protocol/chain.ts';
import { BATCH_LIMITS } from '#shared/protocol/sync/version.ts';
import { createClerk } from './support/clerks.ts';
import { changed, codeOf, createSender, post, resigned, type Sender } from './support/sender.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

let hub: TestHub;
let sender: Sender;
let good: Uint8Array;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());
beforeEach(async () => {
  sender = await createSender(hub);
  good = await sender.batch();
});
afterEach(() => sender.close());

const ofSender = async () => {
  const all = await readHubJournal(hub.hub.context.db, 0, 10_000);
  return all.filter(({ header }) => header.deviceId === sender.device.deviceId);
};
const line =
  (change: (text: string) => string, index = 1) =>
  (packed: Uint8Array) =>
    changed(packed, (lines) => lines.map((each, at) => (at === index ? change(each) : each)));
const Taken = z.strictObject({ fileName: z.string(), size: z.int(), data: z.string() });
const own = () => sender.device.privateKey;

type Spoil = (packed: Uint8Array) => Uint8Array | Promise<Uint8Array>;
const BAD: readonly (readonly [name: string, code: string, spoil: Spoil])[] = [
  ['no gzip at all', 'malformed', () => Buffer.from('<html>login</html>')],
  ['cut off while packed', 'malformed', (packed) => packed.subarray(0, packed.length - 20)],
  [
    'cut off after an event',
    'malformed',
    (packed) => changed(packed, (lines) => lines.slice(0, -1)),
  ],
  ['half a line', 'malformed', line((text) => text.slice(0, 100))],
  [
    'events in another order',
    'chainBroken',
    (packed) =>
      changed(packed, ([head = '', one = '', two = '', ...rest]) => [head, two, one, ...rest]),
  ],
  [
    'an event twice',
    'malformed',
    (packed) => changed(packed, ([head = '', one = '', ...rest]) => [head, one, one, ...rest]),
  ],
  [
    'an event in place of another',
    'chainBroken',
    (packed) =>
      changed(packed, ([head = '', one = '', _two, ...rest]) => [head, one, one, ...rest]),
  ],
  ['another name in a payload', 'payloadHashWrong', line((text) => text.replace('ريم', 'مها'), 2)],
  [
    'another actor in a header',
    'chainBroken',
    line((text) => text.replace(/"actorId":"[^"]+"/u, `"actorId":"${randomUUID()}"`)),
  ],
  [
    'a key twice',
    'notCanonical',
    line((text) => text.replace('"payload":{', '"payload":{"answer":1,"answer":1,')),
  ],
  [
    '__proto__ as a key',
    'notCanonical',
    line((text) => text.replace('"payload":{', '"payload":{"__proto__":{"admin":true},')),
  ],
  ['spaces', 'notCanonical', line((text) => text.replace('":', '": '))],
  [
    'a nest of ten thousand',
    'tooLarge',
    line((text) =>
      text.replace('"payload":{', `"payload":{"a":${'['.repeat(10_000)}${']'.repeat(10_000)},`),
    ),
  ],
  ['a gzip bomb', 'tooLarge', () => gzipSync(Buffer.alloc(64 * 1024 * 1024, 0x20))],
  [
    'more events than a batch may hold',
    'tooLarge',
    (packed) => resigned(packed, own(), ({ firstSeq }) => ({ lastSeq: firstSeq + 500 })),
  ],
  [
    'signed by another key',
    'signatureWrong',
    (packed) => resigned(packed, nodeCrypto.generateKeyPair().privateKey, () => ({})),
  ],
  [
    'a manifest changed after the signature',
    'signatureWrong',
    line((text) => text.replace('"number":1', '"number":9'), 0),
  ],
  [
    'for another headquarters',
    'wrongRecipient',
    (packed) => resigned(packed, own(), () => ({ recipient: randomUUID() })),
  ],
  [
    'of a laptop that is not known',
    'deviceUnknown',
    (packed) => resigned(packed, own(), () => ({ deviceId: randomUUID() })),
  ],
  [
    'of a future version',
    'protocolTooNew',
    (packed) =>
      resigned(packed, own(), () => ({ protocol: 99, format: 'rifada.batch.of.tomorrow' })),
  ],
  [
    'signed anew over another end of the chain',
    'chainBroken',
    (packed) => resigned(packed, own(), () => ({ hashAfter: 'a'.repeat(64) })),
  ],
];

describe('the bytes of what was refused', () => {
  it('are saved by whoever may, as they came, and the journal says by whom', async () => {
    const bytes = Buffer.from(`for a look ${randomUUID()}`);
    const { statement } = await post(hub, bytes);
    const id = statement.format === 'rifada.refusal' ? (statement.quarantineId ?? '') : '';
    const clerk = await createClerk(hub, 'faisal');
    const path = `/quarantine/${id}/bytes`;
    const taken = await clerk.call('POST', path, { offset: 0 });
    const { size, data, fileName } = Taken.parse(taken.body);
    expect(Buffer.from(data, 'base64url').equals(bytes)).toBe(true);
    expect({ size, fileName }).toEqual({
      size: bytes.length,
      fileName: `rifada-refused-${id}.bin`,
    });
    const written = await readHubJournal(hub.hub.context.db, 0, 10_000);
    expect(written.filter(({ header }) => header.kind === 'refusedBytesTaken')).toMatchObject([
      { payload: `{"quarantineId":"${id}"}` },
    ]);
    // An administrator reads no cases, and so nothing that may hold some.
    expect((await hub.api('POST', path, { offset: 0 })).body).toMatchObject({
      code: 'notPermitted',
    });
    const nothing = await clerk.call('POST', `/quarantine/${randomUUID()}/bytes`, { offset: 0 });
    expect(nothing.body).toMatchObject({ code: 'notFound' });
  });
});

describe('what is not a good batch', () => {
  it.each(BAD)(
    '%s is refused as %s, kept with its bytes, and nothing is taken in',
    async (_name, code, spoil) => {
      const bytes = await spoil(good);
      const { status, statement } = await post(hub, bytes);
      if (statement.format !== 'rifada.refusal') throw new Error(`taken in: ${statement.format}`);
      expect(statement.code).toBe(code);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(await ofSender()).toEqual([]);
      const { quarantineId } = statement;
      const kept = await readQuarantineBytes(hub.hub.context.db, quarantineId ?? '');
      expect(kept !== null && Buffer.from(kept).equals(Buffer.from(bytes))).toBe(true);
      const seen = await readHubJournal(hub.hub.context.db, 0, 10_000);
      expect(
        seen.some(
          ({ header, payload }) =>
            header.kind === 'sendingRefused' && payload?.includes(quarantineId ?? '-'),
        ),
      ).toBe(true);
      // The very same laptop is taken in right after.
      expect(await codeOf(post(hub, good))).toBe('rifada.receipt');
      expect(await ofSender()).toHaveLength(4);
    },
  );

  it('what is larger than is read at all is refused, seen and counted, and not kept', async () => {
    const tooMuch = Buffer.alloc(BATCH_LIMITS.packedBytes + 1);
    for (const _time of [1, 2]) {
      const { status, statement } = await post(hub, tooMuch);
      expect({ status, ...statement }).toMatchObject({ status: 413, code: 'tooLarge' });
    }
    const entries = await listQuarantine(hub.hub.context.db, 1000);
    expect(entries.filter(({ bytes }) => bytes === 0)).toMatchObject([
      { code: 'tooLarge', times: 2, deviceId: null },
    ]);
  });

  it('the same refused bytes again are one entry, which expires', async () => {
    const bytes = Buffer.from(`twice ${randomUUID()}`);
    await post(hub, bytes);
    await post(hub, bytes);
    const entries = await listQuarantine(hub.hub.context.db, 1000);
    expect(entries.filter((entry) => entry.bytes === bytes.length)).toMatchObject([{ times: 2 }]);
    hub.setNow('2027-03-01T08:00:00.000Z');
    await hub.restart();
    expect(await listQuarantine(hub.hub.context.db, 1000)).toEqual([]);
    hub.setNow('2026-11-23T08:00:00.000Z');
  });
});

describe('what comes more than once', () => {
  it('the same batch has the same receipt, byte for byte, and one effect', async () => {
    const first = await post(hub, good);
    const again = await Promise.all([post(hub, good), post(hub, good)]);
    for (const each of again) expect(each).toEqual(first);
    expect(await ofSender()).toHaveLength(4);
  });

  it('a batch cut anew begins with what is held, and adds only the rest', async () => {
    expect(await codeOf(post(hub, await sender.batch({ events: 3 })))).toBe('rifada.receipt');
    expect(await codeOf(post(hub, good))).toBe('rifada.receipt');
    expect(await codeOf(post(hub, await sender.batch({ after: 3, events: 1, number: 2 })))).toBe(
      'rifada.receipt',
    );
    expect((await ofSender()).map(({ header }) => header.seq)).toEqual([1, 2, 3, 4]);
  });

  it('a batch that does not follow is refused with what is expected, and kept', async () => {
    const early = await sender.batch({ after: 4 });
    const { statement } = await post(hub, early);
    expect(statement).toMatchObject({ code: 'sequenceGap', expectedSeq: 1 });
    const { db } = hub.hub.context;
    const [kept] = await listQuarantine(db, 1);
    expect(kept).toMatchObject({ code: 'sequenceGap', deviceId: sender.device.deviceId });
    const bytes = await readQuarantineBytes(db, kept?.quarantineId ?? '');
    expect(Buffer.from(bytes ?? []).equals(early)).toBe(true);
  });

  it('batches that are under way side by side are stored in their order', async () => {
    const batches: Uint8Array[] = [];
    for (let after = 0; after < 4; after += 1) {
      batches.push(await sender.batch({ after: 2 + after, events: 1, number: after + 1 }));
    }
    const codes = await Promise.all(batches.map((batch) => codeOf(post(hub, batch))));
    expect(codes).toEqual(batches.map(() => 'rifada.receipt'));
    expect((await ofSender()).map(({ header }) => header.seq)).toEqual([1, 2, 3, 4]);
  });

  it('the same id over other content is a conflict', async () => {
    await post(hub, good);
    const other = resigned(good, own(), () => ({ number: 7 }));
    const { status, statement } = await post(hub, other);
    expect({ status, ...statement }).toMatchObject({ status: 409, code: 'batchConflict' });
    expect(await ofSender()).toHaveLength(4);
  });

  it('another event in a place that is taken is a conflict', async () => {
    expect(await codeOf(post(hub, await sender.batch({ events: 2 })))).toBe('rifada.receipt');
    const forked = resigned(await sender.batch({ after: 4 }), own(), () => ({
      hashBefore: 'b'.repeat(64),
    }));
    // The events still say what stood before them: the chain inside the batch is broken by that.
    expect(await codeOf(post(hub, forked))).toBe('chainBroken');
  });
});

describe('what headquarters does not know yet', () => {
  it('is kept with its fields, counted, and comes out as it went in', async () => {
    const [first] = await import('#db/desk/journal.ts').then(({ readJournal }) =>
      readJournal(sender.store.reader, 2, 1),
    );
    if (!first) throw new Error('no event');
    const { payload } = { payload: '{"later":{"10":1,"9":[2]}}' };
    const salt = nodeCrypto.randomBytes(16);
    const { payloadTextHash } = await import('#shared/protocol/chain.ts');
    const header = {
      ...first.header,
      kind: 'eventOfTomorrow',
      moonPhase: { '10': 'full', '9': 'new' },
      payloadHash: payloadTextHash(nodeCrypto, salt, payload),
    };
    const text = canonicalText(header);
    const { hexOf, utf8Bytes, base64UrlOf } = await import('#shared/protocol/bytes.ts');
    const hash = hexOf(nodeCrypto.sha256(utf8Bytes(text)));
    const made = changed(good, ([head = '']) => [
      head,
      `{"header":${text},"payload":${payload},"salt":"${base64UrlOf(salt)}"}`,
    ]);
    const batch = resigned(made, own(), () => ({ lastSeq: 1, hashAfter: hash, weather: 'clear' }));
    const { statement } = await post(hub, batch);
    expect(statement).toMatchObject({ format: 'rifada.receipt', parked: 1 });
    const [held] = await readHubCases(hub.hub.context.db, [first.header.caseId ?? '']);
    expect(held?.payload).toBe(payload);
    expect(canonicalText(held?.header)).toBe(text);
  });
});

describe('a revoked laptop', () => {
  it('is refused at its next contact', async () => {
    await writeHub(hub.hub.context.db, (writer) =>
      markDeviceRevoked(writer, sender.device.deviceId, 'فُقد', '2026-11-23T08:00:00.000Z'),
    );
    const { statement } = await post(hub, good);
    expect(statement).toMatchObject({ code: 'deviceRevoked' });
    const id = statement.format === 'rifada.refusal' ? (statement.quarantineId ?? '') : '';
    const kept = await readQuarantineBytes(hub.hub.context.db, id);
    expect(Buffer.from(kept ?? []).equals(good)).toBe(true);
    const Lines = z.array(z.string());
    expect(Lines.parse(hub.lines).some((each) => each.includes('deviceRevoked'))).toBe(true);
    expect(await ofSender()).toEqual([]);
  });
});
