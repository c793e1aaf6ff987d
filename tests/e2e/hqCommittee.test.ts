import { expect } from 'vitest';
import { writeHub } from '#db/hub/connection.ts';
import { lockAndReadCases, writeCaseEvents } from '#hq/cases/writeCaseEvents.ts';
import { addPerson } from '#hq/services/peopleService.ts';
import { ActorId } from '#shared/domain/identity.ts';
import { ALL_SUBMITTED, createFilledSender } from '../hub/support/filledSender.ts';
import { button, type DeskScreen, deskScreen, textbox } from './support/deskScreen.ts';
import { hoursOfOneDay } from './support/deskTest.ts';
import { ADMINISTRATOR, SignInPage } from './support/hqDoorPages.ts';
import { HqFramePage } from './support/hqFramePage.ts';
import { hqTest, REFUSED } from './support/hqTest.ts';
import { accessibilityFaults, settle, sidewaysFaults, takePicture } from './support/looks.ts';
import type { RunningHub } from './support/startHub.ts';

hoursOfOneDay();

const DIRECTOR = {
  displayName: 'عبدالله الشريف',
  userName: 'director',
  password: 'كلمة المدير 12',
};

async function inspect(at: DeskScreen, name: string): Promise<readonly string[]> {
  await settle(at.page);
  await takePicture(at.page, `${name}.${at.language}`);
  return [...(await accessibilityFaults(at.page)), ...(await sidewaysFaults(at.page))];
}

/** Cases of a branch that have come in and were imported. */
async function casesInStudy(hub: RunningHub): Promise<void> {
  const { context } = hub.hub;
  const branch = { seed: 'committee', branchCode: 'MKH01', mix: ALL_SUBMITTED };
  const sender = await createFilledSender(hub, { cases: 6, ...branch });
  await sender.sendAll();
  sender.close();
  await context.caseProjector.settled();
  const rows = await context.db.query<{ readonly id: string }>(
    'SELECT case_id AS id FROM hub_case',
  );
  await writeHub(context.db, async (writer) => {
    const caseIds = rows.map(({ id }) => id);
    const cases = await lockAndReadCases(writer, context, caseIds);
    const events = caseIds.map((caseId, index) => ({
      kind: 'caseImported' as const,
      caseId,
      actorId: context.hubId,
      payload: { fileNo: `F-${index + 1}`, by: 'rule' as const },
    }));
    await writeCaseEvents(writer, context, cases, events);
  });
}

hqTest(
  'a decision is made item by item, waits for its day, and is released by the director’s word alone',
  async ({ hub, newPage }) => {
    await hub.setUp(ADMINISTRATOR);
    await addPerson(hub.hub.context, ActorId.parse(hub.hub.context.hubId), {
      ...DIRECTOR,
      roles: ['director'],
    });
    await casesInStudy(hub);
    const page = await newPage({ expectedErrors: [REFUSED] });
    const at = deskScreen(page, 'ar', 'keyboard');
    const { words, hand } = at;
    await page.goto(hub.origin);
    await new SignInPage(at).signIn(DIRECTOR.userName, DIRECTOR.password);
    const frame = new HqFramePage(at);
    // The inbox is the first place of whoever may see it; the committee is the next.
    await hand.press(frame.place('committee'));
    await frame.heading('hqCommittee:title').waitFor();
    const table = page.getByRole('table', { name: words('hqCommittee:stand.toDecide') });
    await table.getByRole('row').nth(6).waitFor();
    expect(await inspect(at, 'hq-committee')).toEqual([]);

    const first = table.getByRole('rowheader').first();
    const name = (await first.textContent()) ?? '';
    await hand.press(first.getByRole('link'));
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    await hand.press(button(at, words('hqCommittee:decide')));
    await page.getByText(words('hqCommittee:problem.outcomeMissing')).first().waitFor();
    expect(await inspect(at, 'hq-decide')).toEqual([]);

    const items = page.getByRole('radiogroup', { name: words('hqCommittee:outcomeOfItem') });
    for (const item of await items.all()) {
      await hand.pick(item, words('hqCommittee:outcome.deferred'));
    }
    await hand.press(button(at, words('hqCommittee:decide')));
    await page.getByText(words('hqCommittee:problem.awaitedMissing')).first().waitFor();
    for (const reason of await textbox(at, words('hqCommittee:reason')).all()) {
      await hand.write(reason, 'ينتظر التقرير الطبي');
    }
    for (const awaited of await textbox(at, words('hqCommittee:awaited')).all()) {
      await hand.write(awaited, 'تقرير المستشفى');
    }
    expect(await inspect(at, 'hq-defer')).toEqual([]);
    await hand.press(button(at, words('hqCommittee:decide')));
    await page.getByRole('heading', { name: words('hqCommittee:release') }).waitFor();
    await page.getByText(/D-\d{4}-000001/u).waitFor();
    expect(await inspect(at, 'hq-decided')).toEqual([]);

    await hand.press(button(at, words('hqCommittee:overrideNow')));
    await page.getByText(words('hqCommittee:problem.reasonMissing')).waitFor();
    await hand.write(textbox(at, words('hqCommittee:overrideReason')), 'علاج عاجل');
    await hand.press(button(at, words('hqCommittee:overrideNow')));
    await page.getByText(words('hqCommittee:branchTells')).waitFor();
    await page.getByText('علاج عاجل').waitFor();
    expect(await inspect(at, 'hq-released')).toEqual([]);
  },
);
