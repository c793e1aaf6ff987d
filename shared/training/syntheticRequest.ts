import type { AnswerValue } from '../domain/answers/answer.ts';
import { addDays } from '../domain/calendar/dateArithmetic.ts';
import { type DayNumber, fromDayNumber } from '../domain/calendar/dayNumber.ts';
import type { PeopleData } from './peopleData.ts';
import { type SeededRandom, seededRandom, weighted } from './seededRandom.ts';
import { type FamilyKind, syntheticFamily } from './syntheticFamily.ts';
import { ibanOf } from './syntheticNumbers.ts';
import type { PeopleMaker, Sex, Standing, SyntheticPerson } from './syntheticPerson.ts';

type Values = Readonly<Record<string, AnswerValue>>;

/** What somebody says in the interview of the shipped questionnaire, whole and without contradiction. */
export interface SyntheticRequest {
  readonly kind: ApplicantKind;
  readonly person: SyntheticPerson;
  readonly answers: Values;
  readonly rows: Readonly<Record<string, readonly Values[]>>;
}

interface Applicant {
  readonly standing: Standing;
  readonly weight: number;
  readonly sex: Sex | 'either';
  readonly ages: readonly [least: number, most: number];
  readonly family: FamilyKind;
  readonly familyCategory: string;
  readonly maritalStatus: string;
  readonly support: string;
}

/** All kinds of people who come, as often as they do. */
const APPLICANTS = {
  widow: citizen(16, 'female', [28, 62], 'children', 'widow', 'widowed', 'housingRent'),
  orphans: citizen(7, 'female', [24, 50], 'children', 'orphans', 'widowed', 'education'),
  divorced: citizen(11, 'female', [22, 50], 'children', 'divorced', 'divorced', 'cash'),
  elderly: citizen(11, 'either', [62, 92], 'spouse', 'elderly', 'married', 'medical'),
  disability: citizen(6, 'either', [19, 55], 'none', 'disability', 'single', 'appliances'),
  prisonersFamily: citizen(3, 'female', [23, 48], 'children', 'prisonersFamily', 'married', 'food'),
  lowIncome: citizen(14, 'male', [24, 58], 'spouseAndChildren', 'regular', 'married', 'food'),
  debt: citizen(8, 'male', [26, 60], 'spouseAndChildren', 'regular', 'married', 'debtRelief'),
  alone: citizen(5, 'either', [19, 60], 'none', 'individual', 'single', 'cash'),
  resident: other('resident', 11, [22, 66], 'spouseAndChildren', 'regular', 'medical'),
  gcc: other('gcc', 1, [24, 60], 'none', 'individual', 'cash'),
  pilgrim: other('pilgrim', 4, [25, 80], 'none', 'strandedPilgrim', 'returnTicket'),
  visitor: other('visitor', 1, [22, 60], 'none', 'individual', 'returnTicket'),
  undocumented: other('undocumented', 2, [20, 65], 'none', 'individual', 'food'),
} as const satisfies Record<string, Applicant>;
export type ApplicantKind = keyof typeof APPLICANTS;

export const APPLICANT_KINDS = Object.keys(APPLICANTS) as readonly ApplicantKind[];

const kindOf = weighted(APPLICANT_KINDS, (kind) => APPLICANTS[kind].weight);

export interface RequestWish {
  readonly seed: string;
  readonly number: number;
  readonly today: DayNumber;
  readonly wished?: ApplicantKind;
}

type Said = PeopleData['said'];

/** One of a hundred million serials; a family takes up to sixteen of them. */
const SERIALS_OF_A_REQUEST = 16;

/**
 * Request number `number` (0 to 6,000,000) under a seed, as it would be told on this day. Pure: the
 * same seed, number and day give the same request, whatever else was made before.
 */
export function syntheticRequest(
  people: PeopleMaker,
  { seed, number, today, wished }: RequestWish,
): SyntheticRequest {
  const { said } = people;
  const random = seededRandom(seed, `request ${number}`);
  const kind = wished ?? kindOf(random);
  const applicant: Applicant = APPLICANTS[kind];
  const sex = applicant.sex === 'either' ? random.pick(['male', 'female'] as const) : applicant.sex;
  const serial = number * SERIALS_OF_A_REQUEST;
  const person = people.person(random, {
    standing: applicant.standing,
    sex,
    age: random.between(...applicant.ages),
    today,
    serial,
  });
  const family = syntheticFamily(people, random, {
    kind: applicant.family,
    person,
    today,
    firstSerial: serial + 1,
    most: SERIALS_OF_A_REQUEST - 1,
  });
  const marriedAlone = applicant.maritalStatus === 'married' && family.length === 0;
  return {
    kind,
    person,
    answers: {
      ...identityAnswers(person, said, random, today),
      maritalStatus: marriedAlone ? 'single' : applicant.maritalStatus,
      ...addressAnswers(person, said),
      breadwinner: 'self',
      familyCategory: applicant.familyCategory,
      ...absence(applicant, random, today),
      ...housing(person, random, today),
      ...means(kind, said, random),
      ...wellbeing(kind, said),
      ...payment(person, random, serial),
    },
    rows: { family, supportItems: [supportItem(applicant.support, said, random)] },
  };
}

function citizen(
  weight: number,
  sex: Applicant['sex'],
  ages: Applicant['ages'],
  family: FamilyKind,
  familyCategory: string,
  maritalStatus: string,
  support: string,
): Applicant {
  return {
    standing: 'citizen',
    weight,
    sex,
    ages,
    family,
    familyCategory,
    maritalStatus,
    support,
  };
}

function other(
  standing: Standing,
  weight: number,
  ages: Applicant['ages'],
  family: FamilyKind,
  familyCategory: string,
  support: string,
): Applicant {
  const maritalStatus = family === 'none' ? 'single' : 'married';
  return {
    standing,
    weight,
    sex: 'either',
    ages,
    family,
    familyCategory,
    maritalStatus,
    support,
  };
}

function identityAnswers(
  person: SyntheticPerson,
  said: Said,
  random: SeededRandom,
  today: DayNumber,
): Values {
  const { standing, name, passportNo, idNumber } = person;
  const travels = standing === 'pilgrim' || standing === 'visitor';
  const idTypes: Readonly<Record<Standing, string>> = {
    ...{ citizen: 'nationalId', resident: 'iqama', gcc: 'passport' },
    ...{ pilgrim: 'passport', visitor: 'passport', undocumented: 'none' },
  };
  const ahead = (least: number, most: number) =>
    fromDayNumber(addDays(today, random.between(least, most)), 'gregorian');
  return {
    residencyType: standing,
    idType: idTypes[standing],
    ...(idNumber === null ? {} : { idNumber, idExpiry: ahead(40, 2400) }),
    ...(passportNo === null
      ? {}
      : {
          passportNo,
          passportCountry: person.nationality,
          passportExpiry: ahead(200, 3000),
          ...(name.latin === null ? {} : { nameLatin: name.latin }),
        }),
    ...(travels
      ? {
          visaType: standing === 'pilgrim' ? random.pick(['hajj', 'umrah']) : 'visit',
          visaNo: `60${String(random.between(10_000_000, 99_999_999))}`,
          departureDate: ahead(6, 40),
        }
      : {}),
    ...(standing === 'pilgrim'
      ? { hajjServiceProvider: said.hajjServiceProvider, campLocation: said.campLocation }
      : {}),
    nameFirst: name.first,
    nameFather: name.father,
    ...(standing === 'citizen' ? { nameGrandfather: name.grandfather } : {}),
    nameFamily: name.family,
    sex: person.sex,
    birthDate: person.birthDate,
    nationality: person.nationality,
    mobile: person.mobile,
    preferredLanguage: person.language,
    ...(person.language === 'ar' ? {} : { interpreterLanguage: person.language }),
  };
}

function addressAnswers({ standing, address }: SyntheticPerson, said: Said): Values {
  const { city, region } = address;
  const described = { addressDescription: `${address.district}: ${said.addressDescription}` };
  if (standing === 'pilgrim' || standing === 'visitor') return { city, region, ...described };
  const { district, street, buildingNo, postalCode, additionalNo } = address;
  if (standing === 'undocumented') return { city, region, district, ...described };
  return {
    ...{ city, region, district, street, buildingNo, postalCode, additionalNo },
    shortAddress: address.short,
  };
}

function absence({ familyCategory }: Applicant, random: SeededRandom, today: DayNumber): Values {
  const reasons: Readonly<Record<string, string>> = {
    ...{ widow: 'death', orphans: 'death', divorced: 'divorce', prisonersFamily: 'prison' },
  };
  const absenceReason = reasons[familyCategory];
  if (absenceReason === undefined) return {};
  const day = addDays(today, -random.between(40, 2000));
  return { absenceReason, absenceDate: fromDayNumber(day, 'hijri') };
}

function housing({ standing }: SyntheticPerson, random: SeededRandom, today: DayNumber): Values {
  if (standing === 'pilgrim') return { housingType: 'pilgrimHousing', housingCondition: 'fair' };
  const place = {
    housingType: random.pick(['apartment', 'apartment', 'floor', 'traditional', 'room'] as const),
    rooms: random.between(1, 5),
    housingCondition: random.pick(['good', 'fair', 'fair', 'poor'] as const),
  };
  if (random.percent(45)) return { ...place, tenure: random.pick(['relatives', 'waqf'] as const) };
  return {
    ...place,
    tenure: 'rented',
    annualRent: random.between(60, 280) * 10_000,
    leaseNo: `105${String(random.between(10_000_000, 99_999_999))}`,
    leaseEnd: fromDayNumber(addDays(today, random.between(30, 360)), 'gregorian'),
  };
}

function means(kind: ApplicantKind, said: Said, random: SeededRandom): Values {
  const riyals = (least: number, most: number) => random.between(least, most) * 1000;
  const securityOf: readonly ApplicantKind[] = ['widow', 'divorced', 'disability', 'alone'];
  return {
    ...(kind === 'elderly' ? { pension: riyals(180, 400) } : {}),
    ...(kind === 'lowIncome' || kind === 'debt' ? { salary: riyals(250, 550) } : {}),
    ...(securityOf.includes(kind) ? { socialSecurity: riyals(90, 180) } : {}),
    utilities: riyals(15, 60),
    food: riyals(50, 160),
    transport: riyals(10, 60),
    health: riyals(0, 40),
    ...(kind === 'debt'
      ? {
          debtTotal: riyals(4000, 30_000),
          creditor: said.creditor,
          debtReason: 'livingCosts',
        }
      : {}),
  };
}

function wellbeing(kind: ApplicantKind, said: Said): Values {
  switch (kind) {
    case 'elderly':
      return {
        ...{ healthStatus: 'chronicIllness', chronicDisease: ['diabetes'], canWork: false },
        ...{ educationLevel: 'literate', employmentStatus: 'retired' },
      };
    case 'disability':
      return {
        ...{ healthStatus: 'needsCare', disabilityType: 'mobility', canWork: false },
        ...{ disabilityCardNo: 'DC-204518', employmentStatus: 'unableToWork' },
      };
    case 'lowIncome':
    case 'debt':
      return {
        employmentStatus: 'private',
        employer: said.employer,
        occupation: said.occupation,
      };
    case 'pilgrim':
    case 'visitor':
      return { insurance: 'visitor', employmentStatus: 'homemaker' };
    default:
      return {};
  }
}

function payment({ name, standing }: SyntheticPerson, random: SeededRandom, serial: number) {
  if (standing !== 'citizen') return { paymentMethod: 'inKind' };
  return {
    paymentMethod: 'transfer',
    iban: ibanOf(serial, random.pick(['80', '10', '05', '20'] as const)),
    ibanHolderName: `${name.first} ${name.father} ${name.grandfather} ${name.family}`,
    holderRelation: 'self',
  };
}

function supportItem(type: string, said: Said, random: SeededRandom): Values {
  const counted = type === 'food' || type === 'returnTicket';
  return {
    type,
    ...(counted ? { quantity: 1 } : { amount: random.between(5, 90) * 10_000 }),
    urgency: random.pick(['urgent', 'soon', 'normal'] as const),
    reason: random.pick(said.reasons),
  };
}
