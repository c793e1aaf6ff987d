import { findPeople } from '#db/desk/beneficiaries.ts';
import { searchCases, textConditions } from '#db/desk/caseSearch.ts';
import type { SearchResults } from '#shared/contracts/search.ts';
import type { OpenDesk } from './openDesk.ts';

const MOST_PEOPLE = 5;
const MOST_CASES = 8;

/** What the one search box shows while typing; nothing typed, nothing found. */
export function findAnything({ store }: OpenDesk, { text }: { text: string }): SearchResults {
  const db = store.reader;
  const people = findPeople(db, { text }, MOST_PEOPLE);
  return {
    people: people
      .filter(({ name }) => name !== '')
      .map(({ beneficiaryId, name, idMasked, caseCount }) => ({
        beneficiaryId,
        name,
        maskedId: idMasked,
        caseCount,
      })),
    cases: searchCases(db, textConditions(text), { limit: MOST_CASES }).map(
      ({ caseId, reference, status, applicantName, idMasked, updatedAt }) => ({
        caseId,
        reference,
        status,
        applicantName: applicantName === '' ? null : applicantName,
        maskedId: idMasked,
        updatedAt,
      }),
    ),
  };
}
