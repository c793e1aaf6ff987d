import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appendEvents } from '#db/desk/appendEvents.ts';
import { writeHub } from '#db/hub/connection.ts';
import { markDeviceRevoked } from '#db/hub/devices.ts';
import { askAttachment, type Caller, type HubReply, putChunk } from '#electron/sync/hubClient.ts';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { Sha256Hex } from '#shared/domain/identity.ts';
import { ScanId } from '#shared/domain/scans/scan.ts';
import { hexOf } from '#shared/protocol/bytes.ts';
import {
  ACTOR,
  accepted,
  newCaseId,
  openedEvent,
} from '../integration/store/support/deskFixture.ts';
import { codeOf, createSender, post, type Sender } from './support/sender.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

let hub: TestHub;
let sender: Sender;
let content: Uint8Array;
let hash: Sha256Hex;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());
beforeEach(async () => {
  sender = await createSender(hub);
  content = nodeCrypto.randomBytes(1000);
  hash = Sha256Hex.parse(hexOf(nodeCrypto.sha256(content)));
  const caseId = newCaseId();
  accepted(
    appendEvents(sender.store, {
      events: [
        openedEvent(caseId, 'R-9'),
        {
          kind: 'scanAttached',
          caseId,
          actorId: ACTOR,
          formVersion: null,
          payload: {
            scanId: ScanId.parse(hub.hub.context.ids.uuid()),
            documentKey: 'D8',
            source: 'file',
            pages: [{ hash, bytes: 1000, width: 10, height: 10, mime: 'image/jpeg' }],
            basis: { rules: { id: 'rules', version: 1 }, legalBasis: 'نظام' },
          },
        },
      ],
    }),
  );
  expect(await codeOf(post(hub, await sender.batch()))).toBe('rifada.receipt');
});
afterEach(() => sender.close());

const address = () => ({ url: hub.origin, hubPublicKey: hub.hub.context.publicKey });
const { signal } = new AbortController();

function caller(change: Partial<Caller> = {}): Caller {
  const { deviceId, privateKey } = sender.device;
  const { clock } = hub.hub.context;
  return { crypto: nodeCrypto, clock, deviceId, privateKey, clockSkewMs: 0, ...change };
}

async function said(reply: Promise<HubReply>) {
  const answer = await reply;
  if (answer.kind !== 'statement') return answer.kind;
  const { statement } = answer;
  if (statement.format === 'rifada.refusal') return statement.code;
  if (statement.format !== 'rifada.attachment') return statement.format;
  return statement.complete ? 'complete' : statement.received;
}

const put = (bytes: Uint8Array, firstByte = 0, size = 1000, name = hash) =>
  said(putChunk(address(), caller(), { hash: name, firstByte, size, bytes }, signal));
const state = (by = caller()) => said(askAttachment(address(), by, hash, signal));

describe('a page in pieces', () => {
  it('goes on from what is held; pieces may come again, overlap, or come too early', async () => {
    expect(await state()).toBe(0);
    expect(await put(content.subarray(0, 400))).toBe(400);
    expect(await put(content.subarray(700), 700)).toBe(400);
    expect(await put(content.subarray(0, 400))).toBe(400);
    expect(await put(content.subarray(300, 600), 300)).toBe(600);
    expect(await state()).toBe(600);
    expect(await put(content.subarray(600), 600)).toBe('complete');
    expect(await put(content)).toBe('complete');
    expect(await state()).toBe('complete');
  });

  it('sent twice at once has one effect', async () => {
    const both = await Promise.all([put(content), put(content)]);
    expect(both).toEqual(['complete', 'complete']);
  });

  it('of other bytes than its name says is refused, and begins anew', async () => {
    const other = Uint8Array.from(content, (byte, at) => (at === 500 ? byte ^ 1 : byte));
    expect(await put(content.subarray(0, 400))).toBe(400);
    expect(await put(other.subarray(400), 400)).toBe('attachmentHashWrong');
    expect(await state()).toBe(0);
    expect(await put(content)).toBe('complete');
  });

  it('of another size, or beyond its end, is refused', async () => {
    expect(await put(content.subarray(0, 400), 0, 64 * 1024 * 1024)).toBe('malformed');
    expect(await put(content, 500)).toBe('malformed');
    expect(await state()).toBe(0);
  });

  it('that no scan names is refused, whatever it holds', async () => {
    const stray = nodeCrypto.randomBytes(10);
    const name = Sha256Hex.parse(hexOf(nodeCrypto.sha256(stray)));
    expect(await put(stray, 0, 10, name)).toBe('attachmentUnknown');
  });

  it('is nothing that a laptop of another branch may ask about', async () => {
    const stranger = await createSender(hub);
    const { deviceId, privateKey } = stranger.device;
    expect(await state(caller({ deviceId, privateKey }))).toBe('attachmentUnknown');
    stranger.close();
  });
});

describe('who may send it', () => {
  it('nobody with another key, another laptop, or an old request', async () => {
    const { privateKey } = nodeCrypto.generateKeyPair();
    expect(await state(caller({ privateKey }))).toBe('signatureWrong');
    const deviceId = hub.hub.context.ids.uuid() as Caller['deviceId'];
    expect(await state(caller({ deviceId }))).toBe('deviceUnknown');
    expect(await state(caller({ clockSkewMs: 6 * 60_000 }))).toBe('clockSkew');
  });

  it('not a laptop that was revoked', async () => {
    expect(await put(content.subarray(0, 400))).toBe(400);
    await writeHub(hub.hub.context.db, (writer) =>
      markDeviceRevoked(writer, sender.device.deviceId, 'فُقد', '2026-11-23T08:00:00.000Z'),
    );
    expect(await put(content.subarray(400), 400)).toBe('deviceRevoked');
    expect(await state()).toBe('deviceRevoked');
  });
});
