import type { PrintedDate } from '#shared/domain/answers/answer.ts';
import { convertDate, dateExists } from '#shared/domain/calendar/dayNumber.ts';
import { arabicDigits, digitSlip, respell, slip } from './corruptText.ts';
import type { Draw } from './draw.ts';
import type { StockName } from './nameStock.ts';
import { TOWNS } from './places.ts';
import { type Address, drawAddress, type Person } from './population.ts';

/** How much care was taken: `first` is the register's own entry, the others are of a person known already. */
export type Care = 'first' | 'easy' | 'medium' | 'hard';

/** The columns of a written register, in order. */
export const COLUMNS = [
  ...['id', 'given', 'father', 'grandfather', 'family', 'sex', 'nationalId', 'passport'],
  ...['birthDate', 'birthCalendar', 'mobile', 'email', 'street', 'district', 'city', 'region'],
  ...['postalCode', 'occupation'],
] as const;

/** A person on the way to paper: everything that can still go wrong. */
export interface Draft {
  given: string;
  father: string;
  grandfather: string;
  family: string;
  sex: string;
  nationalId: string;
  passport: string;
  birth: PrintedDate | null;
  /** What the column of the calendar says. */
  birthCalendar: string;
  mobile: string;
  email: string;
  address: Address;
  occupation: string;
}

interface Corruption {
  readonly weight: number;
  readonly apply: (draft: Draft, person: Person, draw: Draw) => void;
}

const PARTS = ['given', 'father', 'grandfather', 'family'] as const;
const COMMONLY_EMPTY = ['grandfather', 'nationalId', 'mobile', 'email', 'occupation'] as const;

/** What leaves a person easy to recognise. */
const LIGHT: readonly Corruption[] = [
  { weight: 6, apply: (draft, _, draw) => eachPart(draft, draw, 0.5, respell) },
  { weight: 3, apply: otherCalendar },
  { weight: 2, apply: (draft, _, draw) => empty(draft, draw.of(['email', 'occupation'])) },
  { weight: 2, apply: (draft, _, draw) => withSon(draft, draw) },
  { weight: 1, apply: (draft) => empty(draft, 'birthCalendar') },
  { weight: 1, apply: (draft, _, draw) => otherPhone(draft, draw) },
];

const MIDDLING: readonly Corruption[] = [
  { weight: 4, apply: (draft, _, draw) => eachPart(draft, draw, 0.4, slip) },
  { weight: 3, apply: (draft, _, draw) => empty(draft, draw.of(COMMONLY_EMPTY)) },
  { weight: 2, apply: (draft) => exchangeDayAndMonth(draft) },
  { weight: 2, apply: (draft, _, draw) => slipInId(draft, draw) },
  { weight: 2, apply: moved },
  { weight: 1, apply: (draft, _, draw) => wrongCalendar(draft, draw) },
  { weight: 2, apply: (draft, _, draw) => slipInDate(draft, draw) },
  { weight: 1, apply: (draft, _, draw) => slipInPhone(draft, draw) },
  { weight: 1, apply: (draft) => exchange(draft, 'father', 'grandfather') },
  ...LIGHT.map(({ weight, apply }) => ({ weight: weight / 2, apply })),
];

const HEAVY: readonly Corruption[] = [
  { weight: 4, apply: inLatin },
  { weight: 2, apply: (draft) => exchange(draft, 'given', 'family') },
  { weight: 4, apply: (draft) => empty(draft, 'nationalId') },
  { weight: 3, apply: (draft, _, draw) => otherPhone(draft, draw) },
  { weight: 2, apply: moved },
  { weight: 2, apply: (draft) => yearAlone(draft) },
  { weight: 1, apply: (draft) => withoutDate(draft) },
  { weight: 2, apply: (draft) => missingParts(draft) },
  { weight: 2, apply: (draft, person, draw) => otherFamily(draft, person, draw) },
  ...MIDDLING.map(({ weight, apply }) => ({ weight: weight * 0.8, apply })),
];

const BY_CARE: Readonly<
  Record<
    Care,
    { readonly least: number; readonly greatest: number; readonly of: readonly Corruption[] }
  >
> = {
  first: { least: 0, greatest: 1, of: LIGHT },
  easy: { least: 0, greatest: 2, of: LIGHT },
  medium: { least: 2, greatest: 4, of: MIDDLING },
  hard: { least: 5, greatest: 9, of: HEAVY },
};

/** Writes a person down with more or less care. @returns cells in the order of `COLUMNS`, but the id. */
export function writeDown(person: Person, care: Care, draw: Draw): Draft {
  const draft = draftOf(person, draw);
  const { least, greatest, of } = BY_CARE[care];
  const total = of.reduce((sum, { weight }) => sum + weight, 0);
  for (let left = draw.whole(least, greatest); left > 0; left -= 1) {
    let place = draw.share() * total;
    const chosen = of.find(({ weight }) => (place -= weight) < 0);
    chosen?.apply(draft, person, draw);
  }
  return draft;
}

function draftOf(person: Person, draw: Draw): Draft {
  const { given, father, grandfather, family, birth } = person;
  return {
    given: given.arabic,
    father: father.arabic,
    grandfather: person.isResident && draw.chance(0.5) ? '' : grandfather.arabic,
    family: family.arabic,
    sex: person.isFemale ? 'أنثى' : 'ذكر',
    nationalId: person.nationalId,
    passport: person.passport,
    birth,
    birthCalendar: birth.calendar === 'hijri' ? 'هجري' : 'ميلادي',
    mobile: person.mobile,
    email: person.email,
    address: person.address,
    occupation: person.occupation,
  };
}

/** The cells of a draft after its id. */
export function cellsOf(draft: Draft, draw: Draw): readonly string[] {
  const { address } = draft;
  return [
    ...[draft.given, draft.father, draft.grandfather, draft.family, draft.sex],
    ...[draft.nationalId, draft.passport, writtenDate(draft.birth, draw), draft.birthCalendar],
    ...[writtenPhone(draft.mobile, draw), draft.email, address.street, address.district],
    ...[address.town.city, address.town.region, address.postalCode, draft.occupation],
  ];
}

function writtenDate(date: PrintedDate | null, draw: Draw): string {
  if (date === null) return '';
  const [year, month, day] = [date.year, date.month, date.day].map((part) =>
    String(part).padStart(2, '0'),
  );
  if (date.month === 0) return year ?? '';
  if (draw.chance(0.6)) return `${year}-${month}-${day}`;
  const text = `${day}/${month}/${year}`;
  return draw.chance(0.3) ? arabicDigits(text) : text;
}

function writtenPhone(mobile: string, draw: Draw): string {
  if (mobile === '' || draw.chance(0.7)) return mobile;
  return draw.of([`+966${mobile.slice(1)}`, `00966${mobile.slice(1)}`, arabicDigits(mobile)]);
}

function eachPart(
  draft: Draft,
  draw: Draw,
  share: number,
  change: (text: string, draw: Draw) => string,
): void {
  for (const part of PARTS) if (draw.chance(share)) draft[part] = change(draft[part], draw);
}

type TextField = Exclude<keyof Draft, 'birth' | 'address'>;

function empty(draft: Draft, field: TextField): void {
  draft[field] = '';
}

function withSon(draft: Draft, draw: Draw): void {
  const son = draft.sex === 'ذكر' ? 'بن' : 'بنت';
  if (draft.father !== '') draft.father = `${son} ${draft.father}`;
  if (draft.grandfather !== '' && draw.chance(0.5)) draft.grandfather = `بن ${draft.grandfather}`;
}

function otherCalendar(draft: Draft): void {
  if (draft.birth === null || draft.birth.month === 0) return;
  const converted = convertDate(
    draft.birth,
    draft.birth.calendar === 'hijri' ? 'gregorian' : 'hijri',
  );
  if (converted === null) return;
  draft.birth = converted;
  draft.birthCalendar = converted.calendar === 'hijri' ? 'هجري' : 'ميلادي';
}

function wrongCalendar(draft: Draft, draw: Draw): void {
  draft.birthCalendar = draw.chance(0.5) || draft.birthCalendar === 'ميلادي' ? 'هجري' : 'ميلادي';
}

function exchangeDayAndMonth(draft: Draft): void {
  const { birth } = draft;
  if (birth !== null && birth.day <= 12 && birth.month > 0) {
    draft.birth = { ...birth, day: birth.month, month: birth.day };
  }
}

function slipInDate(draft: Draft, draw: Draw): void {
  const { birth } = draft;
  if (birth === null || birth.month === 0) return;
  const changed = draw.of([
    { ...birth, year: birth.year + draw.of([-10, -1, 1, 10]) },
    { ...birth, day: Math.max(1, birth.day + draw.of([-10, -1, 1, 2])) },
    { ...birth, month: ((birth.month + draw.of([0, 1, 10])) % 12) + 1 },
  ]);
  if (dateExists(changed)) draft.birth = changed;
}

function yearAlone(draft: Draft): void {
  if (draft.birth === null) return;
  const isHijri = draft.birth.calendar === 'hijri';
  draft.birth = { ...draft.birth, month: isHijri ? 7 : 1, day: 1 };
}

function slipInId(draft: Draft, draw: Draw): void {
  draft.nationalId = digitSlip(draft.nationalId, draw);
}

function slipInPhone(draft: Draft, draw: Draw): void {
  draft.mobile = digitSlip(draft.mobile, draw);
}

function otherPhone(draft: Draft, draw: Draw): void {
  draft.mobile = `05${draw.digits(8)}`;
}

function withoutDate(draft: Draft): void {
  draft.birth = null;
  draft.birthCalendar = '';
}

function exchange(draft: Draft, one: (typeof PARTS)[number], other: (typeof PARTS)[number]): void {
  const kept = draft[one];
  draft[one] = draft[other];
  draft[other] = kept;
}

function moved(draft: Draft, _: Person, draw: Draw): void {
  const town = draw.chance(0.6) ? draft.address.town : draw.of(TOWNS);
  draft.address = drawAddress(draw, town);
}

function missingParts(draft: Draft): void {
  draft.grandfather = '';
  if (draft.father.length > 4) draft.father = '';
}

/** A clan's name for that of the house, as one writes who has two. */
function otherFamily(draft: Draft, person: Person, draw: Draw): void {
  draft.family = draw.chance(0.5)
    ? person.family.arabic.replace(/^ال/, 'آل ')
    : `${person.grandfather.arabic} ${person.family.arabic}`;
}

function inLatin(draft: Draft, person: Person, draw: Draw): void {
  const written = ({ latin }: StockName) => {
    const name = draw.of(latin);
    return draw.chance(0.4) ? name.toUpperCase() : name;
  };
  for (const part of PARTS) if (draft[part] !== '') draft[part] = written(person[part]);
}
