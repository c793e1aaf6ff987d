import { findPeople, type PeopleQuery } from '#db/desk/beneficiaries.ts';
import { listCases } from '#db/desk/cases.ts';
import type { PersonFound, peopleContract } from '#shared/contracts/people.ts';
import type { PrintedDate } from '#shared/domain/answers/answer.ts';
import { convertDate } from '#shared/domain/calendar/dayNumber.ts';
import { maskIdentifier } from '#shared/domain/identifiers/maskIdentifier.ts';
import type { ContractInput } from './contractInput.ts';
import type { OpenDesk } from './openDesk.ts';

const MOST_PEOPLE = 20;
const MOST_CASES = 20;

/** "Do we know this person?" Every part that is given must fit. */
export function searchPeople(
  desk: OpenDesk,
  { idNumber, name, mobile, birthDate }: ContractInput<typeof peopleContract.search>,
): { people: PersonFound[] } {
  const db = desk.store.reader;
  const query: PeopleQuery = {
    ...(given(idNumber) && { id: idNumber }),
    ...(given(name) && { text: name }),
    ...(given(mobile) && { mobile }),
  };
  const matchedOn = [
    ...(given(idNumber) ? (['id'] as const) : []),
    ...(given(name) ? (['name'] as const) : []),
    ...(given(mobile) ? (['mobile'] as const) : []),
    ...(birthDate ? (['birthDate'] as const) : []),
  ];
  const births = birthDate ? bothCalendars(birthDate) : [undefined];
  const found = births.flatMap((birth) =>
    findPeople(db, birth ? { ...query, birth } : query, MOST_PEOPLE),
  );
  const people = [...new Map(found.map((person) => [person.beneficiaryId, person])).values()]
    .slice(0, MOST_PEOPLE)
    .map((person) => ({
      beneficiaryId: person.beneficiaryId,
      name: person.name,
      maskedId: person.idMasked,
      maskedMobile: person.mobile === null ? null : maskIdentifier(person.mobile),
      birthDate: person.birthDate,
      cases: listCases(
        db,
        { beneficiaryId: person.beneficiaryId },
        { limit: MOST_CASES },
      ).cases.map(({ caseId, reference, status, updatedAt }) => ({
        caseId,
        reference,
        status,
        updatedAt,
      })),
      matchedOn: [...matchedOn],
    }));
  return { people };
}

function given(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}

/** The same day as it may have been recorded: as given, and in the other calendar. */
function bothCalendars(date: PrintedDate): readonly PrintedDate[] {
  const other = convertDate(date, date.calendar === 'hijri' ? 'gregorian' : 'hijri');
  return other ? [date, other] : [date];
}
