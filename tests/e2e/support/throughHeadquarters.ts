import { SessionPages } from './committeePages.ts';
import { button, type DeskScreen, textbox } from './deskScreen.ts';
import { HqFramePage } from './hqFramePage.ts';

/** A training headquarters in one tab, as whoever practises goes through it: role by role, one press each. */
export class ThroughHeadquarters {
  readonly #at: DeskScreen;
  readonly #frame: HqFramePage;

  constructor(at: DeskScreen) {
    this.#at = at;
    this.#frame = new HqFramePage(at);
  }

  async importClean(): Promise<void> {
    const { page, words, hand } = this.#at;
    await this.#enter('importClerk');
    const names = [1, 2, 4].map((count) =>
      words('import:importAll', { count }).replace('4', String.raw`\S+`),
    );
    const all = page.getByRole('button', { name: new RegExp(`^(?:${names.join('|')})$`, 'u') });
    await hand.press(all.first());
    await page.getByText(words('import:state.imported')).first().waitFor();
    await this.#frame.signOut();
  }

  /** The officer takes the case, finds the need plain and hands it to the committee. */
  async study(applicant: string): Promise<void> {
    const at = this.#at;
    const { page, words, hand } = at;
    await this.#enter('researchOfficer');
    await hand.press(this.#frame.place('study'));
    await hand.press(page.getByRole('tab', { name: words('hqStudy:view.unassigned') }));
    await hand.press(page.getByRole('link', { name: applicant }));
    await hand.press(page.getByRole('checkbox', { name: words('hqStudy:noConflict') }));
    await hand.press(button(at, words('hqStudy:take')));
    await hand.press(button(at, words('hqStudy:writeReport')));
    await hand.write(textbox(at, words('hqStudy:findings')), 'الحاجة ظاهرة، والوثائق سارية.');
    const items = page.getByRole('radiogroup', { name: words('hqStudy:recommends') });
    await items.first().waitFor();
    for (const item of await items.all()) await hand.pick(item, words('hqStudy:recommend.accept'));
    for (const reason of await textbox(at, words('hqStudy:reason')).all()) {
      await hand.write(reason, 'الحاجة ظاهرة');
    }
    await hand.press(button(at, words('hqStudy:submitReport')));
    await button(at, words('hqStudy:resume')).waitFor();
    await this.#frame.signOut();
  }

  /** On the session that stands planned for the day: agenda, quorum, motion, votes, decision. */
  async decide(applicant: string, members: readonly string[]): Promise<void> {
    const at = this.#at;
    const { page, words, hand } = at;
    const sessions = new SessionPages(at);
    await this.#enter('committeeChair');
    await hand.press(this.#frame.place('committee'));
    await hand.press(sessions.table('coming').getByRole('link').first());
    // The studied cases of the training office are there before.
    await sessions.table('agenda').getByRole('row').nth(2).waitFor();
    await hand.press(page.getByRole('button', { name: words('committee:add') }).last());
    await sessions.table('agenda').getByRole('link', { name: applicant }).waitFor();
    await sessions.begin(members);
    await hand.press(sessions.table('agenda').getByRole('link', { name: applicant }));
    const funding = page.getByRole('radiogroup', { name: words('hqCommittee:fundingSource') });
    await funding.first().waitFor();
    for (const each of await funding.all()) {
      await hand.pick(each, words('hqCommittee:funding.sadaqa'));
    }
    await hand.press(button(at, words('committee:put')));
    await sessions.table('votes').first().waitFor();
    await sessions.allInFavour();
    await hand.press(button(at, words('committee:decide')));
    await page
      .getByText(/D-\d{4}-\d{6}/u)
      .first()
      .waitFor();
    await this.#frame.signOut();
  }

  /** The director lets the decision go before its day. */
  async release(applicant: string): Promise<void> {
    const at = this.#at;
    const { page, words, hand } = at;
    await this.#enter('director');
    await hand.press(this.#frame.place('committee'));
    await hand.press(page.getByRole('tab', { name: words('hqCommittee:stand.waitsForDay') }));
    await hand.press(page.getByRole('link', { name: applicant }));
    await hand.write(textbox(at, words('hqCommittee:overrideReason')), 'علاج عاجل');
    await hand.press(button(at, words('hqCommittee:overrideNow')));
    await page.getByText(words('hqCommittee:branchTells')).waitFor();
  }

  async #enter(
    role: 'importClerk' | 'researchOfficer' | 'committeeChair' | 'director',
  ): Promise<void> {
    const { page, words, hand } = this.#at;
    await hand.press(
      page.getByRole('button', { name: words(`hqAdministration:role.${role}`) }).first(),
    );
  }
}
