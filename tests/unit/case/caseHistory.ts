import { AwaitedItem } from '#shared/domain/case/awaited.ts';
import {
  CaseEvent,
  type CaseEventKind,
  type CaseEventPayload,
  parseCasePayload,
} from '#shared/domain/case/caseEvent.ts';
import type { CaseFacts } from '#shared/domain/case/caseFacts.ts';
import { DecisionContent } from '#shared/domain/case/decision.ts';
import { Seal } from '#shared/domain/case/seal.ts';
import { Delivery } from '#shared/domain/case/serviceEvents.ts';
import { ScanId, ScanPage } from '#shared/domain/scans/scan.ts';

const CASE = '018f0000-0000-7000-8000-0000000000ca';
const DEVICE = '018f0000-0000-7000-8000-0000000000de';
const ACTOR = '018f0000-0000-7000-8000-0000000000ac';
const BRANCH = '018f0000-0000-7000-8000-0000000000b0';
const PERSON = '018f0000-0000-7000-8000-0000000000be';

/** Of the same kind in the same history. */
export function numberedId(kind: string, index: number): string {
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
