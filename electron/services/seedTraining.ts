import type { Answer, AnswerValue } from '#shared/domain/answers/answer.ts';
import type { AnswerPatch } from '#shared/domain/answers/answerPatch.ts';
import { withoutRowIds } from '#shared/domain/answers/answerSet.ts';
import { addDays } from '#shared/domain/calendar/dateArithmetic.ts';
import { fromDayNumber, riyadhDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import { actionState, type CaseAction } from '#shared/domain/case/availableActions.ts';
import type { DrawnMark } from '#shared/domain/case/drawnMark.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { needsReason } from '#shared/domain/matching/matchingSummary.ts';
import { sectionKey } from '#shared/domain/questionnaire/sectionKey.ts';
import {
  confirmInquiries,
  explainServices,
  recordInquiry,
  showPrivacyNotice,
} from './casesService.ts';
import { caseAtHand, caseState } from './caseWork.ts';
import { promised, submitCase } from './declarationService.ts';
import { completeMatching, decide, recordDocument } from './documentsService.ts';
import { formPlaces } from './formPlaces.ts';
import { completeInterview, leavePage, saveDraft } from './interviewService.ts';
import { openCase } from './openCase.ts';
import type { OpenDesk } from './openDesk.ts';
import { giveOpinion } from './opinionService.ts';
import { signDeclaration } from './signingService.ts';
import {
  TRAINING_STEPS,
  type TrainingCase,
  type TrainingCases,
  type TrainingValue,
} from './trainingCases.ts';
import { trainingReadings } from './trainingReadings.ts';

const DAY_MILLISECONDS = 86_400_000;

/**
 * Fills the training office with invented cases, made by the very services that a person would use,
 * on the days on which they are said to have come. A case stops where the rules in force stop it.
 */
export async function seedTraining(desk: OpenDesk, training: TrainingCases): Promise<void> {
  const now = desk.store.clock.now();
  const oldestFirst = training.cases.toSorted((one, other) => other.daysAgo - one.daysAgo);
  for (const each of oldestFirst) {
    const clock = { now: () => now - each.daysAgo * DAY_MILLISECONDS };
    const then = { ...desk, store: { ...desk.store, clock } };
    let caseId: CaseId | null = null;
    for (const step of seedCase(then, training, each)) {
      caseId = step;
      // The screen that waits for this must go on turning.
      await new Promise((resolve) => setImmediate(resolve));
    }
    const { opinion } = each;
    if (caseId !== null && opinion !== undefined) {
      await giveOpinion(then, caseId, { language: 'ar', answers: opinion });
    }
  }
}

/** One case, a step of the policy at a time: each value is the case after one more step. */
export function* seedCase(
  desk: OpenDesk,
  training: TrainingCases,
  given: TrainingCase,
): Generator<CaseId> {
  const { caseId } = openCase(desk, {
    channel: given.channel,
    initiatedBy: given.initiatedBy,
    beneficiaryId: null,
    // What was typed into "do we know this person?"; the rest is told in the interview.
    stated: isReached(given, 'interviewing') ? [] : patchesOf(desk, given.answers, {}),
  });
  const steps: readonly (readonly [
    reached: TrainingCase['upTo'],
    action: CaseAction,
    take: () => void,
  ])[] = [
    ['welcomed', 'confirmInquiries', () => welcome(desk, caseId, given)],
    ['interviewing', 'changeAnswers', () => interview(desk, caseId, training, given)],
    ['interviewed', 'completeInterview', () => completeInterview(desk, { caseId })],
    ['documents', 'recordDocument', () => layDocuments(desk, caseId, training, given)],
    ['matched', 'completeMatching', () => completeMatching(desk, { caseId })],
    ['signed', 'signDeclaration', () => sign(desk, caseId)],
    ['submitted', 'submitCase', () => submit(desk, caseId)],
  ];
  for (const [reached, action, take] of steps) {
    if (!isReached(given, reached)) return;
    const { state, assessment } = caseAtHand(desk, caseId);
    if (!actionState(state, assessment.facts, action).allowed) return;
    take();
    yield caseId;
  }
}

function isReached({ upTo }: TrainingCase, step: TrainingCase['upTo']): boolean {
  return TRAINING_STEPS.indexOf(step) <= TRAINING_STEPS.indexOf(upTo);
}

function welcome(desk: OpenDesk, caseId: CaseId, { inquiries }: TrainingCase): void {
  const { privacyNotice, servicesExplained } = desk.reference.texts;
  const version = (text: { id: string; version: number }) => ({
    id: text.id,
    version: text.version,
  });
  showPrivacyNotice(desk, { caseId, text: version(privacyNotice), language: 'ar' });
  explainServices(desk, { caseId, text: version(servicesExplained), language: 'ar' });
  for (const inquiry of inquiries) recordInquiry(desk, { caseId, ...inquiry });
  confirmInquiries(desk, { caseId });
}

function interview(
  desk: OpenDesk,
  caseId: CaseId,
  { common }: TrainingCases,
  given: TrainingCase,
): void {
  const { questionnaire } = desk.reference.rulesOf(desk.reference.inForce);
  const { fields, repeats } = formPlaces(questionnaire);
  const patches = patchesOf(desk, { ...common, ...given.answers }, given.rows);
  for (const section of questionnaire.sections.map(sectionKey)) {
    if (given.lastSection !== undefined && section > given.lastSection) return;
    const onPage = patches.filter((patch) =>
      patch.op === 'set'
        ? fields.get(withoutRowIds(patch.path)) === section
        : repeats.get(patch.repeat) === section,
    );
    saveDraft(desk, {
      caseId,
      scope: section,
      body: { kind: 'answers', patches: onPage },
      voidSignature: false,
    });
    leavePage(desk, { caseId, section, voidSignature: false });
  }
}

function layDocuments(
  desk: OpenDesk,
  caseId: CaseId,
  { reason }: TrainingCases,
  { wrong }: TrainingCase,
): void {
  const { state, assessment } = caseAtHand(desk, caseId);
  for (const { needed } of assessment.documents) {
    const { documentKey } = needed;
    const today = riyadhDayNumber(desk.store.clock.now());
    const patches = [
      ...trainingReadings(needed, assessment.matrix, state, today),
      ...patchesOf(desk, wrong[documentKey] ?? {}, {}),
    ];
    saveDraft(desk, {
      caseId,
      scope: documentKey,
      body: { kind: 'answers', patches },
      voidSignature: false,
    });
    recordDocument(desk, {
      caseId,
      documentKey,
      presentation: 'presented',
      originalSighted: true,
      reason: null,
      voidSignature: false,
    });
  }
  for (const { row, standing } of caseAtHand(desk, caseId).assessment.matrix) {
    if (standing !== null || row.computed === null || row.blocksSigning) continue;
    const { verdict } = row.computed;
    const text = needsReason(verdict, row.computed) ? reason : null;
    decide(desk, { caseId, rowKey: row.rowKey, verdict, reason: text, voidSignature: false });
  }
}

function sign(desk: OpenDesk, caseId: CaseId): void {
  const { id, version } = desk.reference.texts.declaration;
  signDeclaration(desk, {
    caseId,
    declaration: { id, version },
    language: 'ar',
    consentToVerify: true,
    readAloud: true,
    ...trainingSigning(desk.person.displayName),
  });
}

/** Signed in person and by hand; where an interpreter is needed, the office's own person is one. */
export function trainingSigning(interpreter: string) {
  return {
    screenLanguage: 'ar',
    signing: { level: 'handwrittenOnScreen', by: 'handwriting', mark: trainingMark() },
    witness: null,
    interpreter: { name: interpreter, affirmed: true, mark: null },
  } as const;
}

/** A wave, as anybody draws who is asked to sign in training. */
function trainingMark(): DrawnMark {
  const stroke = Array.from({ length: 25 }, (_, index): [number, number] => [
    Number((0.15 + index * 0.025).toFixed(4)),
    Number((0.5 + 0.25 * Math.sin(index / 2)).toFixed(4)),
  ]);
  return { strokes: [stroke], aspect: 3 };
}

function submit(desk: OpenDesk, caseId: CaseId): void {
  const { id, version } = desk.reference.texts.statement;
  submitCase(desk, {
    caseId,
    statement: { id, version },
    language: 'ar',
    toldAndUnderstood: true,
    toldReplyNotBefore: promised(desk, caseState(desk, caseId)).replyNotBefore,
  });
}

/** Rows and answers as the patches of a page. */
export function patchesOf(
  { store }: OpenDesk,
  answers: Readonly<TrainingCase['answers']>,
  rows: Readonly<Record<string, readonly Readonly<TrainingCase['answers']>[]>>,
): AnswerPatch[] {
  const now = store.clock.now();
  return [
    ...Object.entries(rows).flatMap(([repeat, each]) =>
      each.flatMap((row, index) => {
        const rowId = `r${index + 1}`;
        return [
          { op: 'addRow' as const, repeat, rowId },
          ...Object.entries(row).map(([name, value]) =>
            set(`${repeat}/${rowId}/${name}`, valueOf(value, now)),
          ),
        ];
      }),
    ),
    ...Object.entries(answers).map(([path, value]) => set(path, valueOf(value, now))),
  ];
}

function set(path: string, value: AnswerValue): AnswerPatch {
  const answer: Answer = { value };
  return { op: 'set', path, answer, base: null };
}

function valueOf(value: TrainingValue, now: number): AnswerValue {
  if (typeof value !== 'object' || !('inDays' in value)) return value;
  return fromDayNumber(addDays(riyadhDayNumber(now), value.inDays), 'gregorian');
}
