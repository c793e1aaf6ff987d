import { setImmediate as nextTurn } from 'node:timers/promises';
import { Decrypter } from 'age-encryption';
import { listBranches } from '#db/hub/branches.ts';
import {
  countSealedOpinions,
  listSealedOpinions,
  type SealedOpinionRow,
} from '#db/hub/opinions.ts';
import type {
  OpinionRow,
  OpinionWords,
  OpinionTotals as Totals,
} from '#shared/contracts/hq/opinions.ts';
import { CASE_EVENT_PAYLOADS, SurveyName } from '#shared/domain/case/caseEvent.ts';
import { BranchOfficeId } from '#shared/domain/identity.ts';
import {
  RECOMMENDATION,
  ScaleQuestion,
  SealedOpinion,
  type SurveyQuestion,
} from '#shared/domain/survey/survey.ts';
import { bytesOfBase64Url } from '#shared/protocol/bytes.ts';
import type { HubContext } from '../context.ts';
import { surveyIdentities } from './surveyIdentities.ts';
import {
  addTally,
  averaged,
  type Cell,
  NO_WORDS,
  newCell,
  put,
  putScore,
  putWords,
  recommended,
  type Tally,
  type WordCell,
} from './tally.ts';

/** Opened in one look; the next goes on. */
const MOST_AT_ONCE = 500;
/** Of what is shown of one branch. */
const MOST_WORDS = 500;

/**
 * What people say, by survey, branch and question. The envelopes are opened in memory, where alone counts
 * and what was written are kept, and are made anew from the journal after a start.
 */
export class OpinionTotals {
  readonly #hub: HubContext;
  readonly #cells = new Map<string, Cell>();
  readonly #words = new Map<string, WordCell>();
  /** Survey and case: whoever was asked twice, on two laptops, counts once. */
  readonly #counted = new Set<string>();
  #keys: readonly string[] = [];
  #through = 0;
  #unreadable = 0;
  #work: Promise<void> = Promise.resolve();

  constructor(hub: HubContext) {
    this.#hub = hub;
  }

  async read(): Promise<Totals> {
    const keys = surveyIdentities(this.#hub.dataFolder);
    const work = this.#work.then(() => this.#openSome(keys));
    // Whoever asks next is not to hear of this one's failure.
    this.#work = work.catch(() => undefined);
    await work;
    const { surveys } = this.#hub.reference;
    const branches = await listBranches(this.#hub.db);
    return {
      hasKey: keys.length > 0,
      sealed: await countSealedOpinions(this.#hub.db, this.#through),
      unreadable: this.#unreadable,
      surveys: SurveyName.options.map((survey) => ({
        survey,
        questions: [...surveys[survey].asked],
        rows: [
          this.#rowOf(survey, branches, null),
          ...branches.map((branch) => this.#rowOf(survey, [branch], branch)),
        ],
      })),
    };
  }

  /** What people wrote, by survey and branch; nothing of a group of fewer than five. */
  async words(): Promise<OpinionWords> {
    await this.read();
    const branches = await listBranches(this.#hub.db);
    return {
      surveys: SurveyName.options.map((survey) => ({
        survey,
        branches: branches.flatMap(({ branchOfficeId, name }) => {
          const { shown } = this.#words.get(wordsKey(survey, branchOfficeId)) ?? NO_WORDS;
          if (shown.length === 0) return [];
          return [
            {
              branchOfficeId: BranchOfficeId.parse(branchOfficeId),
              branchName: name,
              words: shown.slice(0, MOST_WORDS),
              hidden: Math.max(0, shown.length - MOST_WORDS),
            },
          ];
        }),
      })),
    };
  }

  async #openSome(keys: readonly string[]): Promise<void> {
    if (keys.join() !== this.#keys.join()) {
      this.#cells.clear();
      this.#words.clear();
      this.#counted.clear();
      this.#through = 0;
      this.#unreadable = 0;
      this.#keys = keys;
    }
    if (keys.length === 0) return;
    const decrypter = new Decrypter();
    for (const key of keys) decrypter.addIdentity(key);
    for (const row of await listSealedOpinions(this.#hub.db, this.#through, MOST_AT_ONCE)) {
      const opened = await openedOf(decrypter, row);
      if (opened === null) this.#unreadable += 1;
      else this.#count(row, opened);
      this.#through = row.position;
      // Others are answered in between.
      await nextTurn();
    }
  }

  #count({ caseId, branchOfficeId }: SealedOpinionRow, { survey, answers }: SealedOpinion): void {
    const once = `${survey} ${caseId}`;
    if (this.#counted.has(once)) return;
    this.#counted.add(once);
    for (const question of ScaleQuestion.options) {
      const answer = answers.scale[question];
      if (answer === undefined || answer === 'notApplicable') continue;
      const key = cellKey(survey, branchOfficeId, question);
      const cell = this.#cells.get(key) ?? newCell();
      this.#cells.set(key, put(cell, answer));
    }
    const { recommend } = answers;
    if (recommend !== undefined && recommend !== 'notApplicable') {
      const key = cellKey(survey, branchOfficeId, RECOMMENDATION);
      this.#cells.set(key, putScore(this.#cells.get(key) ?? newCell(), recommend));
    }
    const key = wordsKey(survey, branchOfficeId);
    this.#words.set(key, putWords(this.#words.get(key) ?? NO_WORDS, answers.improve));
  }

  /** The sum over these branches of what is shown of each: it gives away nothing of what is not. */
  #rowOf(
    survey: SurveyName,
    of: readonly { readonly branchOfficeId: string }[],
    branch: { readonly branchOfficeId: string; readonly name: string } | null,
  ): OpinionRow {
    const shownOf = (question: SurveyQuestion) =>
      of
        .flatMap(({ branchOfficeId }): readonly Tally[] => {
          const cell = this.#cells.get(cellKey(survey, branchOfficeId, question));
          return cell === undefined ? [] : [cell.shown];
        })
        .reduce(addTally, newCell().shown);
    const totals: OpinionRow['totals'] = {};
    for (const question of ScaleQuestion.options) {
      const total = averaged(shownOf(question));
      if (total !== null) totals[question] = total;
    }
    return {
      branchOfficeId: branch === null ? null : BranchOfficeId.parse(branch.branchOfficeId),
      branchName: branch?.name ?? null,
      totals,
      recommend: recommended(shownOf(RECOMMENDATION)),
    };
  }
}

function cellKey(survey: SurveyName, branchOfficeId: string, question: SurveyQuestion): string {
  return `${survey} ${branchOfficeId} ${question}`;
}

function wordsKey(survey: SurveyName, branchOfficeId: string): string {
  return `${survey} ${branchOfficeId}`;
}

/** Null where it opens with none of the keys, or holds something else than it says. */
async function openedOf(
  decrypter: Decrypter,
  { payload }: SealedOpinionRow,
): Promise<SealedOpinion | null> {
  const given = CASE_EVENT_PAYLOADS.opinionGiven.safeParse(payload);
  if (!given.success) return null;
  try {
    const envelope = bytesOfBase64Url(given.data.ciphertext);
    const content: unknown = JSON.parse(await decrypter.decrypt(envelope, 'text'));
    const opened = SealedOpinion.parse(content);
    return opened.survey === given.data.survey ? opened : null;
  } catch {
    return null;
  }
}
