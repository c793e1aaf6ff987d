import qrcode from 'qrcode-generator';
import { describe, expect } from 'vitest';
import { spokenDay } from '#renderer/language/days.ts';
import type { AnswerSet } from '#shared/domain/answers/answer.ts';
import { statementSentence } from '#shared/domain/texts/textLibrary.ts';
import { widowAnswersOn, widowDocuments } from '#tests/fixtures/widowDocuments.ts';
import { CaseHead, WelcomeStep } from './support/caseSteps.ts';
import { NewCasePage, TodayPage } from './support/dayPages.ts';
import { deskTest, hoursOfOneDay, type OpenedPage } from './support/deskTest.ts';
import { DocumentsStep } from './support/documentsStep.ts';
import { FirstRunPage, RecoveryPaperPage } from './support/doorPages.ts';
import { InterviewStep, sectionNamed } from './support/interviewStep.ts';
import { DeclarationStep, NextStep, PaperPage, VoidDialog } from './support/lastSteps.ts';
import { hasWords, pdfPages } from './support/pdfPages.ts';
import { TEXTS } from './support/referenceData.ts';
import type { RunningDesk } from './support/startDesk.ts';

const TODAY = '2026-11-23';
const REPLY_NOT_BEFORE = '2026-12-07';
/** Two digits that changed places: this number passes the checksum too, so only the card tells. */
const STATED_ID = '1190012342';
const CARD_ID = '1109012342';
const WITHOUT_ID = ['D7', 'D8', 'D12', 'D6/r1', 'D20'] as const;
const WITH_ID = ['D5', 'D9', 'D19'] as const;
const REASON = 'نُظر فيه مع المستفيدة';

const answers = withId(widowAnswersOn(TODAY), STATED_ID);
const papers = widowDocuments(TODAY);

describe('a widow is received by mouse, in Arabic, with the network cut', () => {
  let desk: RunningDesk;
  let at: OpenedPage;
  let reference = '';
  let caseId = '';
  let firstSeal = '';

  hoursOfOneDay();

  const head = () => new CaseHead(at);
  const interview = () => new InterviewStep(at);
  const documents = () => new DocumentsStep(at, answers, TODAY);
  const declaration = () => new DeclarationStep(at);

  /** Reads one paper as it lies on the desk, with the number of the card on each. */
  async function lay(key: string): Promise<void> {
    const paper = papers[key];
    if (paper === undefined) throw new Error(`no paper ${key}`);
    await documents().open(key);
    await documents().read(key, withId(paper.readings, CARD_ID));
    await documents().record(key);
    await documents().giveReasons(REASON);
  }

  deskTest('a branch is founded, and its recovery paper proved', async ({ day }) => {
    desk = await day.startDesk();
    at = await day.openPage(desk);
    const first = new FirstRunPage(at);
    await first.startBranch();
    await first.fill();
    await first.create();
    const paper = new RecoveryPaperPage(at);
    await paper.heading.waitFor();
    expect(await paper.code()).toHaveLength(6);
    await paper.typeGroups((group, index) => (index === 0 ? otherGroup(group) : group));
    await paper.goOn();
    await paper.refusal.waitFor();
    await paper.typeGroups((group) => group.toLowerCase());
    await paper.goOn();
    await at.page.getByText(at.words('today:emptyTitle')).waitFor();
  });

  deskTest('nobody of that number is known, and a file is opened', async () => {
    await new TodayPage(at).newCase();
    const newCase = new NewCasePage(at);
    await newCase.state({ id: STATED_ID });
    await newCase.nobody.waitFor();
    await newCase.openNewFile();
    await head().reference.waitFor();
    reference = (await head().reference.textContent()) ?? '';
    expect(reference).toMatch(/^MKH01-[A-Z0-9]{2}-2026-000001-[A-Z0-9]$/);
    caseId = /case\/([^/]+)\//.exec(at.page.url())?.[1] ?? '';
  });

  deskTest('she is welcomed in three parts, none of which can be skipped', async () => {
    const welcome = new WelcomeStep(at);
    expect(await welcome.toInterview.isEnabled()).toBe(false);
    await welcome.showNotice();
    await welcome.explainServices();
    await welcome.recordInquiry('الإيجار', 'متى يصل الرد؟', 'بعد دراسة اللجنة، وليس قبل أسبوعين');
    expect(await welcome.toInterview.isEnabled()).toBe(false);
    await welcome.allAnswered();
    await welcome.goOn();
  });

  deskTest('what is missing leads to the very field', async () => {
    await interview().goTo(sectionNamed('identity'));
    const label = interview().labelOf('birthDate');
    await interview().missing.getByRole('button', { name: label, exact: true }).click();
    const day = interview().control('birthDate').getByRole('textbox').first();
    expect(await day.evaluate((box) => box === document.activeElement)).toBe(true);
    await interview().goTo(sectionNamed('request'));
  });

  deskTest('the interview is held, each date shown in both calendars', async () => {
    const { sections } = interview();
    for (const section of sections) {
      await interview().fillSection(section, answers);
      if (section.name === 'identity') {
        const other = interview().control('birthDate').getByRole('status');
        expect(await other.textContent()).toContain('15/05/1980');
      }
      if (section.name === 'household') {
        expect(
          await interview().tableOf('family').getByRole('rowheader').allTextContents(),
        ).toEqual(['سعود فهد خالد المطيري', 'عبدالرحمن فهد خالد المطيري', 'لمى فهد خالد المطيري']);
        expect(await interview().derived.textContent()).toContain('4');
      }
      if (section.name === 'income') {
        const totals = await interview().derived.textContent();
        for (const total of ['1,320', '2,320', '580']) expect(totals).toContain(total);
      }
      if (section !== sections.at(-1)) await interview().next();
    }
    await interview().finish();
    await head().done('interview').waitFor();
  });

  deskTest('a number that differs from the card keeps her from signing', async () => {
    await lay('D1');
    const row = documents().table('D1').getByRole('row').filter({ hasText: STATED_ID });
    expect(await row.textContent()).toContain(CARD_ID);
    expect(await row.textContent()).toContain(at.words('matching:verdict.mismatch'));
    for (const key of WITHOUT_ID) await lay(key);
    await documents().beforeSigning.getByText(at.words('caseFrame:blockers.rowBlocks')).waitFor();
    expect(await documents().toDeclaration.isEnabled()).toBe(false);
    await head().go('declaration');
    expect(await declaration().signButton.isEnabled()).toBe(false);
    await declaration().back();
  });

  deskTest('what was stated is corrected from the card, and all papers are matched', async () => {
    await documents().open('D1');
    await documents().correctStated();
    const row = documents().table('D1').getByRole('row').filter({ hasText: CARD_ID });
    await row.getByText(at.words('matching:verdict.match'), { exact: true }).waitFor();
    expect(await documents().table('D1').textContent()).not.toContain(STATED_ID);
    for (const key of WITH_ID) await lay(key);
    await at.page.getByText(at.words('documents:nothingBefore')).waitFor();
    await documents().toDeclaration.click();
  });

  deskTest('the declaration is read out and signed by mouse', async () => {
    await declaration().readThrough.getByText('نورة عبد الله سعد السبيعي').first().waitFor();
    expect(await declaration().signButton.isEnabled()).toBe(false);
    await declaration().confirmRead();
    await declaration().consentToVerify();
    await declaration().draw();
    await declaration().sign();
    firstSeal = (await declaration().sealCode.textContent()) ?? '';
    expect(firstSeal).toHaveLength(14);
  });

  deskTest('a change afterwards is asked first, and voids the signature visibly', async () => {
    await declaration().back();
    await head().go('interview');
    await interview().goTo(sectionNamed('housing'));
    const rooms = interview().control('rooms');
    const asked = new VoidDialog(at);
    await rooms.fill('4');
    await asked.dialog.waitFor();
    await asked.cancel();
    await asked.dialog.waitFor({ state: 'detached' });
    await rooms.blur();
    expect(await rooms.inputValue()).toBe('3');
    await rooms.fill('4');
    await asked.confirm();
    await head().saved.waitFor();
    await interview().goTo(sectionNamed('income'));
    await at.page.getByText(at.words('caseFrame:signatureVoided'), { exact: true }).waitFor();
    expect(await head().done('declaration').count()).toBe(0);
  });

  deskTest('it is read and signed again, under another seal', async () => {
    await head().go('declaration');
    await declaration().voided.waitFor();
    // Every verdict still stands: the representative says so before it is read out again.
    await at.page.getByRole('button', { name: at.words('declaration:confirmMatching') }).click();
    await at.page.getByText(at.words('declaration:voidedBy', { change: 'عدد الغرف' })).waitFor();
    await declaration().confirmRead();
    await declaration().draw();
    await declaration().sign();
    expect(await declaration().sealCode.textContent()).not.toBe(firstSeal);
    await declaration().goOn();
  });

  deskTest(
    'the two weeks are told with their day in both calendars, and the request handed in',
    async () => {
      const next = new NextStep(at);
      const promise = spokenDay(REPLY_NOT_BEFORE, 'ar');
      expect(promise).toEqual({
        weekday: 'الاثنين',
        hijri: '27 جمادى الآخرة 1448هـ',
        gregorian: '7 ديسمبر 2026م',
      });
      await next.panel.getByText(statementSentence(TEXTS.statement, 'ar', promise)).waitFor();
      await next.toldAndUnderstood();
      await next.submit();
      expect(await next.panel.textContent()).toContain('27/06/1448');
      expect(await next.panel.textContent()).toContain('07/12/2026');
    },
  );

  deskTest('receipt and declaration become papers, and a reprint is numbered', async () => {
    await new NextStep(at).toReceipt();
    const paper = new PaperPage(at);
    await paper.title('N1').waitFor();
    await paper.print();
    await paper.copy(1).waitFor();
    const receipt = pdfPages(await at.page.pdf({ preferCSSPageSize: true }));
    expect(receipt.length).toBeLessThanOrEqual(2);
    expect(receipt[0]).toContain(reference);
    expect(receipt.join('\n')).toContain('******2342');
    expect(receipt.join('\n')).not.toContain(CARD_ID);
    expect(hasWords(receipt.join('\n'), 'طلب 7 ديسمبر 2026 27 جمادى الآخرة 1448 الأصلية')).toBe(
      true,
    );
    await paper.print();
    await paper.copy(2).waitFor();

    await at.page.goto(at.page.url().replace(/N1$/, 'N3'));
    await paper.title('N3').waitFor();
    await paper.print();
    await paper.copy(1).waitFor();
    const signed = pdfPages(await at.page.pdf({ preferCSSPageSize: true }));
    const whole = signed.join('\n');
    expect(signed.length).toBeGreaterThan(1);
    for (const [index, text] of signed.entries()) {
      expect(text, `page ${index + 1}`).toContain(`N3 · ${reference}`);
      expect(hasWords(text, `${index + 1} / ${signed.length}`)).toBe(true);
    }
    expect(whole).toContain(CARD_ID);
    expect(hasWords(whole, 'نورة السبيعي سعود لمى المطيري إقرار')).toBe(true);
    await paper.backToCase();
  });

  deskTest('the reference, or what a reader types from the receipt, opens the case', async () => {
    const text = await desk.paperText(caseId);
    expect(text).toContain(reference);
    const qr = at.page.getByRole('img', { name: at.words('submission:qr') });
    expect(await qr.locator('path').getAttribute('d')).toBe(drawnQr(text));
    for (const typed of [reference, reference.toLowerCase(), text]) {
      const today = new TodayPage(at);
      await today.open();
      await today.findByPaper(typed);
      await at.page.waitForURL((url) => url.hash.includes(caseId));
    }
  });

  deskTest('today shows it waiting for headquarters, as the line of safety does', async () => {
    const today = new TodayPage(at);
    await today.open();
    await today.list('waiting').getByText(reference).waitFor();
    expect(await today.list('drafts').count()).toBe(0);
    expect(await today.safety.textContent()).toContain(at.words('shell:safetySaved'));
    expect(await today.safety.textContent()).toContain(
      at.words('shell:safetyWaiting', { count: 1 }),
    );
  });

  deskTest('nothing went wrong all day, and nothing left this machine', async ({ day }) => {
    expect(at.watched.problems()).toEqual([]);
    await day.close();
  });
});

/** The same answers or readings with this number wherever the widow's own stands. */
function withId(set: AnswerSet, id: string): AnswerSet {
  const values = Object.entries(set.values).map(
    ([path, answer]) =>
      [path, 'value' in answer && answer.value === '1012345672' ? { value: id } : answer] as const,
  );
  return { ...set, values: Object.fromEntries(values) };
}

/** A group as long as the printed one, of which one letter is another. */
function otherGroup(group: string): string {
  return `${group.startsWith('7') ? '8' : '7'}${group.slice(1)}`;
}

function drawnQr(text: string): string {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const places = Array.from({ length: code.getModuleCount() }, (_, place) => place);
  return places
    .flatMap((row) =>
      places
        .filter((column) => code.isDark(row, column))
        .map((column) => `M${column} ${row}h1v1h-1z`),
    )
    .join('');
}
