import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { CaseId } from '#shared/domain/identity.ts';
import { checksMade } from '#tests/hub/support/clerks.ts';
import { accepted, colleague, createCommittee, makeStudied } from '#tests/hub/support/committee.ts';
import { type CuttingProxy, createCuttingProxy } from '#tests/hub/support/cuttingProxy.ts';
import { type HqApi, hqApi } from '#tests/hub/support/hqApi.ts';
import { waitingRequest } from '#tests/hub/support/testHub.ts';
import { button, type DeskScreen, deskScreen, refusal, textbox } from './support/deskScreen.ts';
import { deskTest } from './support/deskTest.ts';
import { ADMINISTRATOR, SignInPage } from './support/hqDoorPages.ts';
import { HqFramePage } from './support/hqFramePage.ts';
import { REFUSED } from './support/hqTest.ts';
import { InboxPage } from './support/inboxPages.ts';
import { NextStep } from './support/lastSteps.ts';
import { accessibilityFaults, settle, sidewaysFaults, takePicture } from './support/looks.ts';
import { type RunningHub, startHub } from './support/startHub.ts';

const stick = mkdtempSync(join(tmpdir(), 'rifada-stick-'));
let hub: RunningHub;
let proxy: CuttingProxy;
let api: HqApi;
beforeAll(async () => {
  hub = await startHub();
  proxy = await createCuttingProxy(hub.origin);
  // The network carries the request to be taken in, and nothing else.
  proxy.setDown((_method, path) => !path.startsWith('/sync/enrolments'));
  api = hqApi(hub.origin);
  await api('POST', '/session/set-up', { code: hub.setUpCode, ...ADMINISTRATOR });
  await api('POST', '/people', {
    ...ADMINISTRATOR,
    userName: 'nura',
    displayName: 'نورة الشهري',
    roles: ['importClerk', 'administrator'],
  });
});
afterAll(async () => {
  await proxy.close();
  await hub.close();
  rmSync(stick, { recursive: true, force: true });
});

async function inspect(page: Page, name: string): Promise<readonly string[]> {
  await settle(page);
  await takePicture(page, name);
  return [...(await accessibilityFaults(page)), ...(await sidewaysFaults(page))];
}

/** Presses what saves a file, and carries the file on the stick under its own name. */
async function saved({ page, hand }: DeskScreen, name: string): Promise<string> {
  const download = page.waitForEvent('download');
  await hand.press(page.getByRole('button', { name, exact: true }).first());
  const file = await download;
  const path = join(stick, file.suggestedFilename());
  copyFileSync(await file.path(), path);
  return path;
}

const fileInput = ({ page }: DeskScreen, name: string) =>
  page.locator(`input[type="file"][aria-label="${name}"]`);

/** Headquarters reads a branch's file, as the so-manieth of its list, and saves its answer. */
async function answered(hq: DeskScreen, parcel: string, howMany: number): Promise<string> {
  const { page, words } = hq;
  await fileInput(hq, words('stick:hqRead')).setInputFiles(parcel);
  const taken = page.getByRole('table').getByText(words('stick:stateTaken'));
  await taken.nth(howMany - 1).waitFor();
  const answer = await saved(hq, words('stick:saveAnswer'));
  expect(answer).toMatch(/\.answer\.age$/u);
  return answer;
}

/** The case is studied, decided in a session, and let go before its day. */
async function decideAtOnce(caseId: CaseId): Promise<void> {
  const there = { api, origin: hub.origin, hub: hub.hub };
  await makeStudied(there, [caseId]);
  const committee = await createCommittee(there);
  await committee.decide(caseId, accepted);
  const director = await colleague(there, 'director', ['director']);
  const released = await director.api('POST', `/cases/${caseId}/decision/override`, {
    caseId,
    reason: 'علاج عاجل',
  });
  expect(released.status, JSON.stringify(released.body)).toBe(200);
}

describe('a branch without a network', () => {
  deskTest(
    'hands a case in, hears what was decided and tells it, all of it by stick',
    async ({ office, newPage }) => {
      const desk = await office.startDesk({ language: 'ar', stage: 'signed' });
      const caseId = CaseId.parse(desk.caseId);
      const at = await office.openPage(desk, { language: 'ar', by: 'keyboard' });
      const { page, words, hand } = at;
      await hand.press(button(at, words('today:goOn')));
      const next = new NextStep(at);
      await next.toldAndUnderstood();
      await next.submit();
      await hand.press(page.getByRole('link', { name: words('sync:rail') }));
      await hand.write(textbox(at, words('sync:address')), proxy.origin);
      await hand.press(button(at, words('sync:enrol')));
      const code = page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/u);
      await code.waitFor();
      const requestId = await waitingRequest({ api });
      await api('POST', `/enrolments/${requestId}/approve`, {
        requestId,
        code: await code.textContent(),
      });
      await button(at, words('stick:write')).waitFor();
      const parcel = await saved(at, words('stick:write'));
      expect(parcel).toMatch(/\.to-hq\.age$/u);
      await page.getByText(words('stick:latest')).waitFor();
      expect(await inspect(page, 'stick.desk.ar')).toEqual([]);

      const hqPage = await newPage({ language: 'ar', expectedErrors: [REFUSED] });
      await hqPage.goto(hub.origin);
      const hq = deskScreen(hqPage, 'ar', 'keyboard');
      const frame = new HqFramePage(hq);
      await new SignInPage(hq).signIn('nura');
      await hq.hand.press(frame.place('sticks'));
      await button(hq, words('stick:hqRead')).waitFor();
      await fileInput(hq, words('stick:hqRead')).setInputFiles({
        name: 'report.age',
        mimeType: 'application/octet-stream',
        buffer: Buffer.from('not one of ours'),
      });
      await refusal(hq, words('stick:fault.notAParcel')).waitFor();
      const receipts = await answered(hq, parcel, 1);
      expect(await inspect(hqPage, 'stick.hq.ar')).toEqual([]);

      await fileInput(at, words('stick:readAnswer')).setInputFiles(parcel);
      await page.getByText(words('stick:answerFault.otherKind')).waitFor();
      await fileInput(at, words('stick:readAnswer')).setInputFiles(receipts);
      await page.getByText(words('stick:answered')).waitFor();
      await page.getByText(words('sync:waitingLine', { count: 0 })).waitFor();
      expect(await inspect(page, 'stick.answered.ar')).toEqual([]);

      // What the file brought goes the way of everything that comes.
      await hq.hand.press(frame.place('inbox'));
      await checksMade(hub);
      await hq.hand.press(button(hq, words('import:importAll', { count: 1 })));
      const batch = new InboxPage(hq).batch('MKH01');
      await batch.getByText(words('import:batchState.imported')).first().waitFor();
      await decideAtOnce(caseId);

      // The stick comes by again, and takes the decision along.
      const asking = await saved(at, words('stick:write'));
      await hq.hand.press(frame.place('sticks'));
      const decision = await answered(hq, asking, 2);
      await fileInput(at, words('stick:readAnswer')).setInputFiles(decision);
      await page.getByText(words('stick:answered')).waitFor();
      await hand.press(page.getByRole('link', { name: words('shell:today') }));
      await hand.press(
        page.getByRole('button', { name: words('today:due.decision.action') }).first(),
      );
      await page
        .getByText(/D-2026-000001/u)
        .first()
        .waitFor();
      await hand.press(button(at, words('headquarters:decision.save')));
      await page.getByText(words('headquarters:decision.appealUntil')).waitFor();
      expect(await inspect(page, 'stick.told.ar')).toEqual([]);

      await hq.hand.press(button(hq, words('stick:keyShow')));
      const key = hqPage.getByText(/^AGE-SECRET-KEY-1/u);
      await key.waitFor();
      expect(await inspect(hqPage, 'stick.key.ar')).toEqual([]);
      await hq.hand.write(textbox(hq, words('stick:keyEnding')), 'AAAAAA');
      await hq.hand.press(button(hq, words('stick:keyConfirm')));
      await refusal(hq, words('hqErrors:keyNotConfirmed')).waitFor();
      const ending = (await key.textContent())?.slice(-6) ?? '';
      await hq.hand.write(textbox(hq, words('stick:keyEnding')), ending);
      await hq.hand.press(button(hq, words('stick:keyConfirm')));
      await hqPage.getByText(words('stick:keyTaken')).waitFor();
    },
  );
});
