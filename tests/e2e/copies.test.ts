import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { CaseHead } from './support/caseSteps.ts';
import { CopiesPanel, RestorePages } from './support/copiesPages.ts';
import { NewCasePage, TodayPage } from './support/dayPages.ts';
import { type DeskScreen, refusal } from './support/deskScreen.ts';
import { DESK_GONE, deskTest } from './support/deskTest.ts';
import { FirstRunPage, RecoveryPaperPage } from './support/doorPages.ts';
import { accessibilityFaults, settle, sidewaysFaults, takePicture } from './support/looks.ts';

const stick = mkdtempSync(join(tmpdir(), 'rifada-stick-'));
afterAll(() => rmSync(stick, { recursive: true, force: true }));

const NAME = 'نورة عبد الله السبيعي';
const TYPED = 'مريم';
const PASSWORD = 'جهاز-جديد-بعد-الضياع-9';

async function inspect(at: DeskScreen, name: string): Promise<readonly string[]> {
  await settle(at.page);
  await takePicture(at.page, `${name}.${at.language}.light`);
  return [...(await accessibilityFaults(at.page)), ...(await sidewaysFaults(at.page))];
}

/** Found by hand, since the printed code is what brings the desk back. */
async function found(at: DeskScreen): Promise<string> {
  const first = new FirstRunPage(at);
  await first.startBranch();
  await first.fill();
  await first.create();
  const paper = new RecoveryPaperPage(at);
  await paper.heading.waitFor();
  const code = (await paper.code()).join('-');
  await paper.typeGroups();
  await paper.goOn();
  return code;
}

async function openCase(at: DeskScreen, person: { name: string; id: string }): Promise<string> {
  const today = new TodayPage(at);
  await today.newCaseButton.waitFor();
  await today.newCase();
  const page = new NewCasePage(at);
  await page.state(person);
  await page.openNewFile();
  return (await new CaseHead(at).reference.first().textContent()) ?? '';
}

function firstName({ page }: DeskScreen) {
  return page.locator('[data-field="field-nameFirst"] input');
}

deskTest(
  'a copy on a stick brings cases and drafts back after the laptop is lost, by keyboard',
  async ({ office }) => {
    const lost = await office.startDesk({ language: 'ar', alone: true });
    const keyboard = { language: 'ar', by: 'keyboard', expectedErrors: DESK_GONE } as const;
    const at = await office.openPage(lost, keyboard);
    const code = await found(at);
    const reference = await openCase(at, { name: NAME, id: '1012345672' });
    const place = new URL(at.page.url()).hash.replace(/\/welcome.*$/, '/interview?at=%22B%22');
    await at.page.evaluate((hash) => {
      location.hash = hash;
    }, place);
    await at.hand.write(firstName(at), TYPED);
    await new CaseHead(at).saved.waitFor();

    // In another window, while the page with the half-written name stays open.
    const other = await office.openPage(lost, keyboard);
    const copies = new CopiesPanel(other);
    await copies.open();
    await copies.useFolder(join(stick, 'not-there'));
    await refusal(other, other.words('errors:copyFolderMissing')).waitFor();
    await copies.useFolder(stick);
    await copies.panel.getByText(other.words('copies:never')).waitFor();
    await copies.makeNow();
    await copies.madeToday.waitFor();
    expect(await copies.panel.innerText()).toContain('المسودات 1');
    expect(await inspect(other, 'copies.made')).toEqual([]);

    await lost.kill();
    rmSync(lost.profile, { recursive: true });
    const desk = await office.startDesk({ language: 'ar' });
    const back = await office.openPage(desk, keyboard);
    const restore = new RestorePages(back);
    await restore.begin();
    await restore.lookIn(tmpdir());
    await refusal(back, back.words('errors:copyNotFound')).waitFor();
    expect(await inspect(back, 'restore.folder')).toEqual([]);
    await restore.lookIn(stick);
    await restore.heading('codeTitle').waitFor();
    await restore.openWith(code.replace(/^./, (first) => (first === '7' ? '8' : '7')));
    await refusal(back, back.words('errors:recoveryCodeMistyped')).waitFor();
    expect(await inspect(back, 'restore.code')).toEqual([]);
    await restore.openWith(code);
    await restore.heading('personTitle').waitFor();
    expect(await inspect(back, 'restore.person')).toEqual([]);
    await restore.restore(PASSWORD);
    await restore.heading('doneTitle').waitFor();
    expect(await inspect(back, 'restore.done')).toEqual([]);
    await restore.goOn();

    const drafts = new TodayPage(back).list('drafts');
    await back.hand.press(drafts.getByRole('button').first());
    await new CaseHead(back).reference.first().waitFor();
    expect(await new CaseHead(back).reference.first().textContent()).toBe(reference);
    await back.page.evaluate((hash) => {
      location.hash = hash;
    }, place);
    await firstName(back).waitFor();
    expect(await firstName(back).inputValue()).toBe(TYPED);

    await new TodayPage(back).open();
    const next = await openCase(back, { name: 'سعد فهد الحربي', id: '1098765437' });
    const laneOf = (text: string) => text.split('-')[1];
    expect(next.split('-')[0]).toBe(reference.split('-')[0]);
    expect(laneOf(next)).not.toBe(laneOf(reference));
  },
);
