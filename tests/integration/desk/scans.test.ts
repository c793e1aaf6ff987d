import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { standingDeclaration } from '#shared/domain/case/caseState.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { CHUNK, type ScanId, type ScanPage } from '#shared/domain/scans/scan.ts';
import { TRAINING_PASSWORD } from '#shared/domain/training.ts';
import { base64UrlOf, bytesOfBase64Url, hexOf } from '#shared/protocol/bytes.ts';
import { verifyExport } from '#shared/protocol/verifyExport.ts';
import { fillDisk, mountTinyDisk } from '#tests/e2e/support/tamper.ts';
import { exifSegment, jpegOf } from '#tests/fixtures/scanFiles.ts';
import { refusalOf } from './support/refusal.ts';
import { createTestDesk, foundBranch, personAtDoor, type TestDesk } from './support/testDesk.ts';
import { matchedCase, openCase, readCase, sign } from './support/widowCase.ts';

const TODAY = '2026-11-23';
const BILL = 'D8';
/** Larger than one message carries. */
const PICTURE = jpegOf({ width: 1700, height: 2400, coded: CHUNK + 5000 });
const SECOND = jpegOf({ width: 1700, height: 1200, coded: 900 });

let desk: TestDesk;
afterEach(() => desk.close());

function pageOf(bytes: Uint8Array, width: number, height: number): ScanPage {
  const hash = hexOf(nodeCrypto.sha256(bytes));
  return { hash, bytes: bytes.length, width, height, mime: 'image/jpeg' } as ScanPage;
}
const PAGES = [pageOf(PICTURE, 1700, 2400), pageOf(SECOND, 1700, 1200)];

const folder = () => join(desk.folder, 'attachments');
const files = () => (existsSync(folder()) ? readdirSync(folder()).toSorted() : []);
const endings = () => files().map((name) => name.slice(64));

async function begin(caseId: CaseId, pages = PAGES, documentKey = BILL): Promise<ScanId> {
  const { scanId } = await desk.client.scans.begin({ caseId, documentKey, source: 'file', pages });
  return scanId;
}

async function send(caseId: CaseId, scanId: ScanId, pictures: readonly Uint8Array[]) {
  for (const [page, bytes] of pictures.entries()) {
    for (let offset = 0; offset < bytes.length; offset += CHUNK) {
      const data = base64UrlOf(bytes.subarray(offset, offset + CHUNK));
      await desk.client.scans.send({ caseId, scanId, page, offset, data });
    }
  }
}

async function attached(caseId: CaseId, voidSignature = false): Promise<ScanId> {
  const scanId = await begin(caseId);
  await send(caseId, scanId, [PICTURE, SECOND]);
  await desk.client.scans.attach({ caseId, scanId, voidSignature });
  return scanId;
}

async function unlock() {
  const actorId = personAtDoor(await desk.client.session.status());
  await desk.client.session.unlock({ actorId, password: TRAINING_PASSWORD });
}

describe('a branch without a basis', () => {
  it('takes no picture of any document, whoever asks', async () => {
    desk = await createTestDesk();
    await foundBranch(desk);
    const caseId = await matchedCase(desk.client, TODAY);
    const { assessment } = await readCase(desk.client, caseId);
    expect(assessment.documents.length).toBeGreaterThan(3);
    for (const { needed } of assessment.documents) {
      const attempt = begin(caseId, PAGES, needed.documentKey);
      expect((await refusalOf(attempt)).code).toBe('scanNotAllowed');
    }
    expect(files()).toEqual([]);
  });
});

describe('the training office', () => {
  let caseId: CaseId;
  beforeEach(async () => {
    desk = await createTestDesk();
    await desk.client.session.found({ kind: 'training', language: 'ar' });
    caseId = await matchedCase(desk.client, TODAY);
  }, 60_000);

  it('keeps the pages of a scan encrypted, under names that say nothing, and gives them back', async () => {
    const scanId = await attached(caseId);
    expect(endings()).toEqual(['.scan', '.scan']);
    for (const name of files()) {
      expect(name).not.toContain(PAGES[0]?.hash.slice(0, 12));
      const raw = readFileSync(join(folder(), name));
      expect(raw.includes(Buffer.from('JFIF'))).toBe(false);
      expect(raw.includes(Buffer.from(caseId))).toBe(false);
    }
    const { state } = await readCase(desk.client, caseId);
    const [scan] = state.scans;
    expect(scan).toMatchObject({ scanId, documentKey: BILL, pages: PAGES, source: 'file' });
    expect(scan?.basis.rules).toEqual(state.documentRules);
    expect(scan?.basis.legalBasis).not.toBe('');
    const read = async (page: number) =>
      bytesOfBase64Url((await desk.client.scans.read({ caseId, scanId, page })).data);
    expect(await read(0)).toEqual(PICTURE);
    await desk.restart();
    await unlock();
    expect(await read(1)).toEqual(SECOND);
  });

  it('refuses identity documents and every type without a basis', async () => {
    for (const documentKey of ['D1', 'D5', 'D17']) {
      expect((await refusalOf(begin(caseId, PAGES, documentKey))).code).toBe('scanNotAllowed');
    }
  });

  it('looks again at what is sent: another picture, EXIF, other bytes, bytes out of turn', async () => {
    const withPlace = jpegOf({ width: 1700, height: 1200, segments: [exifSegment(6)] });
    const wrong: readonly (readonly [ScanPage, Uint8Array])[] = [
      [pageOf(withPlace, 1700, 1200), withPlace],
      [pageOf(SECOND, 1701, 1200), SECOND],
      [pageOf(SECOND, 1700, 1200), SECOND.map((byte, index) => (index === 400 ? 7 : byte))],
      [pageOf(Buffer.from('MZ, an executable'), 10, 10), Buffer.from('MZ, an executable')],
    ];
    for (const [page, bytes] of wrong) {
      const scanId = await begin(caseId, [page]);
      expect((await refusalOf(send(caseId, scanId, [bytes]))).code).toBe('scanRefused');
      const again = desk.client.scans.attach({ caseId, scanId });
      expect((await refusalOf(again)).code).toBe('scanInterrupted');
    }
    const scanId = await begin(caseId);
    await send(caseId, scanId, [PICTURE]);
    expect(endings()).toEqual(['.transit']);
    expect((await refusalOf(desk.client.scans.attach({ caseId, scanId }))).code).toBe(
      'scanInterrupted',
    );
    const data = base64UrlOf(SECOND);
    const skipping = desk.client.scans.send({ caseId, scanId, page: 1, offset: 5, data });
    expect((await refusalOf(skipping)).code).toBe('scanInterrupted');
    expect(files()).toEqual([]);
  });

  it('opens the matching again, names the pages in the verdicts that follow and in the seal', async () => {
    const before = await readCase(desk.client, caseId);
    expect(before.state.status).toBe('matched');
    await attached(caseId);
    const { state, assessment } = await readCase(desk.client, caseId);
    expect(state.status).toBe('interviewed');
    const row = assessment.matrix.find((each) => each.row.documentKey === BILL);
    if (row?.row.computed == null) throw new Error('the bill has no row');
    await desk.client.documents.decide({
      caseId,
      rowKey: row.row.rowKey,
      verdict: row.row.computed.verdict,
      reason: 'نُظر في الصورة',
    });
    const decided = (await readCase(desk.client, caseId)).state.verdicts[row.row.rowKey];
    expect(decided?.scanHashes).toEqual(PAGES.map(({ hash }) => hash));
    await desk.client.documents.completeMatching({ caseId });
    await sign(desk.client, caseId);
    const file = await desk.client.cases.export({ caseId });
    expect(JSON.stringify(file)).toContain(PAGES[0]?.hash);
    expect(verifyExport(nodeCrypto, file).findings).toEqual([]);
  });

  it('asks before a scan voids the signature, and keeps what was handed over meanwhile', async () => {
    await sign(desk.client, caseId);
    const scanId = await begin(caseId);
    await send(caseId, scanId, [PICTURE, SECOND]);
    const unasked = desk.client.scans.attach({ caseId, scanId });
    expect((await refusalOf(unasked)).code).toBe('signatureWouldBeVoided');
    expect(standingDeclaration((await readCase(desk.client, caseId)).state)).not.toBeNull();
    await desk.client.scans.attach({ caseId, scanId, voidSignature: true });
    expect(standingDeclaration((await readCase(desk.client, caseId)).state)).toBeNull();
  });

  it('destroys the pictures of a scan that is removed, and keeps the event with its reason', async () => {
    const scanId = await attached(caseId);
    const blank = desk.client.scans.remove({ caseId, scanId, reason: '  ' });
    expect((await refusalOf(blank)).code).toBe('reasonRequired');
    expect(files()).toHaveLength(2);
    await desk.client.scans.remove({ caseId, scanId, reason: 'صورة لوثيقة أخرى' });
    expect(files()).toEqual([]);
    const { state } = await readCase(desk.client, caseId);
    expect(state.scans[0]?.removed).toMatchObject({ reason: 'صورة لوثيقة أخرى' });
    const gone = desk.client.scans.read({ caseId, scanId, page: 0 });
    expect((await refusalOf(gone)).code).toBe('inputInvalid');
    const twice = desk.client.scans.remove({ caseId, scanId, reason: 'مرة أخرى' });
    expect((await refusalOf(twice)).code).toBe('inputInvalid');
  });

  it('clears away what was handed over and never put on record, also after a crash', async () => {
    const cancelled = await begin(caseId);
    await send(caseId, cancelled, [PICTURE]);
    await desk.client.scans.cancel({ caseId, scanId: cancelled });
    expect(files()).toEqual([]);
    await send(caseId, await begin(caseId), [PICTURE]);
    writeFileSync(join(folder(), `${'a'.repeat(64)}.part`), 'half a file');
    expect(endings().toSorted()).toEqual(['.part', '.transit']);
    await desk.restart();
    await unlock();
    expect(files()).toEqual([]);
  });

  it('keeps what is on record when the power went between the event and the name of its file', async () => {
    const scanId = await attached(caseId);
    for (const name of files()) {
      renameSync(join(folder(), name), join(folder(), name.replace('.scan', '.transit')));
    }
    await desk.restart();
    await unlock();
    expect(endings()).toEqual(['.scan', '.scan']);
    const { data } = await desk.client.scans.read({ caseId, scanId, page: 1 });
    expect(bytesOfBase64Url(data)).toEqual(SECOND);
  });

  it('says that the disk is full, leaves nothing half behind, and works again with room', async ({
    skip,
  }) => {
    mkdirSync(folder(), { recursive: true });
    const disk = mountTinyDisk(folder(), 1);
    if (disk === null) {
      skip('this user may not mount a small disk');
      return;
    }
    try {
      const full = fillDisk(folder());
      const scanId = await begin(caseId);
      expect((await refusalOf(send(caseId, scanId, [PICTURE]))).code).toBe('diskFull');
      full.free();
      expect(files()).toEqual([]);
      expect((await readCase(desk.client, caseId)).state.scans).toEqual([]);
      await attached(caseId);
      expect(endings()).toEqual(['.scan', '.scan']);
    } finally {
      disk.unmount();
    }
  });

  it('says in a code which file is away and which is damaged, and still removes them', async () => {
    const scanId = await attached(caseId);
    const [one, other] = files();
    if (one === undefined || other === undefined) throw new Error('two files were written');
    const path = join(folder(), one);
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    rmSync(join(folder(), other));
    const codes = await Promise.all(
      [0, 1].map(
        async (page) => (await refusalOf(desk.client.scans.read({ caseId, scanId, page }))).code,
      ),
    );
    expect(codes.toSorted()).toEqual(['scanDamaged', 'scanMissing']);
    await desk.client.scans.remove({ caseId, scanId, reason: 'الملف تالف' });
    expect(files()).toEqual([]);
  });

  it('gives a case that began elsewhere no basis of its own', async () => {
    const { state } = await readCase(desk.client, await openCase(desk.client));
    expect(state.documentRules.id).toMatch(/\.training$/);
  });
});
