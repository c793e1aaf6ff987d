import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type ChangedFace, listChangedFaces } from '#db/desk/knownFaces.ts';
import {
  type BundledPostgres,
  ensureDatabase,
  startBundledPostgres,
} from '#hq/postgres/bundledPostgres.ts';
import { PrintedDate } from '#shared/domain/answers/answer.ts';
import { Language } from '#shared/domain/case/vocabulary.ts';
import { checksMade } from '#tests/hub/support/clerks.ts';
import {
  ALL_SUBMITTED,
  createFilledSender,
  type FilledSender,
} from '#tests/hub/support/filledSender.ts';
import { createTestHub, type TestHub, waitingRequest } from '#tests/hub/support/testHub.ts';
import { MORNING } from './support/branch.ts';
import { NewCasePage } from './support/dayPages.ts';
import { button, type DeskScreen, textbox } from './support/deskScreen.ts';
import { deskTest } from './support/deskTest.ts';
import { accessibilityFaults, settle, sidewaysFaults, takePicture } from './support/looks.ts';

const folder = mkdtempSync(join(tmpdir(), 'rifada-hub-'));
let postgres: BundledPostgres;
let hub: TestHub;
/** Another branch, whose people stand in the match index. */
let taif: FilledSender;
const TAIF = 'مكتب الطائف';
beforeAll(async () => {
  postgres = await startBundledPostgres(folder);
  await ensureDatabase(postgres.url);
  hub = await createTestHub(MORNING, postgres.url);
  taif = await createFilledSender(hub, {
    ...{ cases: 2, seed: 'elsewhere', mix: ALL_SUBMITTED, branchCode: 'TIF07', branchName: TAIF },
  });
  await taif.sendAll();
  await checksMade(hub);
  await hub.hub.context.matchIndex.keep();
});
afterAll(async () => {
  taif.close();
  await hub.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function inspect(at: DeskScreen, name: string): Promise<readonly string[]> {
  await settle(at.page);
  await takePicture(at.page, `${name}.${at.language}.light`);
  return [...(await accessibilityFaults(at.page)), ...(await sidewaysFaults(at.page))];
}

function station({ page, words }: DeskScreen, name: string) {
  return page
    .getByRole('list', { name: words('sync:stations') })
    .getByRole('listitem')
    .filter({ hasText: words(name) });
}

describe.each(Language.options)('the way to headquarters, in %s', (language) => {
  deskTest('from the address to the receipt, and what stands in the way', async ({ office }) => {
    const desk = await office.startDesk({ language, stage: 'submitted' });
    const at = await office.openPage(desk, { language, by: 'keyboard' });
    const { page, words, hand } = at;
    await hand.press(page.getByRole('link', { name: words('sync:rail') }));
    await page.getByText(words('sync:enrolTitle')).waitFor();
    await station(at, 'sync:onThisLaptop').getByText('1', { exact: true }).waitFor();
    expect(await inspect(at, 'sync.new')).toEqual([]);

    // An address where nobody answers is said in words, and nothing else changes.
    await hand.write(textbox(at, words('sync:address')), 'http://127.0.0.1:9');
    await hand.press(button(at, words('sync:enrol')));
    await page.getByText(words('errors:hubUnreachable')).waitFor();

    await hand.write(textbox(at, words('sync:address')), hub.origin);
    await hand.press(button(at, words('sync:enrol')));
    const code = page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/u);
    await code.waitFor();
    expect(await inspect(at, 'sync.code')).toEqual([]);
    const requestId = await waitingRequest(hub);
    const approved = await hub.api('POST', `/enrolments/${requestId}/approve`, {
      requestId,
      code: await code.textContent(),
    });
    expect(approved.status).toBe(200);

    await page.getByText(words('sync:situation.allSent')).waitFor();
    await station(at, 'sync:accepted').getByText('1', { exact: true }).waitFor();
    await station(at, 'sync:onThisLaptop').getByText('0', { exact: true }).waitFor();
    await page
      .getByRole('banner')
      .getByText(words('shell:safetyWaiting', { count: 0 }))
      .waitFor();
    expect(await inspect(at, 'sync.sent')).toEqual([]);

    await hub.hub.close();
    await hand.press(button(at, words('sync:sendNow')));
    await page.getByText(words('sync:situation.offline')).waitFor();
    expect(await inspect(at, 'sync.offline')).toEqual([]);
    await hub.restart();
    await hand.press(button(at, words('sync:sendNow')));
    await page.getByText(words('sync:situation.allSent')).waitFor();

    // Whom the other branch knows is met without data, until headquarters is asked.
    const [face] = listChangedFaces(taif.desk.store.reader, 0, 1);
    if (face === undefined) throw new Error('nobody in Taif');
    await page.evaluate(() => {
      location.hash = '/new';
    });
    await textbox(at, words('newCase:name')).waitFor();
    await new NewCasePage(at).state({ name: face.name, birthDate: birthOf(face) });
    const card = page.getByRole('article', { name: words('known:elsewhere.sure') });
    await card.waitFor();
    expect(await card.textContent()).not.toContain(face.name.split(' ')[0]);
    expect(await inspect(at, 'sync.elsewhere')).toEqual([]);
    await hand.press(card.getByRole('button', { name: words('known:elsewhere.ask') }));
    await card.getByText(TAIF).waitFor();
    expect(await inspect(at, 'sync.elsewhere-asked')).toEqual([]);
  });
});

function birthOf({ birthDate }: ChangedFace): PrintedDate {
  const [calendar, day = ''] = (birthDate ?? '').split(' ');
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  return PrintedDate.parse({ calendar, year, month, day: dayOfMonth });
}
