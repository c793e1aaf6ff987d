import { setImmediate as nextTurn } from 'node:timers/promises';
import { Decrypter } from 'age-encryption';
import { listBranches } from '#db/hub/branches.ts';
import {
  countSealedOpinions,
  listSealedOpinions,
  type SealedOpinionRow,
} from '#db/hub/opinions.ts';
import type { OpinionRow, OpinionTotals as Totals } from '#shared/contracts/hq/opinions.ts';
import { CASE_EVENT_PAYLOADS, SurveyName } from '#shared/domain/case/caseEvent.ts';
import { BranchOfficeId } from '#shared/domain/identity.ts';
import { ScaleQuestion, SealedOpinion } from '#shared/domain/survey/survey.ts';
import { bytesOfBase64Url } from '#shared/protocol/bytes.ts';
import type { HubContext } from '../context.ts';
import { surveyIdentities } from './surveyIdentities.ts';
import { addTally, averaged, type Cell, newCell, put, type Tally } from './tally.ts';

/** Opened in one look; the next goes on. */
const MOST_AT_ONCE = 500;

/**
 * What people say, by survey, branch and question. The envelopes are opened in memory and nothing of
 * them is kept but counts, and those are made anew from the journal after a start.
 */
export class OpinionTotals {
  readonly #hub: HubContext;
  readonly #cells = new Map<string, Cell>();
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
    const questions = this.#hub.reference.survey.asked;
    const branches = await listBranches(this.#hub.db);
    return {
      hasKey: keys.length > 0,
      sealed: await countSealedOpinions(this.#hub.db, this.#through),
      unreadable: this.#unreadable,
      questions: [...questions],
      surveys: SurveyName.options.map((survey) => ({
        survey,
        rows: [
          this.#rowOf(survey, questions, branches, null),
          ...branches.map((branch) => this.#rowOf(survey, questions, [branch], branch)),
        ],
      })),
    };
  }

  async #openSome(keys: readonly string[]): Promise<void> {
    if (keys.join() !== this.#keys.join()) {
      this.#cells.clear();
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
  }

  /** The sum over these branches of what is shown of each: it gives away nothing of what is not. */
  #rowOf(
    survey: SurveyName,
    questions: readonly ScaleQuestion[],
    of: readonly { readonly branchOfficeId: string }[],
    branch: { readonly branchOfficeId: string; readonly name: string } | null,
  ): OpinionRow {
    const totals: OpinionRow['totals'] = {};
    for (const question of questions) {
      const shown = of.flatMap(({ branchOfficeId }): readonly Tally[] => {
        const cell = this.#cells.get(cellKey(survey, branchOfficeId, question));
        return cell === undefined ? [] : [cell.shown];
      });
      const total = averaged(shown.reduce(addTally, newCell().shown));
      if (total !== null) totals[question] = total;
    }
    return {
      branchOfficeId: branch === null ? null : BranchOfficeId.parse(branch.branchOfficeId),
      branchName: branch?.name ?? null,
      totals,
    };
  }
}

function cellKey(survey: SurveyName, branchOfficeId: string, question: ScaleQuestion): string {
  return `${survey} ${branchOfficeId} ${question}`;
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
