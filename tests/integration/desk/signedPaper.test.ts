import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyCommand } from '#electron/commands/verifyCommand.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { standingDeclaration } from '#shared/domain/case/caseState.ts';
import { sealHashOf } from '#shared/domain/case/sealing.ts';
import { type CaseId, EventId } from '#shared/domain/identity.ts';
import { bytesOfBase64Url } from '#shared/protocol/bytes.ts';
import type { CaseExport } from '#shared/protocol/caseExport.ts';
import { verifyExport } from '#shared/protocol/verifyExport.ts';
import { bindPaper, pictureOf, SHELF, sendPages, signOnPaper } from './support/pictures.ts';
import { refusalOf } from './support/refusal.ts';
import { createTestDesk, foundBranch, type TestDesk } from './support/testDesk.ts';
import {
  completeMatching,
  decideTheRest,
  fillPage,
  matchedCase,
  readCase,
  setAnswer,
  sign,
  submit,
} from './support/widowCase.ts';

const TODAY = '2026-11-23';
const FRONT = pictureOf(1700, 2400, 900_000);
const BACK = pictureOf(1700, 2400, 700);
const ANOTHER = pictureOf(1200, 1600, 800);

/** An office as it is delivered: without a basis for a picture of any document. */
describe('the picture of a sheet that was signed by ink', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await createTestDesk(`${TODAY}T08:00:00.000Z`);
    await foundBranch(desk);
  });
  afterAll(() => desk.close());

  const matched = () => matchedCase(desk.client, TODAY);
  const stateOf = async (caseId: CaseId) => (await readCase(desk.client, caseId)).state;
  const codeOf = async (attempt: Promise<unknown>) => (await refusalOf(attempt)).code;
  const files = () => readdirSync(join(desk.folder, 'attachments'));
  const begin = (caseId: CaseId, declaration: EventId, picture = ANOTHER) =>
    desk.client.signedPaper.begin({ caseId, declaration, source: 'camera', pages: [picture.page] });
  async function dueOf(caseId: CaseId) {
    const { due } = await desk.client.today.get();
    return due.filter((row) => row.case.caseId === caseId).map((row) => row.due);
  }
  async function findingsOf(caseId: CaseId, change: (file: CaseExport) => void = () => undefined) {
    const file = structuredClone(await desk.client.cases.export({ caseId }));
    change(file);
    return verifyExport(nodeCrypto, file).findings.map(({ code }) => code);
  }
  function forged(file: CaseExport, payload: object) {
    const event = file.events.findLast(({ header }) => header.kind === 'signedPaperScanned');
    if (event === undefined) throw new Error('nothing is bound');
    event.payload = { ...event.payload, ...payload };
  }

  it('is bound to the seal by its hash, also after submission, and voids nothing', async () => {
    const caseId = await matched();
    const declaration = await signOnPaper(desk.client, caseId);
    expect(await dueOf(caseId)).toContainEqual({ kind: 'signedPaper', day: TODAY, shelf: SHELF });
    await submit(desk.client, caseId);
    const scanId = await bindPaper(desk.client, { caseId, declaration }, [FRONT, BACK], 'خزانة 9');
    const state = await stateOf(caseId);
    const standing = standingDeclaration(state);
    if (standing === null) throw new Error('the signature fell');
    expect(state.paperScans).toMatchObject([
      {
        scanId,
        declaration,
        sealHash: sealHashOf(nodeCrypto, standing.seal.statement),
        pages: [FRONT.page, BACK.page],
        shelf: 'خزانة 9',
        removed: null,
      },
    ]);
    const { data } = await desk.client.scans.read({ caseId, scanId, page: 0 });
    expect(bytesOfBase64Url(data)).toEqual(FRONT.bytes);
    expect(await dueOf(caseId)).not.toContainEqual(
      expect.objectContaining({ kind: 'signedPaper' }),
    );
    expect(await findingsOf(caseId)).toEqual([]);
  });

  it('of another content than the sealed one is found by whoever checks the export', async () => {
    const caseId = await matched();
    const declaration = await signOnPaper(desk.client, caseId);
    await bindPaper(desk.client, { caseId, declaration }, [pictureOf(900, 900, 900)]);
    const codes = (payload: object) => findingsOf(caseId, (file) => forged(file, payload));
    expect(await codes({ sealHash: 'a'.repeat(64) })).toContain('paperOfNoSeal');
    const stranger = EventId.parse('018f0000-0000-7000-8000-000000000001');
    expect(await codes({ declaration: stranger })).toContain('paperOfNoSeal');
  });

  it('is told in sentences by the check of an export: bound with its hash, or still wanted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rifada-paper-'));
    const told = async (caseId: CaseId) => {
      const path = join(folder, 'case.json');
      writeFileSync(path, JSON.stringify(await desk.client.cases.export({ caseId })));
      return verifyCommand([path, '--lang', 'ar'], {});
    };
    try {
      const caseId = await matched();
      const declaration = await signOnPaper(desk.client, caseId);
      expect((await told(caseId)).lines.join('\n')).toContain('ولم تُربط به صورة ورقته');
      const picture = pictureOf(1000, 1400, 1000);
      await bindPaper(desk.client, { caseId, declaration }, [picture]);
      const { exitCode, lines } = await told(caseId);
      expect(exitCode).toBe(0);
      expect(lines.join('\n')).toContain(picture.page.hash);
      expect(lines.join('\n')).toContain(SHELF);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is refused without a signature on paper, without its place, twice, and for another case', async () => {
    const unsigned = await matched();
    const stranger = EventId.parse('018f0000-0000-7000-8000-000000000001');
    expect(await codeOf(begin(unsigned, stranger))).toBe('actionNotAllowed');
    await sign(desk.client, unsigned);
    const onScreen = await refusalOf(begin(unsigned, stranger));
    expect(onScreen.code).toBe('actionNotAllowed');
    expect(onScreen.data.blockers).toEqual([{ code: 'notOnPaper' }]);

    const caseId = await matched();
    const declaration = await signOnPaper(desk.client, caseId);
    expect(await codeOf(begin(caseId, stranger))).toBe('paperSealChanged');
    const picture = pictureOf(1300, 1500, 600);
    const { scanId } = await begin(caseId, declaration, picture);
    const attach = (shelf: string) => desk.client.signedPaper.attach({ caseId, scanId, shelf });
    expect(await codeOf(attach(SHELF))).toBe('scanInterrupted');
    await sendPages(desk.client, { caseId, scanId }, [picture]);
    expect(await codeOf(attach('  '))).toBe('shelfRequired');
    await attach(SHELF);
    expect(await codeOf(attach(SHELF))).toBe('scanInterrupted');
    expect(await codeOf(begin(caseId, declaration, picture))).toBe('paperScanTwice');

    const other = await matched();
    const otherDeclaration = await signOnPaper(desk.client, other);
    const { reference } = await stateOf(caseId);
    expect(await refusalOf(begin(other, otherDeclaration, picture))).toMatchObject({
      code: 'paperOfAnotherCase',
      data: { path: reference },
    });
    // What was begun for one case is not put on record in another, nor as a document's scan.
    const begun = await begin(caseId, declaration, pictureOf(700, 700, 700));
    const astray = { caseId: other, ...begun };
    expect(await codeOf(desk.client.signedPaper.attach({ ...astray, shelf: SHELF }))).toBe(
      'scanInterrupted',
    );
    expect(await codeOf(desk.client.scans.attach({ caseId, ...begun }))).toBe('scanInterrupted');
    expect((await stateOf(other)).paperScans).toEqual([]);
  });

  it('of an earlier seal stays with that seal: changed data need another sheet', async () => {
    const caseId = await matched();
    const first = await signOnPaper(desk.client, caseId);
    const scanId = await bindPaper(desk.client, { caseId, declaration: first }, [ANOTHER]);
    const late = pictureOf(800, 600, 500);
    const begun = await begin(caseId, first, late);
    await sendPages(desk.client, { caseId, ...begun }, [late]);
    await fillPage(desk.client, caseId, 'C', [setAnswer('unitNo', { value: '9' })], true);
    await decideTheRest(desk.client, caseId);
    await completeMatching(desk.client, caseId);
    const second = await signOnPaper(desk.client, caseId);
    expect(await codeOf(desk.client.signedPaper.attach({ caseId, ...begun, shelf: SHELF }))).toBe(
      'paperSealChanged',
    );
    expect(await codeOf(begin(caseId, first, pictureOf(801, 600, 500)))).toBe('paperSealChanged');
    // The old sheet is none of the new seal.
    expect(await codeOf(begin(caseId, second, ANOTHER))).toBe('paperScanTwice');
    expect(await dueOf(caseId)).toContainEqual(expect.objectContaining({ kind: 'signedPaper' }));
    await bindPaper(desk.client, { caseId, declaration: second }, [pictureOf(802, 600, 500)]);
    const { paperScans } = await stateOf(caseId);
    expect(paperScans.map((scan) => scan.declaration)).toEqual([first, second]);
    expect((await desk.client.scans.read({ caseId, scanId, page: 0 })).data).not.toBe('');
    const { declarations, findings } = verifyExport(
      nodeCrypto,
      await desk.client.cases.export({ caseId }),
    );
    expect(findings).toEqual([]);
    expect(declarations.map(({ standing, paper }) => [standing, paper?.length])).toEqual([
      [false, 1],
      [true, 1],
    ]);
  });

  it('is destroyed with a reason, and then wanted again', async () => {
    const caseId = await matched();
    const declaration = await signOnPaper(desk.client, caseId);
    const before = files().length;
    const scanId = await bindPaper(desk.client, { caseId, declaration }, [
      pictureOf(640, 480, 400),
    ]);
    expect(files()).toHaveLength(before + 1);
    const remove = (reason: string) => desk.client.signedPaper.remove({ caseId, scanId, reason });
    expect(await codeOf(remove('  '))).toBe('reasonRequired');
    await remove('صورة مطموسة');
    expect(files()).toHaveLength(before);
    expect(await codeOf(remove('مرة أخرى'))).toBe('inputInvalid');
    expect((await stateOf(caseId)).paperScans[0]?.removed).toMatchObject({ reason: 'صورة مطموسة' });
    expect(await dueOf(caseId)).toContainEqual(expect.objectContaining({ kind: 'signedPaper' }));
    expect(await findingsOf(caseId)).toEqual([]);
  });
});
