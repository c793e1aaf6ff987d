import { describe, expect } from 'vitest';
import { CaseHead } from './support/caseSteps.ts';
import { TodayPage } from './support/dayPages.ts';
import { deskScreen } from './support/deskScreen.ts';
import { deskTest } from './support/deskTest.ts';
import { InterviewStep, sectionNamed } from './support/interviewStep.ts';
import { DeclarationStep, NextStep, PaperPage } from './support/lastSteps.ts';
import { hasWords, pdfPages } from './support/pdfPages.ts';
import { PLACE } from './support/places.ts';

describe('the same desk in English', () => {
  deskTest(
    'changes its language in the middle of a page without losing a letter',
    async ({ office }) => {
      const desk = await office.startDesk({ stage: 'welcomed' });
      const arabic = await office.openPage(desk);
      const english = deskScreen(arabic.page, 'en');
      await new TodayPage(arabic).list('drafts').getByRole('button').click();
      await new CaseHead(arabic).go('interview');
      const before = new InterviewStep(arabic);
      await before.goTo(sectionNamed('contactAndAddress'));
      await before.control('city').pressSequentially(PLACE);
      // At once, before the pause after which the page would be saved.
      await new TodayPage(arabic).appearance('English');
      const after = new InterviewStep(english);
      await after.heading(sectionNamed('contactAndAddress')).waitFor();
      expect(await after.control('city').inputValue()).toBe(PLACE);
      expect(await arabic.page.locator('html').getAttribute('dir')).toBe('ltr');
      await after.goTo(sectionNamed('identity'));
      await after.goTo(sectionNamed('contactAndAddress'));
      expect(await after.control('city').inputValue()).toBe(PLACE);
    },
  );

  deskTest(
    'signs and submits in the language of the person, on a screen in English',
    async ({ office }) => {
      const desk = await office.startDesk({ stage: 'matched', language: 'en' });
      const at = await office.openPage(desk, { language: 'en' });
      await new TodayPage(at).list('drafts').getByRole('button').click();
      // The widow reads Arabic: her page is in Arabic whatever the screen around it speaks.
      const hers = new DeclarationStep(deskScreen(at.page, 'ar'));
      await hers.confirmRead();
      await hers.draw();
      await hers.sign();
      await hers.goOn();
      const next = new NextStep(at);
      await next.toldAndUnderstood();
      await next.submit();
      // The sentence is read to her in the language in which she has signed.
      expect(await next.panel.textContent()).toContain('7 ديسمبر 2026م');
      expect(await next.panel.textContent()).toContain('1448هـ');
      await next.toReceipt();
      const paper = new PaperPage(at);
      // The receipt opens in her language, too; here a copy in English is asked for.
      const english = at.words('common:languageName.en');
      await at.page.getByRole('radio', { name: english }).check({ force: true });
      await paper.title('N1').waitFor();
      await paper.print();
      await paper.copy(1).waitFor();
      const pages = pdfPages(await at.page.pdf({ preferCSSPageSize: true }));
      expect(hasWords(pages.join('\n'), 'Receipt 7 December 2026 07/12/2026')).toBe(true);
    },
  );
});
