import { findPeopleAndCases } from '#db/desk/beneficiaries.ts';
import type { SearchResults } from '#shared/contracts/search.ts';
import type { OpenDesk } from './openDesk.ts';

const MOST = { people: 5, cases: 8 } as const;

/** What the one search box shows while typing; nothing typed, nothing found. */
export function findAnything({ store }: OpenDesk, { text }: { text: string }): SearchResults {
  const { people, cases } = findPeopleAndCases(store.reader, text, MOST);
  return {
    people: people
      .filter(({ name }) => name !== '')
      .map(({ beneficiaryId, name, idMasked, caseCount }) => ({
        beneficiaryId,
        name,
        maskedId: idMasked,
        caseCount,
      })),
    cases: cases.map(({ caseId, reference, status, applicantName, idMasked, updatedAt }) => ({
      caseId,
      reference,
      status,
      applicantName: applicantName === '' ? null : applicantName,
      maskedId: idMasked,
      updatedAt,
    })),
  };
}
