import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readHubCases, readHubJournal } from '#db/hub/journal.ts';
import { listQuarantine } from '#db/hub/quarantine.ts';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { labelOf, sealStream } from '#ports/sealedFile.ts';
import { type ParcelLabel, signedLabelLine } from '#shared/protocol/sync/parcel.ts';
import { refusalOf } from '../integration/desk/support/refusal.ts';
import { openCase, welcome } from '../integration/desk/support/widowCase.ts';
import { type CuttingProxy, createCuttingProxy } from './support/cuttingProxy.ts';
import { createEnrolledDesk, untilSync } from './support/enrolledDesk.ts';
import { attachScan, createScanningDesk, pictureOf } from './support/scannedCase.ts';
import { answerOf, readAtHeadquarters, takeAnswer, writeStick } from './support/sticks.ts';
import { createTrainingHub, HQ_PASSWORD, type TestHub } from './support/testHub.ts';

const CLERK_PASSWORD = 'كلمة مرور الكاتبة 1';

let hub: TestHub;
let other: TestHub;
let proxy: CuttingProxy;
let desk: Awaited<ReturnType<typeof createScanningDesk>>;
beforeAll(async () => {
  [hub, other] = await Promise.all([createTrainingHub(), createTrainingHub()]);
  for (const each of [hub, other]) {
    await each.api('POST', '/people', {
      userName: 'clerk',
      displayName: 'نورة الشهري',
      password: CLERK_PASSWORD,
      roles: ['importClerk'],
    });
  }
  proxy = await createCuttingProxy(hub.origin);
  desk = await createScanningDesk(hub, proxy.origin);
  await untilSync(desk, ({ situation }) => situation === 'allSent');
  await asClerk(hub);
  await asClerk(other);
}, 60_000);
afterAll(async () => {
  await desk.close();
  await proxy.close();
  await hub.close();
  await other.close();
});
beforeEach(() => {
  hub.setNow('2026-11-23T08:00:00.000Z');
});

const asClerk = ({ api }: TestHub) =>
  api('POST', '/session', { userName: 'clerk', password: CLERK_PASSWORD });
const asAdministrator = ({ api }: TestHub) =>
  api('POST', '/session', { userName: 'admin', password: HQ_PASSWORD });
const seqsHeld = async () => {
  const { enrolment } = await desk.client.sync.status();
  expect(enrolment.state).toBe('enrolled');
  const all = await readHubJournal(hub.hub.context.db, 0, 100_000);
  const own = all.filter(({ header }) => header.deviceId !== hub.hub.context.hubId);
  return own.map(({ header }) => `${header.deviceId} ${header.epoch} ${header.seq}`);
};
const onceEach = async () => {
  const seqs = await seqsHeld();
  expect(new Set(seqs).size).toBe(seqs.length);
};
const waiting = async () => (await desk.client.sync.status()).counts;

/** New work on the desk while the network is away. */
async function newWork(coded: number): Promise<string> {
  proxy.setDown(true);
  const caseId = await openCase(desk.client);
  await welcome(desk.client, caseId);
  await attachScan(desk.client, desk.caseId, [pictureOf(900, 700, coded)]);
  const { eventsWaiting, pagesWaiting } = await waiting();
  expect(eventsWaiting).toBeGreaterThan(4);
  expect(pagesWaiting).toBe(1);
  return caseId;
}

async function readOk(file: Uint8Array) {
  const state = await readAtHeadquarters(hub, file);
  if (state.phase !== 'read') throw new Error(state.fault);
  return state.outcome;
}

describe('by stick', () => {
  it('entries and pages reach headquarters, and its answer empties the queue', async () => {
    const caseId = await newWork(2_000);
    const before = await waiting();
    const file = await writeStick(desk);
    expect(Buffer.from(file).includes(Buffer.from(caseId))).toBe(false);
    const outcome = await readOk(file);
    expect(outcome).toMatchObject({
      branchCode: 'TRN01',
      events: before.eventsWaiting,
      pages: 1,
      refusal: null,
      fault: null,
    });
    const held = await readHubCases(hub.hub.context.db, [caseId]);
    expect(held.map(({ header }) => header.kind)).toContain('inquiriesConfirmed');
    // The laptop knows nothing of it yet, and keeps everything.
    expect(await waiting()).toEqual(before);
    const answer = await answerOf(hub, outcome.parcelId);
    expect(await takeAnswer(desk, answer)).toMatchObject({
      ok: true,
      events: before.eventsWaiting,
      pages: 1,
      refusal: null,
    });
    expect(await waiting()).toMatchObject({ eventsWaiting: 0, pagesWaiting: 0 });
    const { contacts } = await desk.client.sync.status();
    expect(contacts[0]).toMatchObject({ outcome: 'stickAnswer', files: 1 });
    // The same answer again changes nothing.
    expect(await takeAnswer(desk, answer)).toMatchObject({ ok: true, events: 0, pages: 0 });
    proxy.setDown(false);
    await desk.client.sync.sendNow();
    await untilSync(desk, ({ situation }) => situation === 'allSent');
    await onceEach();
  });

  it('network and file both deliver, in either order, and it counts once', async () => {
    await newWork(3_000);
    const first = await writeStick(desk);
    proxy.setDown(false);
    await desk.client.sync.sendNow();
    await untilSync(desk, ({ counts }) => counts.eventsWaiting === 0 && counts.pagesWaiting === 0);
    const late = await readOk(first);
    expect(late).toMatchObject({ refusal: null, fault: null });
    expect(await takeAnswer(desk, await answerOf(hub, late.parcelId))).toMatchObject({
      ok: true,
      events: 0,
      pages: 0,
    });
    await newWork(4_000);
    const second = await writeStick(desk);
    await readOk(second);
    const again = await readOk(second);
    expect(again).toMatchObject({ refusal: null, fault: null });
    proxy.setDown(false);
    await desk.client.sync.sendNow();
    await untilSync(desk, ({ counts }) => counts.eventsWaiting === 0 && counts.pagesWaiting === 0);
    await onceEach();
  });

  it('a file that is lost is written anew, and an older one that is found still counts', async () => {
    await newWork(5_000);
    const lost = await writeStick(desk);
    await openCase(desk.client);
    const second = await writeStick(desk);
    const outcome = await readOk(second);
    await readOk(lost);
    expect(await takeAnswer(desk, await answerOf(hub, outcome.parcelId))).toMatchObject({
      ok: true,
    });
    expect(await waiting()).toMatchObject({ eventsWaiting: 0, pagesWaiting: 0 });
    await onceEach();
  });

  it('the answer tells the branch what its other laptop did', async () => {
    await asAdministrator(hub);
    const one = await createEnrolledDesk(hub);
    const other = await createEnrolledDesk(hub);
    await asClerk(hub);
    await untilSync(one, ({ situation }) => situation === 'allSent');
    await one.client.sync.setAddress({ hubUrl: 'http://127.0.0.1:9' });
    const caseId = await openCase(other.client);
    await welcome(other.client, caseId);
    await untilSync(other, ({ counts }) => counts.eventsWaiting === 0);
    const { parcelId } = await readOk(await writeStick(one));
    const answer = await answerOf(hub, parcelId);
    const taken = await takeAnswer(one, answer);
    expect(taken).toMatchObject({ ok: true, refusal: null });
    const { events } = await one.client.cases.get({ caseId });
    expect(events.map(({ kind }) => kind)).toContain('inquiriesConfirmed');
    expect(await takeAnswer(one, answer)).toMatchObject({ ok: true, received: 0 });
    await one.close();
    await other.close();
  });

  it('opens with the printed key too, when headquarters’ own is lost', async () => {
    const file = await writeStick(desk);
    await asAdministrator(hub);
    const { body } = await hub.api('POST', '/stick-keys/recovery', {});
    const { identity } = z.object({ identity: z.string(), recipient: z.string() }).parse(body);
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const opened = await decrypter.decrypt(file, 'text');
    expect(opened.startsWith('{"label":')).toBe(true);
    const wrong = await hub.api('POST', '/stick-keys/recovery/confirm', { ending: 'AAAAAA' });
    expect(wrong).toMatchObject({ status: 409, body: { code: 'keyNotConfirmed' } });
    const ending = identity.slice(-6).toLowerCase();
    await hub.api('POST', '/stick-keys/recovery/confirm', { ending });
    const status = z.looseObject({ recoveryWaits: z.boolean() });
    expect(status.parse((await hub.api('GET', '/stick-keys')).body).recoveryWaits).toBe(false);
    expect((await hub.api('POST', '/stick-keys/recovery', {})).status).toBe(404);
    await asClerk(hub);
    await readOk(file);
  });
});

/** A sealed file with another content under a label. */
async function forged(label: ParcelLabel, recipients: readonly string[], content: string) {
  const plain = new Blob([content]).stream();
  return new Uint8Array(
    await new Response(await sealStream(plain, label, recipients)).arrayBuffer(),
  );
}

function parcelLabel(file: Uint8Array): ParcelLabel {
  const label = labelOf(file);
  if (label?.format !== 'rifada.parcel') throw new Error('no parcel');
  return label;
}

const changedAt = (file: Uint8Array, at: number) =>
  Uint8Array.from(file, (byte, index) => (index === at ? byte ^ 1 : byte));

describe('what headquarters does not read', () => {
  let file: Uint8Array;
  const faultOf = async (bytes: Uint8Array, where = hub) => {
    const state = await readAtHeadquarters(where, bytes);
    return state.phase === 'refused' ? state.fault : state.outcome.fault;
  };
  beforeAll(async () => {
    await newWork(90_000);
    file = await writeStick(desk);
  }, 30_000);

  it('any other file, at once', async () => {
    expect(await faultOf(Buffer.from('PK\u0003\u0004 a report'))).toBe('notAParcel');
    expect(await faultOf(nodeCrypto.randomBytes(200_000))).toBe('notAParcel');
    const stranger = await generateX25519Identity();
    const label = { ...parcelLabel(file), format: 'rifada.other' as never };
    expect(await faultOf(await forged(label, [await identityToRecipient(stranger)], ''))).toBe(
      'notAParcel',
    );
  });

  it('a file for another headquarters', async () => {
    expect(await faultOf(file, other)).toBe('otherHub');
  });

  it('an answer in place of a parcel', async () => {
    const { parcelId } = await readOk(file);
    expect(await faultOf(await answerOf(hub, parcelId))).toBe('otherKind');
  });

  it('a file that was changed or cut off: what stands before counts, and no more', async () => {
    const before = (await seqsHeld()).length;
    // After the batches, in the page.
    expect(await faultOf(changedAt(file, file.length - 60_000))).toBe('damaged');
    expect(await faultOf(file.subarray(0, file.length - 70_000))).toBe('damaged');
    // In the header: no key opens it.
    const at = Buffer.from(file).indexOf('-> X25519') + 20;
    expect(['keyMissing', 'notAParcel']).toContain(await faultOf(changedAt(file, at)));
    expect((await seqsHeld()).length).toBe(before);
    await onceEach();
  });

  it('what somebody else sealed in the laptop’s name', async () => {
    const { recipients } = hub.hub.context.stickKeys;
    const label = parcelLabel(file);
    const own = nodeCrypto.generateKeyPair();
    const line = signedLabelLine(nodeCrypto, own.privateKey, label);
    expect(await faultOf(await forged(label, recipients, `${line}\n`))).toBe('damaged');
    const stranger = { ...label, deviceId: hub.hub.context.ids.uuid() as typeof label.deviceId };
    expect(await faultOf(await forged(stranger, recipients, `${line}\n`))).toBe('deviceUnknown');
    const future = { ...label, protocol: 99 };
    expect(await faultOf(await forged(future, recipients, `${line}\n`))).toBe('protocolTooNew');
  });

  it('a file that lay in a drawer too long', async () => {
    hub.setNow('2027-01-03T08:00:00.000Z');
    await asClerk(hub);
    expect(await faultOf(file)).toBe('expired');
    hub.setNow('2026-11-23T08:00:00.000Z');
    await asClerk(hub);
  });

  it('a file too large, or a transfer that it knows nothing of', async () => {
    const transferId = hub.hub.context.ids.uuid();
    const path = `/parcels/transfers/${transferId}`;
    const piece = { transferId, offset: 0, size: 513 * 1024 * 1024, data: 'AAAA' };
    expect(await hub.api('PUT', path, piece)).toMatchObject({ body: { code: 'fileTooLarge' } });
    const later = { ...piece, offset: 3, size: 9 };
    expect(await hub.api('PUT', path, later)).toMatchObject({ body: { code: 'transferLost' } });
    expect(await hub.api('GET', path)).toMatchObject({ body: { code: 'transferLost' } });
  });

  it('anything from somebody who may not', async () => {
    await asAdministrator(hub);
    const transferId = hub.hub.context.ids.uuid();
    const body = { transferId, offset: 0, size: 4, data: 'AAAA' };
    const sent = await hub.api('PUT', `/parcels/transfers/${transferId}`, body);
    expect(sent).toMatchObject({ status: 403, body: { code: 'notPermitted' } });
    await asClerk(hub);
  });
});

describe('what the laptop does not take for an answer', () => {
  it('a parcel, another file, an answer of another time, laptop or headquarters', async () => {
    const file = await writeStick(desk);
    const { parcelId } = await readOk(file);
    const answer = await answerOf(hub, parcelId);
    expect(await takeAnswer(desk, file)).toEqual({ ok: false, fault: 'otherKind' });
    expect(await takeAnswer(desk, Buffer.from('hello'))).toEqual({
      ok: false,
      fault: 'notAParcel',
    });
    expect(await takeAnswer(desk, changedAt(answer, answer.length - 5))).toEqual({
      ok: false,
      fault: 'damaged',
    });
    desk.setNow('2027-01-03T08:00:00.000Z');
    expect(await takeAnswer(desk, answer)).toEqual({ ok: false, fault: 'expired' });
    desk.setNow('2026-11-23T08:00:00.000Z');
    await asAdministrator(hub);
    const second = await createEnrolledDesk(hub);
    expect(await takeAnswer(second, answer)).toEqual({ ok: false, fault: 'otherLaptop' });
    await second.close();
    await asAdministrator(other);
    const foreign = await createEnrolledDesk(other);
    expect(await takeAnswer(foreign, answer)).toEqual({ ok: false, fault: 'otherHub' });
    await foreign.close();
    await asClerk(hub);
    expect(await takeAnswer(desk, answer)).toMatchObject({ ok: true });
  });

  it('an answer that somebody else wrote to it', async () => {
    const file = await writeStick(desk);
    const { parcelId } = await readOk(file);
    const label = labelOf(await answerOf(hub, parcelId));
    if (label?.format !== 'rifada.answer') throw new Error('no answer');
    const plain = new Blob(['{"answer":{},"signature":""}']).stream();
    const sealed = await sealStream(plain, label, [parcelLabel(file).replyTo]);
    const bytes = new Uint8Array(await new Response(sealed).arrayBuffer());
    expect(await takeAnswer(desk, bytes)).toEqual({ ok: false, fault: 'damaged' });
  });

  it('pieces out of turn', async () => {
    const attempt = desk.client.stick.takeAnswer({ offset: 5, size: 10, data: 'AAAA' });
    expect((await refusalOf(attempt)).code).toBe('stickAnswerInterrupted');
  });
});

describe('a revoked laptop', () => {
  it('is refused by file too; its batch is kept for a person to look at', async () => {
    await newWork(7_000);
    const file = await writeStick(desk);
    const before = (await seqsHeld()).length;
    await asAdministrator(hub);
    const Devices = z.looseObject({
      devices: z.array(z.looseObject({ deviceId: z.string(), state: z.string() })),
    });
    for (const { deviceId } of Devices.parse((await hub.api('GET', '/devices')).body).devices) {
      await hub.api('POST', `/devices/${deviceId}/revoke`, { deviceId, reason: 'فُقد الجهاز' });
    }
    await asClerk(hub);
    const state = await readAtHeadquarters(hub, file);
    if (state.phase !== 'read') throw new Error(state.fault);
    expect(state.outcome).toMatchObject({ events: 0, fault: 'deviceRevoked' });
    expect((await seqsHeld()).length).toBe(before);
    const kept = await listQuarantine(hub.hub.context.db, 10);
    expect(kept.some(({ code }) => code === 'deviceRevoked')).toBe(true);
    const answered = await takeAnswer(desk, await answerOf(hub, state.outcome.parcelId));
    expect(answered).toMatchObject({ ok: true, events: 0, pages: 0, refusal: 'deviceRevoked' });
    expect((await waiting()).eventsWaiting).toBeGreaterThan(0);
  });
});
