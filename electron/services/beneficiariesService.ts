import { findBeneficiary } from '#db/desk/beneficiaries.ts';
import {
  type BeneficiarySummary,
  listBeneficiaries as listStored,
} from '#db/desk/beneficiaryLists.ts';
import { listCaseIdsOpenedLast, listCases } from '#db/desk/cases.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type {
  BeneficiaryFile,
  BeneficiaryRow,
  beneficiariesContract,
} from '#shared/contracts/beneficiaries.ts';
import { caseDue } from '#shared/domain/case/caseDue.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { maskIdentifier } from '#shared/domain/identifiers/maskIdentifier.ts';
import type { BeneficiaryId } from '#shared/domain/identity.ts';
import { type KnownFile, knownFile } from '#shared/domain/known/knownAnswers.ts';
import { summaryOf } from './casesService.ts';
import { caseState } from './caseWork.ts';
import type { ContractInput } from './contractInput.ts';
import { type OpenDesk, todayOf } from './openDesk.ts';
import { paperNameOf, papersSoon } from './paperReminders.ts';

type Input<Name extends keyof typeof beneficiariesContract> = ContractInput<
  (typeof beneficiariesContract)[Name]
>;

const MOST_REQUESTS = 50;
/** What is known is read from so many of a person's requests; older ones say nothing that is fresh. */
const MOST_READ = 4;

export function listBeneficiaries(
  desk: OpenDesk,
  { view, order, category, text, offset, limit }: Input<'list'>,
): { people: BeneficiaryRow[]; total: number } {
  const typed = text?.trim();
  const { people, total } = listStored(
    desk.store.reader,
    {
      hasOpenRequest: view === 'open',
      papersEnd: view === 'papers' ? papersSoon(desk) : undefined,
      category,
      text: typed === '' ? undefined : typed,
    },
    order,
    { offset, limit },
  );
  return { people: people.map(rowOf), total };
}

function rowOf({ idMasked, mobile, ...person }: BeneficiarySummary): BeneficiaryRow {
  return { ...person, maskedId: idMasked, maskedMobile: masked(mobile) };
}

/** @throws DeskError `caseNotFound` */
export function getBeneficiary(desk: OpenDesk, { beneficiaryId }: Input<'get'>): BeneficiaryFile {
  const { reader } = desk.store;
  const face = findBeneficiary(reader, beneficiaryId);
  if (face === null) throw new DeskError('caseNotFound');
  const { idMasked, ...person } = face;
  const states = latestRequests(desk, beneficiaryId);
  return {
    ...person,
    maskedId: idMasked,
    maskedMobile: masked(face.mobile),
    atHeadquarters: registeredAs(states),
    requests: listCases(reader, { beneficiaryId }, { limit: MOST_REQUESTS }).cases.map((stored) =>
      summaryOf(desk, stored),
    ),
    known: copyOf(knownOf(desk, states)),
    papers: papersOf(desk, states),
  };
}

/** As the latest of the person's requests that headquarters spoke of says it. */
function registeredAs(states: readonly CaseState[]): BeneficiaryFile['atHeadquarters'] {
  const fileNo = states.find(({ headquarters }) => headquarters.fileNo !== null)?.headquarters
    .fileNo;
  const merges = states.flatMap(({ headquarters }) => headquarters.merges);
  const others = merges.flatMap(({ otherFileNo }) => otherFileNo ?? []);
  return {
    fileNo: fileNo ?? null,
    joinedWith: [...new Set(others)].filter((other) => other !== fileNo),
    isJoined: merges.length > 0,
  };
}

/** The person's requests as they stand, the one opened last first. */
export function latestRequests(desk: OpenDesk, beneficiaryId: BeneficiaryId): readonly CaseState[] {
  return listCaseIdsOpenedLast(desk.store.reader, beneficiaryId, MOST_READ).map((caseId) =>
    caseState(desk, caseId),
  );
}

/** What is known of a person, for the form in force today. */
export function knownOf(desk: OpenDesk, requests: readonly CaseState[]): KnownFile {
  const { reference } = desk;
  return knownFile(requests, {
    rules: reference.knownRules,
    questionnaire: reference.rulesOf(reference.inForce).questionnaire,
    formOf: (state) => reference.rulesOf(state).questionnaire,
    today: todayOf(desk),
  });
}

function copyOf({ answers, rows }: KnownFile): BeneficiaryFile['known'] {
  return { answers: [...answers], rows: [...rows] };
}

function papersOf(desk: OpenDesk, states: readonly CaseState[]): BeneficiaryFile['papers'] {
  const { from, through } = papersSoon(desk);
  const papers = states.flatMap((state) =>
    caseDue(state).flatMap((due) =>
      due.kind === 'paper' && due.day >= from
        ? [
            {
              caseId: state.caseId,
              documentKey: due.documentKey,
              name: paperNameOf(desk, due.documentKey),
              endsOn: due.day,
              isSoon: due.day <= through,
            },
          ]
        : [],
    ),
  );
  return papers.toSorted((one, other) => (one.endsOn < other.endsOn ? -1 : 1));
}

function masked(number: string | null): string | null {
  return number === null ? null : maskIdentifier(number);
}
