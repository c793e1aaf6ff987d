import { expect } from 'vitest';
import { HqOverview } from '#shared/contracts/hq/overview.ts';
import { browserTest } from '#tests/browser/browserTest.ts';
import { SessionPages } from './support/committeePages.ts';
import { startDemo } from './support/demoProcess.ts';
import { deskScreen } from './support/deskScreen.ts';
import { DESK_GONE } from './support/deskTest.ts';
import { AdministrationPage } from './support/hqAdministrationPages.ts';
import { HqFramePage } from './support/hqFramePage.ts';
import { accessibilityFaults, settle, takePicture } from './support/looks.ts';

const TOLD_WITHIN_MS = 30_000;

browserTest(
  'one command opens a headquarters and two branches to practise with',
  async ({ newPage }) => {
    const demo = await startDemo();
    try {
      const page = await newPage();
      const at = deskScreen(page, 'ar', 'keyboard');
      await page.goto(demo.headquarters);
      const administrator = page.getByRole('button', {
        name: at.words('hqAdministration:role.administrator'),
      });
      await administrator.waitFor();
      await settle(page);
      await takePicture(page, 'demo-door.ar');
      expect(await accessibilityFaults(page)).toEqual([]);
      // One press is the whole sign-in: a newcomer has nothing to remember.
      await at.hand.press(administrator);
      await new HqFramePage(at).heading('hqAdministration:title').waitFor();
      await page
        .getByRole('banner')
        .getByText(at.words('shell:training'), { exact: true })
        .waitFor();
      const administration = new AdministrationPage(at);
      await administration.open('health');
      for (const branch of ['TRN01', 'TRN02']) {
        await administration
          .row('health', branch)
          .getByText(at.words('hqAdministration:noGap'))
          .waitFor();
      }
      await takePicture(page, 'demo-health.ar');

      // Whoever comes next finds what is theirs, and not the screen of whoever went.
      await new HqFramePage(at).signOut();
      await at.hand.press(
        page.getByRole('button', { name: at.words('hqAdministration:role.deliveryOfficer') }),
      );
      await new HqFramePage(at).heading('hqDelivery:title').waitFor();
      // The branch has told somebody of an acceptance meanwhile: what was accepted is due.
      const due = page.getByRole('table').getByRole('rowheader', { name: /الأنصاري/u });
      await due.waitFor({ timeout: TOLD_WITHIN_MS });
      await settle(page);
      await takePicture(page, 'demo-delivery.ar');

      // Two studied cases stand on the agenda of the day's session already.
      await new HqFramePage(at).signOut();
      await at.hand.press(
        page
          .getByRole('button', { name: at.words('hqAdministration:role.committeeChair') })
          .first(),
      );
      await at.hand.press(new HqFramePage(at).place('committee'));
      const sessions = new SessionPages(at);
      await at.hand.press(sessions.table('coming').getByRole('link').first());
      const agenda = sessions.table('agenda');
      await agenda.getByRole('rowheader').nth(1).waitFor();
      expect(await agenda.getByRole('rowheader').count()).toBe(2);
      await settle(page);
      await takePicture(page, 'demo-session.ar');
      await at.hand.press(agenda.getByRole('rowheader').first().getByRole('link'));
      await page.getByRole('heading', { name: at.words('committee:reportTitle') }).waitFor();
      await settle(page);
      await takePicture(page, 'demo-session-case.ar');

      // Every other place has something to practise on as well.
      const overview = await page.evaluate(
        async (): Promise<unknown> => (await fetch('/api/overview')).json(),
      );
      const { waiting } = HqOverview.parse(overview);
      const { imports, review, leads, study, committee, deliveries, complaints } = waiting;
      const places = { imports, review, leads, study, committee, deliveries, complaints };
      expect(Object.entries(places).filter(([, count]) => count === 0)).toEqual([]);

      for (const link of demo.desks) {
        const branch = await newPage({ expectedErrors: [...DESK_GONE] });
        await branch.goto(link);
        await branch
          .getByRole('banner')
          .getByText(at.words('shell:training'), { exact: true })
          .waitFor();
      }
    } finally {
      expect(await demo.stop(), demo.shown()).toBe(0);
    }
  },
);
