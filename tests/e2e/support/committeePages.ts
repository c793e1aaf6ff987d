import type { Locator } from 'playwright-core';
import type { PrintedDate } from '#shared/domain/answers/answer.ts';
import { button, type DeskScreen, textbox } from './deskScreen.ts';

/** The plan of a session and its agenda, as whoever leads the committee works them. */
export class SessionPages {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  table(name: 'agenda' | 'ready' | 'coming' | 'past' | 'votes'): Locator {
    const { page, words } = this.#at;
    return page.getByRole('table', { name: words(`committee:${name}`) });
  }

  member(name: string): Locator {
    return this.#at.page.getByRole('checkbox', { name });
  }

  /** From the list of sessions to the planned one. */
  async plan(plan: {
    readonly day: PrintedDate;
    readonly where: string;
    readonly members: readonly string[];
    readonly chair: string;
  }): Promise<void> {
    const at = this.#at;
    const { page, words, hand } = at;
    await hand.press(page.getByRole('link', { name: words('committee:plan') }));
    await hand.date(
      page.getByRole('group', { name: words('committee:heldOn'), exact: true }),
      plan.day,
    );
    await hand.write(textbox(at, words('committee:where')), plan.where);
    for (const name of plan.members) await hand.press(this.member(name));
    await hand.choose(
      page.getByRole('button', { name: new RegExp(words('committee:chair'), 'u') }),
      plan.chair,
    );
    await hand.press(button(at, words('committee:savePlan')));
    await page.getByRole('heading', { name: words('committee:attendance') }).waitFor();
  }

  async begin(present: readonly string[]): Promise<void> {
    const at = this.#at;
    const { words, hand } = at;
    for (const name of present) await hand.press(this.member(name));
    await hand.press(button(at, words('committee:begin')));
    await button(at, words('committee:saveAttendance')).waitFor();
  }

  /** Every item rejected, put to the vote at once. */
  async rejectAll(code: string, reason: string): Promise<void> {
    const at = this.#at;
    const { page, words, hand } = at;
    const items = page.getByRole('radiogroup', { name: words('hqCommittee:outcomeOfItem') });
    for (const item of await items.all())
      await hand.pick(item, words('hqCommittee:outcome.rejected'));
    const codes = page.getByRole('button', { name: new RegExp(words('hqCommittee:code'), 'u') });
    for (const each of await codes.all()) await hand.choose(each, code);
    const reasons = textbox(at, words('hqCommittee:reason'));
    for (const each of await reasons.all()) await hand.write(each, reason);
    const count = await items.count();
    await hand.press(
      count > 1 ? button(at, words('committee:putAll')) : button(at, words('committee:put')),
    );
    await this.table('votes').first().waitFor();
  }

  /** Whoever leads writes down that everybody is in favour of every motion. */
  async allInFavour(): Promise<void> {
    const at = this.#at;
    const { page, words, hand } = at;
    const all = button(at, words('committee:allFor'));
    for (let left = await all.count(); left > 0; left -= 1) {
      await hand.press(all.first());
      await page.getByText(words('committee:carried'), { exact: true }).first().waitFor();
      while ((await all.count()) >= left) await page.waitForTimeout(25);
    }
  }
}
