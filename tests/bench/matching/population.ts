import type { PrintedDate } from '#shared/domain/answers/answer.ts';
import { dayNumber, fromDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import type { Draw } from './draw.ts';
import {
  FAMILIES,
  FEMALE_NAMES,
  FOREIGN_FAMILIES,
  FOREIGN_FEMALE,
  FOREIGN_MALE,
  MALE_NAMES,
  type StockName,
} from './nameStock.ts';
import { DISTRICTS, OCCUPATIONS, STREET_NAMES, TOWNS, type Town } from './places.ts';

export interface Address {
  readonly town: Town;
  readonly district: string;
  readonly street: string;
  readonly postalCode: string;
}

/** One person as she is, before anybody writes her down. */
export interface Person {
  readonly number: number;
  /** Brothers and sisters in one house have the same. */
  readonly household: number;
  /** Twins have the same above 0. */
  readonly twins: number;
  /** Persons of one name in one town have the same above 0. */
  readonly namesakes: number;
  readonly given: StockName;
  readonly father: StockName;
  readonly grandfather: StockName;
  readonly family: StockName;
  readonly isFemale: boolean;
  readonly isResident: boolean;
  readonly nationalId: string;
  readonly passport: string;
  readonly birth: PrintedDate;
  readonly mobile: string;
  readonly email: string;
  readonly address: Address;
  readonly occupation: string;
}

/** Of houses: with twins; of persons: residents, and those who have a namesake in their town. */
const TWINS = 0.03;
const RESIDENTS = 0.14;
const NAMESAKES = 0.02;

/**
 * People by families: a grandfather has sons, each with a house of brothers and sisters who share father,
 * grandfather, family, street and mostly the phone; some of them are twins, and some have a namesake.
 */
export function populate(size: number, draw: Draw): readonly Person[] {
  const people: Person[] = [];
  let household = 0;
  while (people.length < size) {
    if (draw.chance(RESIDENTS)) {
      household += 1;
      people.push(...house(draw, household, people.length, residentLine(draw), true));
      continue;
    }
    const family = draw.ranked(FAMILIES);
    const grandfather = draw.ranked(MALE_NAMES);
    const town = draw.ranked(TOWNS);
    for (let sons = draw.whole(1, 4); sons > 0; sons -= 1) {
      household += 1;
      const father = draw.ranked(MALE_NAMES);
      const line = { father, grandfather, family, town: draw.chance(0.8) ? town : draw.of(TOWNS) };
      people.push(...house(draw, household, people.length, line, false));
    }
  }
  return withNamesakes(people.slice(0, size), draw);
}

interface Line extends Pick<Person, 'father' | 'grandfather' | 'family'> {
  readonly town: Town;
}

function residentLine(draw: Draw): Line {
  return {
    father: draw.ranked(FOREIGN_MALE),
    grandfather: draw.ranked(FOREIGN_MALE),
    family: draw.ranked(FOREIGN_FAMILIES),
    town: draw.ranked(TOWNS),
  };
}

function house(
  draw: Draw,
  household: number,
  first: number,
  line: Line,
  isResident: boolean,
): readonly Person[] {
  const address = drawAddress(draw, line.town);
  const mobile = `05${draw.digits(8)}`;
  const children = isResident ? draw.whole(1, 3) : Math.min(draw.whole(1, 6), draw.whole(1, 7));
  const twinsAt = children > 1 && draw.chance(TWINS) ? draw.whole(1, children - 1) : 0;
  const people: Person[] = [];
  const taken = new Set<string>();
  let birth = draw.whole(-7300, 13_500);
  for (let child = 0; child < children; child += 1) {
    const isTwin = twinsAt > 0 && child === twinsAt;
    if (child > 0 && !isTwin) birth += draw.whole(330, 1500);
    const isFemale = draw.chance(0.5);
    const given = drawGiven(draw, isFemale, isResident, taken);
    taken.add(given.arabic);
    people.push({
      ...line,
      number: first + child,
      household,
      twins: twinsAt > 0 && (isTwin || child === twinsAt - 1) ? household : 0,
      namesakes: 0,
      given,
      isFemale,
      isResident,
      nationalId: drawNationalId(draw, isResident),
      passport:
        isResident || draw.chance(0.3) ? `${draw.of(['A', 'P', 'K', 'Z'])}${draw.digits(8)}` : '',
      birth: birthOf(draw, birth),
      mobile: draw.chance(0.7) ? mobile : `05${draw.digits(8)}`,
      email: draw.chance(0.5) ? drawEmail(draw, given, line.family) : '',
      address: draw.chance(0.9) ? address : drawAddress(draw, line.town),
      occupation: draw.of(OCCUPATIONS),
    });
  }
  return people;
}

function drawGiven(
  draw: Draw,
  isFemale: boolean,
  isResident: boolean,
  taken: ReadonlySet<string>,
): StockName {
  const foreign = isFemale ? FOREIGN_FEMALE : FOREIGN_MALE;
  const own = isFemale ? FEMALE_NAMES : MALE_NAMES;
  for (;;) {
    const name = draw.ranked(isResident && draw.chance(0.6) ? foreign : own);
    if (!taken.has(name.arabic)) return name;
  }
}

function birthOf(draw: Draw, day: number): PrintedDate {
  const inHijri = draw.chance(day < 9000 ? 0.6 : 0.3);
  const date = fromDayNumber(dayNumber(day), inHijri ? 'hijri' : 'gregorian');
  // Of many an old person only the year is known.
  return inHijri && day < 0 && draw.chance(0.35) ? { ...date, month: 7, day: 1 } : date;
}

export function drawAddress(draw: Draw, town: Town): Address {
  return {
    town,
    district: draw.of(DISTRICTS),
    street: draw.of(STREET_NAMES),
    postalCode: `${town.postal}${draw.digits(1)}${draw.of(['01', '11', '21', '32', '41', '52'])}`,
  };
}

function drawEmail(draw: Draw, given: StockName, family: StockName): string {
  const plain = (name: StockName) => (name.latin[0] ?? '').toLowerCase().replaceAll(/[^a-z]/g, '');
  const number = draw.chance(0.6) ? draw.digits(draw.whole(1, 4)) : '';
  const host = draw.of(['gmail.com', 'hotmail.com', 'outlook.sa', 'yahoo.com']);
  return `${plain(given)}${draw.of(['.', '_', ''])}${plain(family)}${number}@${host}`;
}

/** Ten digits whose checksum is sound. */
function drawNationalId(draw: Draw, isResident: boolean): string {
  const digits = `${isResident ? 2 : 1}${isResident ? '' : '0'}${draw.digits(isResident ? 8 : 7)}`;
  let sum = 0;
  for (const [index, character] of digits.split('').entries()) {
    const doubled = Number(character) * 2;
    if (index % 2 !== 0) sum += Number(character);
    else sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

function withNamesakes(people: readonly Person[], draw: Draw): readonly Person[] {
  const all = [...people];
  for (let left = Math.floor(people.length * NAMESAKES); left > 0; left -= 1) {
    const one = draw.of(all);
    const other = draw.of(all);
    if (one === other || one.namesakes > 0 || other.namesakes > 0) continue;
    if (one.isFemale !== other.isFemale || one.isResident !== other.isResident) continue;
    const { given, father, grandfather, family } = one;
    all[one.number] = { ...one, namesakes: one.number + 1 };
    all[other.number] = {
      ...other,
      namesakes: one.number + 1,
      given,
      father,
      grandfather,
      family,
      // A house of one's own in the same town: nothing but the name is in common.
      household: -1 - other.number,
      twins: 0,
      mobile: `05${draw.digits(8)}`,
      email: '',
      address: drawAddress(draw, one.address.town),
    };
  }
  return all;
}
