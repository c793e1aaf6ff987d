import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bytesOfBase64Url } from '#shared/protocol/bytes.ts';
import { bindPaper, signOnPaper } from '../integration/desk/support/pictures.ts';
import { refusalOf } from '../integration/desk/support/refusal.ts';
import { createTestDesk } from '../integration/desk/support/testDesk.ts';
import { matchedCase } from '../integration/desk/support/widowCase.ts';
import { pulled } from './support/branchLaptops.ts';
import { type CuttingProxy, createCuttingProxy } from './support/cuttingProxy.ts';
import { enrolOver, untilSync } from './support/enrolledDesk.ts';
import { attachScan, createScanningDesk, pictureOf } from './support/scannedCase.ts';
import { createTrainingHub, type TestHub } from './support/testHub.ts';

/** Larger than two pieces on the wire. */
const LARGE = pictureOf(1700, 2400, 1_300_000);
const SMALL = pictureOf(1700, 1200, 900);

let hub: TestHub;
let proxy: CuttingProxy;
let desk: Awaited<ReturnType<typeof createScanningDesk>>;
beforeAll(async () => {
  hub = await createTrainingHub();
  await hub.api('POST', '/people', {
    userName: 'clerk',
    displayName: 'نورة الشهري',
    password: 'كلمة مرور الكاتبة 1',
    roles: ['importClerk'],
  });
  proxy = await createCuttingProxy(hub.origin);
  desk = await createScanningDesk(hub, proxy.origin);
  await allThere();
}, 60_000);
afterAll(async () => {
  await desk.close();
  await proxy.close();
  await hub.close();
});
afterEach(() => asAdministrator());

const allThere = () =>
  untilSync(
    desk,
    ({ counts, situation }) =>
      situation === 'allSent' && counts.eventsWaiting === 0 && counts.pagesWaiting === 0,
  );
const attachments = () => hub.hub.context.db.query('SELECT hash FROM attachment');
const isPut = (method: string) => method === 'PUT';

const Pages = z.object({
  pages: z.array(
    z.object({ scanId: z.string(), page: z.int(), bytes: z.int(), held: z.boolean() }),
  ),
});

async function atHeadquarters() {
  await asClerk();
  const { status, body } = await hub.api('GET', `/cases/${desk.caseId}/scans`);
  expect(status, JSON.stringify(body)).toBe(200);
  return Pages.parse(body).pages;
}

async function pageAtHeadquarters(scanId: string, page: number, caseId: string = desk.caseId) {
  const { status, body } = await hub.api('GET', `/cases/${caseId}/scans/${scanId}/pages/${page}`);
  if (status !== 200) return z.looseObject({ code: z.string() }).parse(body).code;
  return bytesOfBase64Url(z.object({ mime: z.string(), data: z.string() }).parse(body).data);
}

describe('pages of scans', () => {
  it('follow their events to headquarters, which shows them to who may see them', async () => {
    const scanId = await attachScan(desk.client, desk.caseId, [LARGE, SMALL]);
    await desk.client.sync.sendNow();
    const status = await allThere();
    expect(status.contacts[0]).toMatchObject({ outcome: 'allSent', files: 2 });
    expect((await atHeadquarters()).filter((each) => each.scanId === scanId)).toEqual([
      { scanId, page: 0, bytes: LARGE.bytes.length, held: true },
      { scanId, page: 1, bytes: SMALL.bytes.length, held: true },
    ]);
    expect(await pageAtHeadquarters(scanId, 0)).toEqual(LARGE.bytes);
    expect(await pageAtHeadquarters(scanId, 1)).toEqual(SMALL.bytes);
    expect(await pageAtHeadquarters(scanId, 2)).toBe('notFound');
    await asAdministrator();
    expect(await pageAtHeadquarters(scanId, 1)).toBe('notPermitted');
  });

  it('of a signed sheet travel as those of documents, and go where the sheet is taken back', async () => {
    const { client } = desk;
    const caseId = await matchedCase(client, '2026-11-23');
    const declaration = await signOnPaper(client, caseId);
    const sheet = pictureOf(1200, 1700, 40_000);
    const scanId = await bindPaper(client, { caseId, declaration }, [sheet]);
    await client.sync.sendNow();
    await allThere();
    await asClerk();
    expect(await pageAtHeadquarters(scanId, 0, caseId)).toEqual(sheet.bytes);
    await client.signedPaper.remove({ caseId, scanId, reason: 'صورة ورقة أخرى' });
    await client.sync.sendNow();
    await allThere();
    expect(await pageAtHeadquarters(scanId, 0, caseId)).toBe('notFound');
  });

  it('of another laptop of the branch are shown when somebody there opens them', async () => {
    const other = await createTestDesk();
    await other.client.session.found({ kind: 'training', language: 'ar' });
    await enrolOver(other, hub, hub.origin);
    const picture = pictureOf(900, 700, 31_000);
    const { caseId } = desk;
    const scanId = await attachScan(desk.client, caseId, [picture]);
    await desk.client.sync.sendNow();
    await allThere();
    await pulled(hub, other);
    const { data } = await other.client.scans.read({ caseId, scanId, page: 0 });
    expect(Buffer.from(data, 'base64url').equals(picture.bytes)).toBe(true);

    // Without a way to headquarters the place says where the picture is.
    await other.client.sync.setAddress({ hubUrl: 'http://127.0.0.1:9' });
    const refused = other.client.scans.read({ caseId, scanId, page: 0 });
    expect(await refusalOf(refused)).toMatchObject({ code: 'scanElsewhere' });
    await other.close();
  });

  it('cut in the middle go on from where they were', async () => {
    const cutPicture = pictureOf(1700, 2300, 1_300_000);
    const scanId = await attachScan(desk.client, desk.caseId, [cutPicture]);
    let puts = 0;
    proxy.cutNext('midRequest', (method) => isPut(method) && ++puts === 2);
    await desk.client.sync.sendNow();
    const cut = await untilSync(desk, ({ situation }) => situation === 'offline');
    expect(cut.counts).toMatchObject({ eventsWaiting: 0, pagesWaiting: 1 });
    const before = proxy.requests.filter((line) => line.startsWith('PUT')).length;
    await desk.client.sync.sendNow();
    await allThere();
    const after = proxy.requests.filter((line) => line.startsWith('PUT')).length - before;
    // Headquarters held the first half MiB: what is left of 1.3 MB fits into fewer pieces than all of it.
    await asClerk();
    const held = await hub.hub.context.db.query<{ readonly first_byte: number }>(
      `SELECT first_byte FROM attachment_chunk WHERE hash = decode('${cutPicture.page.hash}', 'hex')
       ORDER BY first_byte`,
    );
    expect(held[0]?.first_byte).toBe(0);
    expect(held.length).toBe(1 + after);
    expect(await pageAtHeadquarters(scanId, 0)).toEqual(cutPicture.bytes);
  });

  it('of a scan that was removed are not sent, and those that were sent are destroyed', async () => {
    const before = (await attachments()).length;
    const first = await attachScan(desk.client, desk.caseId, [pictureOf(800, 600, 2_000)]);
    await desk.client.sync.sendNow();
    await allThere();
    expect(await attachments()).toHaveLength(before + 1);
    const reason = 'وثيقة أخرى';
    const { caseId } = desk;
    proxy.setDown(true);
    const second = await attachScan(desk.client, caseId, [pictureOf(800, 600, 3_000)]);
    for (const scanId of [first, second]) {
      await desk.client.scans.remove({ caseId, scanId, reason, voidSignature: false });
    }
    proxy.setDown(false);
    await desk.client.sync.sendNow();
    await allThere();
    expect(await attachments()).toHaveLength(before);
    const standing = (await atHeadquarters()).map(({ scanId }) => scanId);
    expect(standing.includes(first) || standing.includes(second)).toBe(false);
    expect(await pageAtHeadquarters(first, 0)).toBe('notFound');
  });

  it('whose file is damaged or gone stay here with a reason, and hold up nothing', async () => {
    proxy.setDown(true);
    const folder = join(desk.folder, 'attachments');
    const known = new Set(existsSync(folder) ? readdirSync(folder) : []);
    await attachScan(desk.client, desk.caseId, [pictureOf(800, 600, 4_000)]);
    const [damaged = ''] = readdirSync(folder).filter((name) => !known.has(name));
    const whole = readFileSync(join(folder, damaged));
    writeFileSync(join(folder, damaged), whole.subarray(0, whole.length - 40));
    const good = await attachScan(desk.client, desk.caseId, [pictureOf(800, 600, 5_000)]);
    proxy.setDown(false);
    await desk.client.sync.sendNow();
    const seen = await untilSync(desk, ({ situation }) => situation === 'pagesStay');
    expect(seen.pageProblems).toMatchObject([{ caseId: desk.caseId, page: 0, problem: 'damaged' }]);
    const missing = (await atHeadquarters()).filter(({ held }) => !held);
    expect(missing).toHaveLength(1);
    expect(missing[0]?.scanId).not.toBe(good);
    writeFileSync(join(folder, damaged), whole);
    await desk.client.sync.sendNow();
    await allThere();
    expect((await atHeadquarters()).every(({ held }) => held)).toBe(true);
  });

  it('of a revoked laptop are refused', async () => {
    proxy.setDown(true);
    await attachScan(desk.client, desk.caseId, [pictureOf(800, 600, 6_000)]);
    const before = (await attachments()).length;
    const Devices = z.looseObject({
      devices: z.array(z.looseObject({ deviceId: z.string(), state: z.string() })),
    });
    const { devices } = Devices.parse((await hub.api('GET', '/devices')).body);
    for (const { deviceId, state } of devices) {
      if (state !== 'enrolled') continue;
      await hub.api('POST', `/devices/${deviceId}/revoke`, { deviceId, reason: 'فُقد الجهاز' });
    }
    proxy.setDown(false);
    await desk.client.sync.sendNow();
    const seen = await untilSync(desk, ({ situation }) => situation === 'deviceRevoked');
    expect(seen.counts.pagesWaiting).toBe(1);
    expect(await attachments()).toHaveLength(before);
  });
});

async function asClerk(): Promise<void> {
  await hub.api('POST', '/session', { userName: 'clerk', password: 'كلمة مرور الكاتبة 1' });
}

async function asAdministrator(): Promise<void> {
  await hub.api('POST', '/session', { userName: 'admin', password: 'كلمة مرور المركز 1' });
}
