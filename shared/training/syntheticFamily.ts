import type { AnswerValue } from '../domain/answers/answer.ts';
import type { DayNumber } from '../domain/calendar/dayNumber.ts';
import { type SeededRandom, weighted } from './seededRandom.ts';
import { nationalIdOf } from './syntheticNumbers.ts';
import {
  birthDateOf,
  type PeopleMaker,
  type Sex,
  type SyntheticPerson,
} from './syntheticPerson.ts';

export type FamilyKind = 'none' | 'spouse' | 'children' | 'spouseAndChildren';

type Member = Readonly<Record<string, AnswerValue>>;

interface FamilyWish {
  readonly kind: FamilyKind;
  readonly person: SyntheticPerson;
  readonly today: DayNumber;
  readonly firstSerial: number;
  readonly most: number;
}

/** How many children, as often. */
const CHILDREN = weighted(
  [
    [1, 18],
    [2, 24],
    [3, 22],
    [4, 15],
    [5, 10],
    [6, 6],
    [7, 3],
    [9, 2],
  ] as const,
  ([, weight]) => weight,
);

const YOUNGEST_SPOUSE = 19;

/** Who lives with the applicant, as rows of the interview's table. */
export function syntheticFamily(
  people: PeopleMaker,
  random: SeededRandom,
  wish: FamilyWish,
): readonly Member[] {
  const { kind, person, today } = wish;
  const members: Member[] = [];
  const add = (
    relationship: string,
    sex: Sex,
    age: number,
    family: string,
    father: string,
    more: Member,
  ) => {
    const first = people.givenName(random, person.nationality, sex);
    const idDigit = person.standing === 'citizen' ? '1' : '2';
    members.push({
      name: `${first} ${father} ${family}`,
      relationship,
      idNumber: nationalIdOf(wish.firstSerial + members.length, idDigit),
      birthDate: birthDateOf(random, age, today, person.standing === 'citizen'),
      sex,
      ...more,
    });
  };
  const given = (sex: Sex) => people.givenName(random, person.nationality, sex);
  const citizen = person.standing === 'citizen';
  // Children bear the name of their father, who is the applicant or the absent husband.
  const father = person.sex === 'male' ? person.name.first : given('male');
  const family =
    person.sex === 'male' || !citizen
      ? person.name.family
      : people.familyName(random, person.address.region);
  if (kind === 'spouse' || kind === 'spouseAndChildren') {
    const sex = person.sex === 'male' ? 'female' : 'male';
    const spouseFamily =
      sex === 'male' ? family : citizen ? people.familyName(random, person.address.region) : family;
    add(
      sex === 'female' ? 'wife' : 'husband',
      sex,
      Math.max(YOUNGEST_SPOUSE, random.between(24, 55)),
      spouseFamily,
      given('male'),
      { maritalStatus: 'married', employment: 'homemaker', monthlyIncome: 0 },
    );
  }
  if (kind === 'children' || kind === 'spouseAndChildren') {
    const [count] = CHILDREN(random);
    for (let child = 0; child < count && members.length < wish.most; child += 1) {
      const sex = random.pick(['male', 'female'] as const);
      const age = random.between(0, 17);
      add(sex === 'male' ? 'son' : 'daughter', sex, age, family, father, {
        ...(age >= 5 ? { educationStatus: schoolAt(age) } : {}),
        ...(age >= 15 ? { maritalStatus: 'single', employment: 'student', monthlyIncome: 0 } : {}),
      });
    }
  }
  return members;
}

function schoolAt(age: number): string {
  if (age < 7) return 'kindergarten';
  if (age < 13) return 'primary';
  return age < 16 ? 'intermediate' : 'secondary';
}
