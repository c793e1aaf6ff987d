import fc from 'fast-check';
import type { AnswerPatch } from '#shared/domain/answers/answerPatch.ts';
import { AwaitedItem } from '#shared/domain/case/awaited.ts';
import {
  CaseEvent,
  type CaseEventKind,
  type CaseEventPayload,
  parseCasePayload,
} from '#shared/domain/case/caseEvent.ts';
import type { CaseFacts } from '#shared/domain/case/caseFacts.ts';
import { DecisionContent } from '#shared/domain/case/decision.ts';
import { ReturnId } from '#shared/domain/case/headquartersEvents.ts';
import type { ReferralOutcome } from '#shared/domain/case/referral.ts';
import { Seal } from '#shared/domain/case/seal.ts';
import { Delivery } from '#shared/domain/case/serviceEvents.ts';
import { ScanId, ScanPage } from '#shared/domain/scans/scan.ts';
import { studySteps } from './studyHistory.ts';

const CASE = '018f0000-0000-7000-8000-0000000000ca';
const DEVICE = '018f0000-0000-7000-8000-0000000000de';
const ACTOR = '018f0000-0000-7000-8000-0000000000ac';
const BRANCH = '018f0000-0000-7000-8000-0000000000b0';
const PERSON = '018f0000-0000-7000-8000-0000000000be';

function numberedId(kind: string, index: number): string {
  return `018f0000-0000-7000-8000-${kind}${String(index).padStart(10, '0')}`;
}

/** As if the rules found nothing. */
export const CLEAR_FACTS: CaseFacts = {
  interview: { missing: [], problems: [] },
  documents: { unrecorded: [], missing: [], originalNotSighted: [], invalid: [], forOfficer: [] },
  authority: [],
  matching: { total: 0, decided: 0, undecided: [], needReason: [], blocking: [], raised: [] },
  awaited: [],
};

/** One step of a history: a kind with its payload; place and time are given by `eventsOf`. */
export type Step = {
  [Kind in CaseEventKind]: { readonly kind: Kind; readonly payload: CaseEventPayload<Kind> };
}[CaseEventKind];

/** Steps placed one after the other in one journal. @throws ZodError for a payload that is none */
export function eventsOf(steps: readonly Step[]): readonly CaseEvent[] {
  return steps.map(({ kind, payload }, index) =>
    CaseEvent.parse({
      eventId: numberedId('ee', index),
      deviceId: DEVICE,
      epoch: 1,
      seq: index + 1,
      at: new Date(Date.UTC(2025, 1, 24, 6, 0, index)).toISOString(),
      hlc: `${String(1_740_000_000_000 + index).padStart(15, '0')}-00000`,
      actorId: ACTOR,
      caseId: CASE,
      kind,
      formVersion: null,
      base: index === 0 ? null : numberedId('ee', index - 1),
      payload,
    }),
  );
}

export const OPENED: Step = {
  kind: 'caseOpened',
  payload: parseCasePayload('caseOpened', {
    beneficiaryId: PERSON,
    branchOfficeId: BRANCH,
    reference: 'MKH01-B7-2025-000123-7',
    secret: 'A'.repeat(22),
    channel: 'interview',
    initiatedBy: 'beneficiary',
    questionnaire: { id: 'supportRequest', version: 1 },
    documentRules: { id: 'documentRules', version: 1 },
    matchingRules: { id: 'matchingRules', version: 1 },
  }),
};

export const SCAN_IDS = [1, 2].map((number) => ScanId.parse(numberedId('5c', number)));
export const SCAN_PAGE = ScanPage.parse({
  hash: 'c'.repeat(64),
  bytes: 1000,
  width: 1200,
  height: 1600,
  mime: 'image/jpeg',
});

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

export const SEAL: Seal = Seal.parse({
  statement: {
    format: 'rifada.seal.1',
    contentHash: 'a'.repeat(64),
    declaration: {
      id: 'declaration',
      version: 1,
      language: 'ar',
      text: 'أقر',
      arabic: null,
      reviewedByNativeSpeaker: true,
    },
    consentToVerify: true,
    signer: { kind: 'applicant', name: 'نورة' },
    signing: { level: 'handwrittenOnScreen', by: 'handwriting', markHash: 'b'.repeat(64) },
    witness: null,
    interpreter: null,
    identityCheckedBy: ACTOR,
    readBy: ACTOR,
    place: 'المكتب',
    deviceId: DEVICE,
    actorId: ACTOR,
    signedAt: '2025-02-24T06:00:00.000Z',
    signedOnHijri: '1446-08-25',
    signedOnGregorian: '2025-02-24',
  },
  marks: {
    signer: {
      strokes: [
        [
          [0, 0],
          [1, 1],
        ],
      ],
      aspect: 2,
    },
    witness: null,
    interpreter: null,
  },
  deviceSignature: 'AA',
  actorSignature: 'AA',
  code: '7F3K 92QD M4XW',
});

const verdict = fc.constantFrom('match' as const, 'mismatch' as const, 'review' as const);

/** Something awaited that only a word says has come. */
export const ITEM: AwaitedItem = AwaitedItem.parse({
  itemId: '018f0000-0000-4000-8000-0000000000a1',
  subject: { kind: 'other' },
  name: { ar: 'خطاب السفارة', en: 'Letter of the embassy' },
  why: 'askedByOfficer',
  note: null,
});

export const CARD: AwaitedItem = AwaitedItem.parse({
  itemId: '018f0000-0000-4000-8000-0000000000a2',
  subject: { kind: 'document', documentKey: 'D1' },
  name: { ar: 'الهوية الوطنية', en: 'National id' },
  why: 'expired',
  note: null,
});

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

/** A decision with one item. */
export function decisionOf(
  decisionId: string,
  outcome: 'accepted' | 'rejected' | 'deferred',
): DecisionContent {
  const items = {
    accepted: {
      itemId: 'r1',
      outcome: 'accepted',
      amount: 150_000,
      quantity: null,
      period: { kind: 'monthly', months: 6 },
      fundingSource: 'sadaqa',
      conditions: null,
      reason: null,
    },
    rejected: { itemId: 'r1', outcome: 'rejected', code: 'outOfArea', reason: 'خارج النطاق' },
    deferred: {
      itemId: 'r1',
      outcome: 'deferred',
      reason: 'ينتظر التقرير',
      awaited: 'التقرير الطبي',
      until: null,
    },
  } as const;
  return DecisionContent.parse({
    decisionId,
    number: 'D-2025-000001',
    decidedOn: '2025-03-02',
    items: [items[outcome]],
    appealDays: 30,
    reviewOf: null,
  });
}

/** A delivery of item `r1`, by its own id. */
export function deliveryOf(deliveryId: string, amount: number): Delivery {
  return Delivery.parse({
    deliveryId,
    itemId: 'r1',
    amount,
    quantity: null,
    deliveredOn: '2025-03-20',
    place: 'branch',
    deliverer: 'منى العتيبي',
    receiver: {
      name: 'فاطمة الزهراني',
      as: 'applicant',
      identity: { documentKey: 'D1', number: '1010101010', validUntil: '2030-01-01' },
    },
    proof: { kind: 'signedReceipt' },
  });
}

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
