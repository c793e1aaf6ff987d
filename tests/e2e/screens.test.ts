import { describe, expect } from 'vitest';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import { hijri } from '#tests/unit/calendar/vectors.ts';
import { NewCasePage } from './support/dayPages.ts';
import type { Stage } from './support/deskMessages.ts';
import type { DeskScreen } from './support/deskScreen.ts';
import { deskTest } from './support/deskTest.ts';
import { FirstRunPage, RecoveryPaperPage, UnlockPage } from './support/doorPages.ts';
import {
  accessibilityFaults,
  atDoubleSize,
  type Look,
  settle,
  sidewaysFaults,
  takePicture,
  wear,
} from './support/looks.ts';
import { SUPPORT_REQUEST } from './support/referenceData.ts';

interface Visit {
  readonly name: string;
  /** Goes there and waits until it stands. */
  readonly go: (at: DeskScreen, caseId: string) => Promise<void>;
}

/** By its address: what a screen looks like does not hang on the way to it. */
function address(name: string, path: (caseId: string) => string): Visit {
  return {
    name,
    go: async ({ page }, caseId) => {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, path(caseId));
      await page.getByRole('heading', { level: 1 }).first().waitFor();
    },
  };
}

const step = (name: string, place: string) => address(name, (id) => `/case/${id}/${place}`);

const SECTIONS = SUPPORT_REQUEST.sections.map(({ name, letter }) =>
  step(`interview-${name}`, `interview?at=${encodeURIComponent(JSON.stringify(letter?.en))}`),
);

/** Answers with alternatives, an open case and statements in their list. */
const SAID =
  'residency:gcc,family:elderly,housing:rented,income:salary,support:cash,support:medical';

/** Every screen of an open desk, at the stage of a case that shows it. */
const VISITS: readonly { readonly stage: Stage; readonly screens: readonly Visit[] }[] = [
  {
    stage: 'founded',
    screens: [
      address('today-empty', () => '/'),
      address('cases-empty', () => '/cases'),
      address('bringList-whole', () => `/bring-list?said=${SAID}`),
      address('bringList-sheet', () => `/bring-list/paper?said=${SAID}`),
      {
        name: 'newCase',
        go: async (at, caseId) => {
          await address('', () => '/new').go(at, caseId);
          const newCase = new NewCasePage(at);
          await newCase.state({ id: '1123456780', name: 'سعود', birthDate: hijri('01/07/1400') });
          await newCase.nobody.waitFor();
        },
      },
    ],
  },
  {
    stage: 'welcomed',
    screens: [
      step('welcome', 'welcome'),
      step('interview-empty', 'interview'),
      step('documents-none', 'documents'),
      step('declaration-blocked', 'declaration'),
      step('next-blocked', 'next'),
    ],
  },
  {
    stage: 'interviewed',
    screens: [...SECTIONS, step('documents-reading', 'documents?at=%22D1%22')],
  },
  {
    stage: 'matched',
    screens: [
      address('today-drafts', () => '/'),
      step('documents-compared', 'documents?at=%22D1%22'),
      step('documents-family', 'documents?at=%22D5%22'),
      step('declaration', 'declaration'),
    ],
  },
  {
    stage: 'submitted',
    screens: [
      address('today-waiting', () => '/'),
      address('cases', () => '/cases'),
      {
        name: 'newCase-known',
        go: async (at, caseId) => {
          await address('', () => '/new').go(at, caseId);
          const newCase = new NewCasePage(at);
          await newCase.state({ id: '1012345672' });
          await newCase.person('نورة عبد الله سعد السبيعي').waitFor();
        },
      },
      step('declaration-sealed', 'declaration'),
      step('next-submitted', 'next'),
      step('service', 'service'),
      step('opinion', 'opinion'),
      step('paper-N1', 'N1'),
      step('paper-N3', 'N3'),
      step('paper-later', 'N5'),
    ],
  },
];

/** Colours do not hang on the language: the other looks are looked at in the first one. */
const OTHER_LOOKS: Readonly<Record<Language, readonly Look[]>> = {
  ar: ['dark', 'contrast'],
  en: [],
};

/** Looks at what stands on the page: in each look, at both sizes. Answers with what is wrong. */
async function inspect(at: DeskScreen, name: string): Promise<readonly string[]> {
  const { page, language } = at;
  const faults: string[] = [];
  const note = (where: string, found: readonly string[]) => {
    faults.push(...found.map((fault) => `${name} ${language} ${where}: ${fault}`));
  };
  await wear(page, 'light');
  note('light', await accessibilityFaults(page));
  note('1366', await sidewaysFaults(page));
  await takePicture(page, `${name}.${language}.light`);
  for (const look of OTHER_LOOKS[language]) {
    await wear(page, look);
    note(look, await accessibilityFaults(page, look));
    await takePicture(page, `${name}.${language}.${look}`);
  }
  await wear(page, 'light');
  await atDoubleSize(page, `${name}.${language}.double`, async () => {
    note('200 %', await sidewaysFaults(page));
  });
  return faults;
}

for (const language of ['ar', 'en'] as const satisfies readonly Language[]) {
  describe(`every screen is for everyone, in ${language}`, () => {
    deskTest('the doors', async ({ office }) => {
      const at = await office.openPage(await office.startDesk({ language }), { language });
      const faults: string[] = [];
      const look = async (name: string) => {
        await settle(at.page);
        faults.push(...(await inspect(at, name)));
      };
      const first = new FirstRunPage(at);
      await at.page.getByRole('heading', { level: 1 }).waitFor();
      await look('firstRun');
      await first.startBranch();
      await first.create();
      await look('firstRun-refused');
      await first.fill();
      await first.create();
      const paper = new RecoveryPaperPage(at);
      await paper.heading.waitFor();
      await look('recovery');
      const locked = await office.startDesk({ language, stage: 'founded', locked: true });
      const door = await office.openPage(locked, { language });
      const unlock = new UnlockPage(door);
      await unlock.unlock('ليست هي');
      await door.page.getByRole('alert').waitFor();
      faults.push(...(await inspect(door, 'unlock-refused')));
      expect(faults).toEqual([]);
    });

    for (const { stage, screens } of VISITS) {
      deskTest(
        `with a case ${stage}`,
        async ({ office }) => {
          const desk = await office.startDesk({ language, stage });
          const at = await office.openPage(desk, { language });
          const faults: string[] = [];
          for (const screen of screens) {
            await screen.go(at, desk.caseId ?? '');
            faults.push(...(await inspect(at, screen.name)));
          }
          expect(faults).toEqual([]);
        },
        180_000,
      );
    }
  });
}
