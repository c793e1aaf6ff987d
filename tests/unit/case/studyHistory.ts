import fc from 'fast-check';
import { AwaitedItem } from '#shared/domain/case/awaited.ts';
import { parseCasePayload } from '#shared/domain/case/caseEvent.ts';
import type { Step } from './caseHistory.ts';

export const OFFICER = '018f0000-0000-4000-8000-00000000ab01';
export const OTHER_OFFICER = '018f0000-0000-4000-8000-00000000ab02';
const VISIT = '018f0000-0000-4000-8000-00000000ab11';
const REQUEST = '018f0000-0000-4000-8000-00000000ab21';
const REPORT = '018f0000-0000-4000-8000-00000000ab31';

export const LETTER: AwaitedItem = AwaitedItem.parse({
  itemId: '018f0000-0000-4000-8000-00000000ab41',
  subject: { kind: 'other' },
  name: { ar: 'تقرير المستشفى', en: 'Report of the hospital' },
  why: 'askedByOfficer',
  note: null,
});
export const STATEMENT: AwaitedItem = AwaitedItem.parse({
  itemId: '018f0000-0000-4000-8000-00000000ab42',
  subject: { kind: 'document', documentKey: 'D9' },
  name: { ar: 'تعريف بالدخل', en: 'Income statement' },
  why: 'tooOld',
  note: null,
});

function step<Kind extends Step['kind']>(kind: Kind, payload: unknown): Step {
  return { kind, payload: parseCasePayload(kind, payload) } as Step;
}

/** Each step of a study as it is written. */
export const STUDY = {
  assigned: (officerId = OFFICER) =>
    step('studyAssigned', { officerId, officerName: 'هدى الزهراني' }),
  conflict: (officerId = OFFICER) =>
    step('studyConflictDeclared', { officerId, reason: 'قرابة من الدرجة الثانية' }),
  begun: (officerId = OFFICER) => step('studyBegun', { officerId, noConflict: true }),
  note: step('studyNoteAdded', { authorName: 'هدى الزهراني', text: 'اتصلت بالمدرسة' }),
  visit: step('visitScheduled', {
    visitId: VISIT,
    plan: {
      by: 'branch',
      visitor: null,
      on: '2025-03-04',
      from: '10:00',
      to: '12:00',
      place: 'حي العزيزية',
      questions: ['كم عدد الغرف؟', 'من يسكن معهم؟'],
    },
  }),
  visitCancelled: step('visitCancelled', { visitId: VISIT, reason: 'سافرت الأسرة' }),
  visitDone: step('visitRecorded', {
    visitId: VISIT,
    outcome: 'done',
    visitedOn: '2025-03-04',
    visitor: 'منى العتيبي',
    findings: 'شقة من غرفتين',
    answers: ['غرفتان', null],
  }),
  more: step('moreRequested', {
    requestId: REQUEST,
    items: [LETTER, STATEMENT],
    dueOn: '2025-03-20',
    place: 'المكتب',
    text: null,
  }),
  moreWithdrawn: step('moreWithdrawn', { requestId: REQUEST, reason: 'لم تعد لازمة' }),
  answered: ({ itemId }: AwaitedItem) =>
    step('moreItemAnswered', {
      requestId: REQUEST,
      itemId,
      outcome: 'came',
      text: 'وصل',
      paper: { originalSighted: true, issuedOn: '2025-03-01', expiresOn: null },
    }),
  reported: step('studyReported', {
    report: {
      reportId: REPORT,
      officerId: OFFICER,
      officerName: 'هدى الزهراني',
      reportedOn: '2025-03-05',
      findings: 'دخل الأسرة لا يكفي',
      items: [
        {
          itemId: 'r1',
          recommends: 'accept',
          amount: 150_000,
          quantity: null,
          months: 6,
          reason: 'حاجة ظاهرة',
        },
      ],
      validAtDecision: [],
    },
  }),
  completed: step('studyCompleted', { reportId: REPORT }),
  resumed: step('studyResumed', { reason: 'تطلب اللجنة تقريرًا طبيًا' }),
  reminded: (began: string, count: number) => step('awaitedReminded', { began, count }),
  lapsed: (began: string) => step('caseLapsed', { began, days: 60, lapsedOn: '2025-05-05' }),
  reopened: step('caseReopened', {
    reason: 'أحضر ما طُلب',
    reopenedOn: '2025-05-10',
    dueOn: '2025-06-10',
  }),
} as const;

/** Of any history: also such as no hub would write. */
export const studySteps: readonly fc.Arbitrary<Step>[] = [
  fc.constantFrom(
    STUDY.assigned(),
    STUDY.assigned(OTHER_OFFICER),
    STUDY.conflict(),
    STUDY.begun(),
    STUDY.note,
    STUDY.visit,
    STUDY.visitCancelled,
    STUDY.visitDone,
    STUDY.more,
    STUDY.moreWithdrawn,
    STUDY.answered(LETTER),
    STUDY.answered(STATEMENT),
    STUDY.reported,
    STUDY.completed,
    STUDY.resumed,
  ),
  fc
    .nat(12)
    .chain((index) =>
      fc.constantFrom(
        STUDY.reminded(`018f0000-0000-7000-8000-ee${String(index).padStart(10, '0')}`, 1),
        STUDY.lapsed(`018f0000-0000-7000-8000-ee${String(index).padStart(10, '0')}`),
        STUDY.reopened,
      ),
    ),
];
