import type { BeneficiaryId } from '../identity.ts';
import type { CaseEvent } from './caseEvent.ts';
import type { CaseState, Mark } from './caseState.ts';
import {
  beneficiaryOfSubject,
  type FoundPerson,
  KNOWN_EVENT_PAYLOADS,
  type KnownPersonAnswer,
  type KnownSubject,
} from './knownEvents.ts';

/** Who the applicant may be, and what was answered to it. */
export interface KnownAtCase {
  /** The file that the case was opened with. */
  readonly openedFor: BeneficiaryId;
  readonly found: Readonly<Record<KnownSubject, Mark & FoundPerson>>;
  readonly answers: Readonly<Record<KnownSubject, Mark & KnownPersonAnswer>>;
}

export function nobodyKnown(openedFor: BeneficiaryId): KnownAtCase {
  return { openedFor, found: {}, answers: {} };
}

/** Most likely the same person, and nobody has said whether they are. */
export function unansweredKnown({ known }: CaseState): readonly KnownSubject[] {
  return Object.values(known.found).flatMap(({ subject, strength }) =>
    strength === 'sure' && !Object.hasOwn(known.answers, subject) ? [subject] : [],
  );
}

export type KnownEvent = Extract<CaseEvent, { kind: keyof typeof KNOWN_EVENT_PAYLOADS }>;

export function isKnownEvent(event: CaseEvent): event is KnownEvent {
  return Object.hasOwn(KNOWN_EVENT_PAYLOADS, event.kind);
}

/**
 * The case after one of these events. "It is this person" puts the case on that person's file; another
 * word on the same person puts it back on its own.
 */
export function reduceKnown(state: CaseState, event: KnownEvent, mark: Mark): CaseState {
  const { known } = state;
  if (event.kind === 'knownPeopleFound') {
    const found = Object.fromEntries(
      event.payload.people.map((person) => [person.subject, { ...mark, ...person }]),
    );
    return { ...state, known: { ...known, found: { ...known.found, ...found } } };
  }
  const { subject, answer } = event.payload;
  const meant = beneficiaryOfSubject(subject);
  const answers = { ...known.answers, [subject]: { ...mark, ...event.payload } };
  const isLeft = meant === state.beneficiaryId && answer !== 'same';
  return {
    ...state,
    beneficiaryId:
      meant !== null && answer === 'same' ? meant : isLeft ? known.openedFor : state.beneficiaryId,
    known: { ...known, answers },
  };
}
