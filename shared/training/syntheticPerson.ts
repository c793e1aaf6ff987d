import type { PrintedDate } from '../domain/answers/answer.ts';
import { addDays } from '../domain/calendar/dateArithmetic.ts';
import { type DayNumber, fromDayNumber } from '../domain/calendar/dayNumber.ts';
import type { PeopleData } from './peopleData.ts';
import { type SeededRandom, weighted } from './seededRandom.ts';
import { foreignPhoneOf, nationalIdOf, passportOf, saudiMobileOf } from './syntheticNumbers.ts';

export type Sex = 'male' | 'female';

export interface SyntheticName {
  readonly first: string;
  readonly father: string;
  readonly grandfather: string;
  readonly family: string;
  /** As in a passport; null where none is printed. */
  readonly latin: string | null;
}

export type Standing = 'citizen' | 'gcc' | 'resident' | 'pilgrim' | 'visitor' | 'undocumented';

export interface SyntheticPerson {
  readonly standing: Standing;
  readonly sex: Sex;
  readonly name: SyntheticName;
  /** ISO 3166-1 alpha-3. */
  readonly nationality: string;
  /** National id or iqama. */
  readonly idNumber: string | null;
  readonly passportNo: string | null;
  readonly birthDate: PrintedDate;
  /** With its country code. */
  readonly mobile: string;
  /** ISO 639-1. */
  readonly language: string;
  readonly address: SyntheticAddress;
}

export interface SyntheticAddress {
  readonly region: string;
  readonly city: string;
  readonly district: string;
  readonly street: string;
  readonly buildingNo: string;
  readonly postalCode: string;
  readonly additionalNo: string;
  /** Four letters and the building: `RAAA2919`. */
  readonly short: string;
}

export interface PersonWish {
  readonly standing: Standing;
  readonly sex: Sex;
  /** In years, on the day. */
  readonly age: number;
  readonly today: DayNumber;
  /** Unique; all numbers of the person come from it. */
  readonly serial: number;
}

export interface PeopleMaker {
  readonly said: PeopleData['said'];
  person(random: SeededRandom, wish: PersonWish): SyntheticPerson;
  /** A given name of the same people, for a member of the family. */
  givenName(random: SeededRandom, nationality: string, sex: Sex): string;
  /** A family name of a citizen of this region. */
  familyName(random: SeededRandom, region: string): string;
}

const ADDRESS_LETTERS = 'A B D E H J K M N R S T'.split(' ');
const DAYS_OF_YEAR = 365.2425;
const COUNTRY_CODES: Readonly<Record<string, string>> = {
  ...{ PAK: '92', IND: '91', BGD: '880', EGY: '20', YEM: '967', SYR: '963', SDN: '249' },
  ...{ IDN: '62', PHL: '63', ETH: '251', NGA: '234', MMR: '95', TUR: '90', AFG: '93', MAR: '212' },
  ...{ KWT: '965', ARE: '971', BHR: '973', QAT: '974', OMN: '968' },
};

/** Invented people out of the lists of names and places. Pure: the same stream gives the same person. */
export function createPeopleMaker(data: PeopleData): PeopleMaker {
  const weightOf = ([, weight]: readonly [string, number]) => weight;
  const given = { male: weighted(data.men, weightOf), female: weighted(data.women, weightOf) };
  const families = new Map(
    Object.entries(data.families.byRegion).map(([region, own]) => [
      region,
      weighted([...data.families.common, ...own], weightOf),
    ]),
  );
  const commonFamily = weighted(data.families.common, weightOf);
  const foreigner = weighted(data.foreigners, ({ weight }) => weight);
  const gulfState = weighted(data.gcc, ({ weight }) => weight);
  const place = weighted(data.places, ({ weight }) => weight);
  const cities = new Map(
    data.places.map(({ region, cities: each }) => [region, weighted(each, ({ weight }) => weight)]),
  );

  const familyName = (random: SeededRandom, region: string) =>
    (families.get(region) ?? commonFamily)(random)[0];

  function saudiName(random: SeededRandom, sex: Sex, region: string): SyntheticName {
    return {
      first: given[sex](random)[0],
      father: given.male(random)[0],
      grandfather: given.male(random)[0],
      family: familyName(random, region),
      latin: null,
    };
  }

  function peopleOf(random: SeededRandom, standing: Standing) {
    if (standing !== 'gcc') return foreigner(random);
    const { nationality, families: own } = gulfState(random);
    return { nationality, language: 'ar', ...data.gulfGiven, families: own };
  }

  function foreignName(random: SeededRandom, sex: Sex, from: ReturnType<typeof peopleOf>) {
    const first = random.pick(sex === 'male' ? from.men : from.women);
    const father = random.pick(from.men);
    const grandfather = random.pick(from.men);
    const family = random.pick(from.families);
    return {
      first: first[0],
      father: father[0],
      grandfather: grandfather[0],
      family: family[0],
      latin: [first, father, family].map(([, latin]) => latin).join(' '),
    };
  }

  function addressOf(random: SeededRandom): SyntheticAddress {
    const { region } = place(random);
    const cityOf = cities.get(region);
    if (cityOf === undefined) throw new RangeError(region);
    const city = cityOf(random);
    const buildingNo = String(random.between(2000, 8999));
    const letters = Array.from({ length: 3 }, () => random.pick(ADDRESS_LETTERS)).join('');
    return {
      region,
      city: city.name,
      district: random.pick(city.districts),
      street: random.pick(data.streets),
      buildingNo,
      postalCode: `${city.postal}${String(random.between(100, 999))}`,
      additionalNo: String(random.between(2000, 9999)),
      short: `R${letters}${buildingNo}`,
    };
  }

  return {
    said: data.said,
    familyName,
    givenName: (random, nationality, sex) => {
      const from = data.foreigners.find((each) => each.nationality === nationality);
      if (from === undefined) return given[sex](random)[0];
      return random.pick(sex === 'male' ? from.men : from.women)[0];
    },
    person: (random, { standing, sex, age, today, serial }) => {
      const address = addressOf(random);
      const citizen = standing === 'citizen';
      const from = citizen ? null : peopleOf(random, standing);
      const name = from ? foreignName(random, sex, from) : saudiName(random, sex, address.region);
      const travels = standing === 'gcc' || standing === 'pilgrim' || standing === 'visitor';
      const nationality = from?.nationality ?? 'SAU';
      return {
        standing,
        sex,
        name: travels ? name : { ...name, latin: null },
        nationality,
        idNumber: citizen
          ? nationalIdOf(serial, '1')
          : standing === 'resident'
            ? nationalIdOf(serial, '2')
            : null,
        passportNo: travels ? passportOf(serial) : null,
        birthDate: birthDateOf(random, age, today, citizen),
        mobile: travels
          ? foreignPhoneOf(serial, COUNTRY_CODES[nationality] ?? '1')
          : saudiMobileOf(serial),
        language: from?.language ?? 'ar',
        address,
      };
    },
  };
}

/** Older citizens' papers print the Hijri day, and many of them the first of Rajab. */
export function birthDateOf(
  random: SeededRandom,
  age: number,
  today: DayNumber,
  citizen: boolean,
): PrintedDate {
  const days = Math.floor(age * DAYS_OF_YEAR) + random.between(1, 360);
  const calendar = citizen && random.percent(age > 25 ? 80 : 35) ? 'hijri' : 'gregorian';
  const date = fromDayNumber(addDays(today, -days), calendar);
  return calendar === 'hijri' && age > 45 && random.percent(60)
    ? { ...date, month: 7, day: 1 }
    : date;
}
