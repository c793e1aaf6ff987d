import fc from 'fast-check';
import type { AnswerPatch } from '#shared/domain/answers/answerPatch.ts';
import type { CaseEvent, CaseEventKind, CaseEventPayload } from '#shared/domain/case/caseEvent.ts';
import type { DecisionContent } from '#shared/domain/case/decision.ts';
import { ReturnId } from '#shared/domain/case/headquartersEvents.ts';
import type { ReferralOutcome } from '#shared/domain/case/referral.ts';
import { EventId } from '#shared/domain/identity.ts';
import {
  CARD,
  decisionOf,
  deliveryOf,
  eventsOf,
  ITEM,
  numberedId,
  OPENED,
  SCAN_IDS,
  SCAN_PAGE,
  SEAL,
  type Step,
} from './caseHistory.ts';
import { studySteps } from './studyHistory.ts';

const text = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).map((some) => `${some}.`);
const path = fc.constantFrom(
  'nameFirst',
  'street',
  'family/r1/name',
  'family/r2/name',
  'constructor',
);
const version = fc.constant({ id: 'text', version: 1 });
const language = fc.constantFrom('ar' as const, 'en' as const);

/** A base that fits, one of an event that may exist, or none: writers know more or less. */
const base = fc.option(fc.nat(12).map((index) => numberedId('ee', index)));

export const patch: fc.Arbitrary<AnswerPatch> = fc.oneof(
  fc.record({
    op: fc.constant('set' as const),
    path,
    answer: fc.option(text.map((value) => ({ value }))),
    base,
  }),
  fc.record({
    op: fc.constantFrom('addRow' as const, 'removeRow' as const),
    repeat: fc.constant('family'),
    rowId: fc.constantFrom('r1', 'r2', 'r3'),
  }),
);

const verdict = fc.constantFrom('match' as const, 'mismatch' as const, 'review' as const);

const awaited = fc.record({
  items: fc.subarray([ITEM, CARD], { minLength: 1 }),
  dueOn: fc.constant('2025-04-25'),
  place: fc.constant('المكتب'),
});

const referralId = fc.constantFrom(
  '018f0000-0000-4000-8000-0000000000f1',
  '018f0000-0000-4000-8000-0000000000f2',
);

const outcome: fc.Arbitrary<ReferralOutcome> = fc.oneof(
  fc.constant({ kind: 'goOn' as const }),
  fc.constant({ kind: 'acceptIdentity' as const }),
  fc.constant<ReferralOutcome>({ kind: 'grace', documents: ['D1'], until: '2025-03-24' }),
  awaited.map((list) => ({ kind: 'bring' as const, ...list })),
);

const returnId = fc.constantFrom(
  ReturnId.parse('018f0000-0000-4000-8000-0000000000e1'),
  ReturnId.parse('018f0000-0000-4000-8000-0000000000e2'),
);

const decision: fc.Arbitrary<DecisionContent> = fc
  .tuple(
    fc.constantFrom('018f0000-0000-4000-8000-0000000000d1', '018f0000-0000-4000-8000-0000000000d2'),
    fc.constantFrom('accepted' as const, 'rejected' as const, 'deferred' as const),
  )
  .map(([decisionId, outcome]) => decisionOf(decisionId, outcome));

const delivery = fc
  .tuple(
    fc.constantFrom('018f0000-0000-4000-8000-0000000000b1', '018f0000-0000-4000-8000-0000000000b2'),
    fc.constantFrom(150_000, 900_000),
  )
  .map(([deliveryId, amount]) => deliveryOf(deliveryId, amount));

/** Any step that may come after the first, with a payload that its schema takes. */
export const laterStep: fc.Arbitrary<Step> = fc.oneof(
  ...studySteps,
  step('privacyNoticeShown', fc.record({ text: version, language })),
  step('servicesExplained', fc.record({ text: version, language })),
  step(
    'inquiryRecorded',
    fc.record({
      inquiryId: fc.uuid(),
      channel: fc.constant('phone' as const),
      topic: text.map((some) => some.trim()),
      question: text.map((some) => some.trim()),
      answer: fc.constant(''),
    }),
  ),
  step('inquiriesConfirmed', fc.constant({})),
  step(
    'answersChanged',
    fc.record({
      section: fc.constantFrom('B', 'D', 'matching'),
      patches: fc.array(patch, { minLength: 1, maxLength: 4 }),
    }),
  ),
  step('interviewCompleted', fc.constant({})),
  step(
    'documentRecorded',
    fc.record({
      documentKey: fc.constantFrom('D1', 'D6/r1'),
      presentation: fc.constantFrom('presented' as const, 'notPresented' as const),
      originalSighted: fc.boolean(),
      reason: fc.constant(null),
      patches: fc.array(patch, { maxLength: 2 }),
    }),
  ),
  step(
    'verdictRecorded',
    fc.record({
      rowKey: fc.constantFrom('M1@D1', 'M9@D6/r1'),
      documentKey: fc.constantFrom('D1', 'D6/r1'),
      verdict,
      computed: verdict,
      reason: fc.constant(null),
      ruleVersion: version,
      statedPaths: fc.constant(['idNumber']),
      stated: fc.option(text),
      read: fc.option(text),
      statedNormalized: fc.option(text),
      readNormalized: fc.option(text),
      originalSighted: fc.boolean(),
    }),
  ),
  step(
    'scanAttached',
    fc.record({
      scanId: fc.constantFrom(...SCAN_IDS),
      documentKey: fc.constantFrom('D1', 'D6/r1'),
      source: fc.constant('file' as const),
      pages: fc.constant([SCAN_PAGE]),
      basis: fc.constant({ rules: { id: 'documentRules', version: 1 }, legalBasis: 'قرار 1' }),
    }),
  ),
  step(
    'scanRemoved',
    fc.record({ scanId: fc.constantFrom(...SCAN_IDS), reason: fc.constant('طمس') }),
  ),
  step(
    'signedPaperScanned',
    fc.record({
      scanId: fc.constantFrom(...SCAN_IDS),
      declaration: fc.nat(12).map((index) => EventId.parse(numberedId('ee', index))),
      sealHash: fc.constant(SCAN_PAGE.hash),
      source: fc.constant('camera' as const),
      pages: fc.constant([SCAN_PAGE]),
      shelf: fc.constant('خزانة 2'),
    }),
  ),
  step(
    'signedPaperScanRemoved',
    fc.record({ scanId: fc.constantFrom(...SCAN_IDS), reason: fc.constant('طمس') }),
  ),
  step('matchingCompleted', fc.constant({})),
  step('declarationSigned', fc.constant({ seal: SEAL })),
  step(
    'caseSubmitted',
    fc.constant({
      dayZero: '2025-02-24',
      replyNotBefore: '2025-03-10',
      contactFrom: '2025-03-10',
      statement: { id: 'waitingStatement', version: 1 },
      language: 'ar' as const,
      toldAndUnderstood: true as const,
      validAtSubmission: [],
    }),
  ),
  step(
    'registrationCompleted',
    fc.record({ ibanConfirmed: fc.boolean(), note: fc.constant(null) }),
  ),
  step('serviceDelivered', fc.record({ delivery })),
  step(
    'requestWithdrawn',
    fc.constant({
      channel: 'phone' as const,
      withdrawnOn: '2025-03-12',
      reason: null,
      dataTold: true as const,
    }),
  ),
  step('caseClosed', fc.constant({ reason: 'delivered' as const, closedOn: '2025-04-01' })),
  step('leftIncomplete', awaited),
  step('caseImported', fc.constant({ fileNo: 'F-000123', by: 'rule' as const })),
  step(
    'caseHeld',
    fc.constant({ findings: [{ code: 'sealWrong' as const, at: null, other: null }] }),
  ),
  step(
    'caseReturned',
    fc.record({
      returnId,
      reason: fc.constant('unclear' as const),
      text: text.map((some) => some.trim()),
      wants: fc.constantFrom('correction' as const, 'answer' as const),
      about: fc.constant({ documents: [], rows: [], paths: [] }),
    }),
  ),
  step('returnAnswered', fc.record({ returnId, text: text.map((some) => some.trim()) })),
  step('caseSetAside', fc.constant({ reason: 'تكرار' })),
  step('caseReadmitted', fc.constant({ reason: 'ليست مكررة' })),
  step(
    'replyPostponed',
    fc.record({
      replyNotBefore: fc.constantFrom('2025-03-01', '2025-03-20'),
      contactFrom: fc.constant('2025-03-20'),
      reason: fc.constant('ينتظر مستندًا'),
    }),
  ),
  step(
    'decisionReached',
    decision.map(({ decisionId }) => ({ decisionId })),
  ),
  step('decisionMade', fc.record({ decision })),
  step(
    'decisionReleased',
    fc.record({
      decision,
      releasedOn: fc.constantFrom('2025-03-01', '2025-03-10'),
      override: fc.option(fc.constant({ reason: 'حالة طارئة' })),
    }),
  ),
  step(
    'decisionTold',
    decision.map(({ decisionId }) => ({
      decisionId,
      channel: 'phone' as const,
      toldOn: '2025-03-10',
      toldTo: null,
    })),
  ),
  step('awaitedItemReceived', fc.constant({ itemId: ITEM.itemId })),
  step(
    'caseReferred',
    fc.record({
      referralId,
      reason: fc.constantFrom('procedureUnclear' as const, 'other' as const),
      step: fc.constant('documents' as const),
      question: text.map((some) => some.trim()),
      appointment: fc.constant(null),
      about: fc.constantFrom(
        { documents: [], rows: [], paths: [] },
        { documents: ['D1'], rows: ['M1@D1'], paths: [] },
      ),
    }),
  ),
  step(
    'referralQuestionAdded',
    fc.record({ referralId, question: text.map((some) => some.trim()) }),
  ),
  step(
    'referralAnswered',
    fc.record({
      referralId,
      answeredBy: fc.constant('منال'),
      heard: fc.constant('phone' as const),
      answeredOn: fc.constant('2025-02-25'),
      text: text.map((some) => some.trim()),
      outcome,
    }),
  ),
  step('referralWithdrawn', fc.record({ referralId, reason: text.map((some) => some.trim()) })),
  step(
    'paperPrinted',
    fc.record({
      paper: fc.constantFrom('N1' as const, 'N3' as const),
      language,
      copy: fc.constant(1),
    }),
  ),
);

function step<Kind extends CaseEventKind>(
  kind: Kind,
  payload: fc.Arbitrary<CaseEventPayload<Kind>>,
): fc.Arbitrary<Step> {
  return payload.map((each) => ({ kind, payload: each }) as Extract<Step, { kind: Kind }>);
}

/** Any history at all, also such as no desk would write: the reducer must stand it. */
export const history: fc.Arbitrary<readonly CaseEvent[]> = fc
  .array(laterStep, { maxLength: 14 })
  .map((later) => eventsOf([OPENED, ...later]));
