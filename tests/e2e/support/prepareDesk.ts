import type { PrintedDate } from '#shared/domain/answers/answer.ts';
import { addDays } from '#shared/domain/calendar/dateArithmetic.ts';
import { fromDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import { dayNumberOf } from '#shared/domain/documents/days.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { applicantAnswers } from '#tests/fixtures/applicants.ts';
import { confirmPrintedCode, type DeskClient } from '#tests/integration/desk/support/testDesk.ts';
import {
  completeMatching,
  decideTheRest,
  interview,
  layAgreeingDocuments,
  layDocuments,
  openCase,
  sign,
  submit,
  welcome,
} from '#tests/integration/desk/support/widowCase.ts';
import { BRANCH } from './branch.ts';
import { type DeskSetup, Stage } from './deskMessages.ts';

/** Brings an empty desk to a stage by the very calls that its screens make; answers with the case. */
export async function prepareDesk(client: DeskClient, setup: DeskSetup): Promise<CaseId | null> {
  const { stage, language } = setup;
  await client.session.setPreferences({ language });
  if (stage === 'firstRun') return null;
  if (setup.isTraining) {
    await client.session.found({ kind: 'training', language });
  } else {
    await confirmPrintedCode(
      client,
      await client.session.found({ kind: 'branch', language, ...BRANCH }),
    );
  }
  for (let number = 1; number <= setup.crowd; number += 1) await openForOneOfMany(client, number);
  const caseId = stage === 'founded' ? null : await bringCase(client, setup);
  if (setup.locked) await client.session.lock();
  return caseId;
}

async function bringCase(
  client: DeskClient,
  { stage, startsAt, cardEndsIn, deedEndsIn, applicant }: DeskSetup,
): Promise<CaseId> {
  const today = startsAt.slice(0, 10);
  const cardEnds = cardEndsIn === null ? null : { value: dayIn(today, cardEndsIn) };
  const answers = applicantAnswers(applicant, today);
  const stated =
    cardEnds === null ? answers : { ...answers, values: { ...answers.values, idExpiry: cardEnds } };
  const reaches = (wanted: Stage) => Stage.options.indexOf(stage) >= Stage.options.indexOf(wanted);
  const caseId = await openCase(client);
  await welcome(client, caseId);
  if (!reaches('interviewed')) return caseId;
  await interview(client, caseId, stated);
  await client.interview.complete({ caseId });
  if (!reaches('laid')) return caseId;
  if (applicant === 'widow') {
    await layDocuments(
      client,
      caseId,
      today,
      cardEnds === null ? {} : { D1: { expiryDate: cardEnds } },
    );
  } else {
    const deedEnds = deedEndsIn === null ? null : { value: dayIn(today, deedEndsIn) };
    await layAgreeingDocuments(client, caseId, today, {
      ...(cardEnds === null ? {} : { D2: { expiryDate: cardEnds } }),
      ...(deedEnds === null ? {} : { D21: { expiryDate: deedEnds } }),
    });
  }
  await decideTheRest(client, caseId);
  if (!reaches('matched')) return caseId;
  await completeMatching(client, caseId);
  if (reaches('signed')) await sign(client, caseId);
  if (reaches('submitted')) await submit(client, caseId);
  return caseId;
}

const FIRST = ['سعاد', 'ماجد', 'ريم', 'خالد', 'منى', 'فهد', 'هند', 'علي', 'سلمى', 'ياسر'] as const;
const FATHER = [
  'سالم',
  'حسن',
  'عمر',
  'سعيد',
  'ناصر',
  'طلال',
  'جابر',
  'راشد',
  'بدر',
  'نايف',
] as const;
const FAMILY = ['الزهراني', 'الغامدي', 'العتيبي', 'القحطاني'] as const;

/** Somebody of a crowd: the same number always has the same name, and no two have the same. */
async function openForOneOfMany(client: DeskClient, number: number): Promise<void> {
  const names = {
    nameFirst: FIRST[number % FIRST.length],
    nameFather: FATHER[Math.floor(number / FIRST.length) % FATHER.length],
    nameFamily: FAMILY[Math.floor(number / (FIRST.length * FATHER.length)) % FAMILY.length],
  };
  await client.cases.open({
    channel: 'phone',
    initiatedBy: 'beneficiary',
    beneficiaryId: null,
    stated: Object.entries(names).flatMap(([path, value]) =>
      value === undefined ? [] : [{ op: 'set' as const, path, answer: { value }, base: null }],
    ),
  });
}

function dayIn(today: string, days: number): PrintedDate {
  return fromDayNumber(addDays(dayNumberOf(today), days), 'gregorian');
}
