import { isNonAnswer } from '../answers/answer.ts';
import { addDays } from '../calendar/dateArithmetic.ts';
import { isoDate } from '../calendar/dayNumber.ts';
import { dayNumberOf } from '../documents/days.ts';
import type { DocumentRules } from '../documents/documentRules.ts';
import type { IsoDay } from '../identity.ts';
import type { LocalText } from '../questionnaire/model.ts';
import type { AssessedDocument, CaseAssessment } from './assessCase.ts';
import type { AwaitedItem, AwaitedReason, AwaitedSubject } from './awaited.ts';

/** What the rules find wanting in a case, as it is told to the person. */
export interface WantedItem {
  /** Unique in the list. */
  readonly key: string;
  readonly subject: Exclude<AwaitedSubject, { kind: 'other' }>;
  readonly name: LocalText;
  readonly why: AwaitedReason;
}

/** So many answers are told one by one; a longer interview is simply not over. */
const MOST_ANSWERS = 8;

/**
 * Documents that are absent, unreadable or not in force, in the order in which they are asked for, then
 * the answers that are left at the end of an interview.
 */
export function wantedItems({
  documents,
  facts,
  evaluation,
}: CaseAssessment): readonly WantedItem[] {
  const { unrecorded, missing, invalid } = facts.documents;
  const wanting = new Set([...unrecorded, ...missing, ...invalid]);
  const papers = documents
    .filter(({ needed }) => wanting.has(needed.documentKey))
    .map((document): WantedItem => itemOf(document));
  const left = facts.interview.missing;
  const answers =
    left.length > MOST_ANSWERS
      ? []
      : left.map(
          ({ section, path }): WantedItem => ({
            key: path,
            subject: { kind: 'answer', section, path },
            name: evaluation.paths.get(path)?.field.label ?? { ar: path, en: path },
            why: 'answerMissing',
          }),
        );
  return [...papers, ...answers];
}

/** Any document of the case, as it is asked for; the officer may want also one that is in order. */
export function itemOf(document: AssessedDocument): WantedItem {
  const { needed } = document;
  return {
    key: needed.documentKey,
    subject: { kind: 'document', documentKey: needed.documentKey },
    name: nameOf(document),
    why: whyOf(document),
  };
}

function nameOf({ needed: { label, subject } }: AssessedDocument): LocalText {
  return subject === null
    ? label
    : { ar: `${label.ar}: ${subject}`, en: `${label.en}: ${subject}` };
}

function whyOf({ recorded, validity }: AssessedDocument): AwaitedReason {
  if (recorded === null || recorded.presentation === 'notPresented') return 'missing';
  if (recorded.presentation === 'illegible') return 'illegible';
  switch (validity.verdict) {
    case 'expired':
    case 'tooOld':
    case 'issuedLater':
    case 'dateMissing':
      return validity.verdict;
    case 'valid':
    case 'notPresented':
      return 'askedByOfficer';
  }
}

/** The day by which what is missing is to be handed in, counted from today. */
export function dueDay({ incompleteDays }: DocumentRules, today: IsoDay): IsoDay {
  return isoDate(addDays(dayNumberOf(today), incompleteDays));
}

/** How an awaited thing stands now. */
export type AwaitedState = 'awaited' | 'came' | 'cameWanting';

/**
 * Whether an item has come, and whether what came will do: a card that was brought and has run out too
 * is still wanting.
 */
export function awaitedState(
  { itemId, subject }: AwaitedItem,
  received: Readonly<Record<string, unknown>>,
  { documents, facts, evaluation }: CaseAssessment,
): AwaitedState {
  const came = Object.hasOwn(received, itemId);
  if (subject.kind === 'document') {
    const { unrecorded, missing, invalid } = facts.documents;
    const isNeeded = documents.some(({ needed }) => needed.documentKey === subject.documentKey);
    const wants = [...unrecorded, ...missing, ...invalid].includes(subject.documentKey);
    if (!isNeeded || (!wants && came)) return 'came';
    return came ? 'cameWanting' : 'awaited';
  }
  if (subject.kind === 'answer') {
    const answer = evaluation.paths.get(subject.path)?.answer ?? null;
    return answer !== null && (isNonAnswer(answer) || came || answer.value !== '')
      ? 'came'
      : 'awaited';
  }
  return came ? 'came' : 'awaited';
}
