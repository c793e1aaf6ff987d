import { describe, expect, test } from 'vitest';
import type { AnswerSet, AnswerValue } from '#shared/domain/answers/answer.ts';
import { neededDocuments } from '#shared/domain/documents/neededDocuments.ts';
import { applicantAnswers } from '#tests/fixtures/applicants.ts';
import { DOCUMENT_RULES, MATCHING_RULES, QUESTIONNAIRE, rowsOn, withAnswers } from './rules.ts';

const TODAY = '2026-11-23';
type Values = Readonly<Record<string, AnswerValue | null>>;

/** A citizen alone who lives with relatives: the least that anybody brings. */
const ALONE = withAnswers(applicantAnswers('debtor', TODAY), {
  tenure: 'relatives',
  annualRent: null,
  leaseNo: null,
  leaseEnd: null,
  salary: 0,
  debtTotal: 0,
  creditor: null,
  paymentMethod: 'inKind',
  iban: null,
  ibanHolderName: null,
  holderRelation: null,
  'supportItems/r1/type': 'food',
});

function withRow(answers: AnswerSet, repeat: string, values: Values): AnswerSet {
  const paths = Object.entries(values).map(([name, value]): [string, AnswerValue | null] => [
    `${repeat}/new/${name}`,
    value,
  ]);
  const rows = { ...answers.rows, [repeat]: [...(answers.rows[repeat] ?? []), 'new'] };
  return withAnswers({ ...answers, rows }, Object.fromEntries(paths));
}

function documentsOf(answers: AnswerSet): readonly string[] {
  return neededDocuments(DOCUMENT_RULES, QUESTIONNAIRE, answers, TODAY).map(({ type }) => type);
}

/** `M14@D8`: a row of the matrix beside the document that it reads. */
function rowsOf(answers: AnswerSet): readonly string[] {
  const keys = rowsOn(TODAY, answers, {}).map(({ rowKey }) => /^M\d+\w?@D\d+/.exec(rowKey)?.[0]);
  return [...new Set(keys)].flatMap((key) => key ?? []);
}

const child = (days: number, more: Values = {}): Values => ({
  name: 'سارة ناصر عبدالله السبيعي',
  relationship: 'daughter',
  birthDate: { calendar: 'gregorian', year: 2026 - days, month: 1, day: 1 },
  sex: 'female',
  ...more,
});
const agent = { agentName: 'فهد ناصر السبيعي', agentIdNumber: '1123456780' };
const day = { calendar: 'gregorian', year: 2026, month: 3, day: 4 } as const;
const foreign = {
  idNumber: null,
  idExpiry: null,
  idType: 'passport',
  passportNo: 'L898902C3',
  passportExpiry: day,
  nameLatin: 'NASSER',
} as const;
const NOT_HERE = {
  shortAddress: null,
  buildingNo: null,
  housingType: 'pilgrimHousing',
  tenure: null,
};

/** What one thing in a person's life asks for beyond the least, and what it takes away. */
const LIVES: readonly (readonly [
  string,
  AnswerSet,
  { readonly asks: readonly string[]; readonly not?: readonly string[]; readonly rows: string },
])[] = [
  [
    'a resident',
    withAnswers(ALONE, { residencyType: 'resident', idType: 'iqama', nationality: 'PAK' }),
    { asks: ['D2'], not: ['D1'], rows: 'M1@D2 M2@D2 M3@D2 M4@D2 M5@D2 M5a@D2' },
  ],
  [
    'a visitor',
    withAnswers(ALONE, {
      ...foreign,
      ...NOT_HERE,
      residencyType: 'visitor',
      visaNo: '60571',
      departureDate: day,
    }),
    {
      asks: ['D3', 'D4'],
      not: ['D1', 'D7', 'D8'],
      rows: 'M3@D3 M4@D3 M5@D3 M5a@D3 M6@D3 M6a@D3 M6b@D3 M6c@D3 M7@D3 M7a@D3 M23a@D4 M23b@D4',
    },
  ],
  [
    'a citizen of the Gulf with a passport alone',
    withAnswers(ALONE, { ...foreign, residencyType: 'gcc', nationality: 'KWT' }),
    { asks: ['D3'], not: ['D1'], rows: 'M4@D3 M6@D3' },
  ],
  [
    'a citizen of the Gulf with a card',
    withAnswers(ALONE, {
      residencyType: 'gcc',
      idType: 'gccId',
      idNumber: null,
      gccIdNumber: '784198012345678',
      nationality: 'ARE',
    }),
    { asks: [], rows: 'M1@D1' },
  ],
  [
    'a stranded pilgrim',
    applicantAnswers('strandedPilgrim', TODAY),
    { asks: ['D3', 'D4', 'D22', 'D24'], not: ['D1', 'D7', 'D8'], rows: 'M23b@D24 M25@D22 M25@D24' },
  ],
  [
    'a child with a number',
    withRow(ALONE, 'family', child(9, { idNumber: '1000000008' })),
    { asks: ['D5'], rows: 'M1@D5 M2@D5 M8@D5 M9@D5 M10@D5' },
  ],
  [
    'a child without a number',
    withRow(ALONE, 'family', child(9)),
    { asks: ['D5', 'D6'], rows: 'M3@D6 M9@D6' },
  ],
  [
    'a grown daughter',
    withRow(ALONE, 'family', child(16, { idNumber: '1000000008' })),
    { asks: ['D5', 'D6'], rows: 'M3@D6 M9@D6 M9a@D6' },
  ],
  [
    'a rented home',
    withAnswers(ALONE, { tenure: 'rented', annualRent: 1_800_000, leaseNo: '105', leaseEnd: day }),
    { asks: [], rows: 'M14@D8 M15a@D8 M15b@D8 M15c@D8' },
  ],
  [
    'social security',
    withAnswers(ALONE, { socialSecurity: 100_000 }),
    { asks: ['D9'], rows: 'M1@D9 M2@D9 M16a@D9 M17@D9' },
  ],
  [
    'a pension',
    withAnswers(ALONE, { pension: 100_000 }),
    { asks: ['D10'], rows: 'M1@D10 M2@D10 M16b@D10' },
  ],
  ['a salary', withAnswers(ALONE, { salary: 100_000 }), { asks: ['D10'], rows: 'M16c@D10' }],
  [
    'the citizen account',
    withAnswers(ALONE, { citizenAccount: 100_000 }),
    { asks: ['D11'], rows: 'M1@D11 M2@D11 M16d@D11' },
  ],
  [
    'a late husband',
    withAnswers(ALONE, {
      maritalStatus: 'widowed',
      familyCategory: 'widow',
      absenceReason: 'death',
      absenceDate: day,
    }),
    { asks: ['D12'], rows: 'M10@D12 M11@D12' },
  ],
  [
    'orphans with their guardian',
    withAnswers(ALONE, {
      familyCategory: 'orphans',
      applicantRole: 'guardian',
      absenceReason: 'death',
      absenceDate: day,
      ...agent,
    }),
    { asks: ['D12', 'D13', 'D14'], rows: 'M22a@D14 M22b@D14' },
  ],
  [
    'heirs who are represented',
    withAnswers(ALONE, { applicantRole: 'heirsRepresentative', ...agent }),
    { asks: ['D13'], rows: 'M25@D13' },
  ],
  [
    'a divorce',
    withAnswers(ALONE, {
      maritalStatus: 'divorced',
      familyCategory: 'divorced',
      absenceReason: 'divorce',
      absenceDate: day,
    }),
    { asks: ['D15'], rows: 'M2@D15 M10@D15 M11@D15' },
  ],
  [
    'a provider in prison',
    withAnswers(ALONE, {
      familyCategory: 'prisonersFamily',
      absenceReason: 'prison',
      absenceDate: day,
    }),
    { asks: ['D16'], rows: 'M11@D16' },
  ],
  [
    'an illness',
    withAnswers(ALONE, { chronicDisease: ['diabetes'] }),
    { asks: ['D17'], rows: 'M2@D17 M20@D17' },
  ],
  [
    'relief of a debt',
    withAnswers(ALONE, {
      'supportItems/r1/type': 'debtRelief',
      debtTotal: 5_000_000,
      creditor: 'شركة اليسر',
    }),
    { asks: ['D18'], rows: 'M18a@D18 M18b@D18' },
  ],
  [
    'a transfer',
    withAnswers(ALONE, {
      paymentMethod: 'transfer',
      iban: 'SA0380000000608010167519',
      ibanHolderName: 'ناصر عبدالله سعد السبيعي',
      holderRelation: 'self',
    }),
    { asks: ['D19'], rows: 'M1@D19 M19a@D19 M19b@D19' },
  ],
  [
    'schooling of one who studies',
    withAnswers(ALONE, {
      'supportItems/r1/type': 'education',
      currentStudy: 'السنة الثانية',
      school: 'جامعة أم القرى',
    }),
    { asks: ['D20'], rows: 'M21@D20 M21a@D20 M21b@D20' },
  ],
  [
    'an agent',
    withAnswers(ALONE, { applicantRole: 'agent', ...agent, agentDeedNo: '4512' }),
    { asks: ['D21'], rows: 'M22a@D21 M22b@D21 M22c@D21 M22d@D21' },
  ],
  [
    'a business',
    withAnswers(ALONE, { business: 100_000, crNumber: '1010123456', tradeName: 'مؤسسة النور' }),
    { asks: ['D23'], rows: 'M24@D23 M24a@D23' },
  ],
  [
    'earlier help',
    withRow(ALONE, 'supportItems/r1/previousHelp', { organisation: 'جمعية البر', type: 'food' }),
    { asks: ['D25'], rows: 'M25@D25' },
  ],
];

const DOCUMENTS = Array.from({ length: 25 }, (_, index) => `D${index + 1}`);
const LEAST = ['D1', 'D7', 'D8'];
const LEAST_ROWS =
  'M1@D1 M2@D1 M3@D1 M4@D1 M25@D1 M12a@D7 M12b@D7 M12c@D7 M12d@D7 M13a@D7 M13b@D7 M13c@D7 M25@D7 M13a@D8 M13c@D8 M25@D8';

test('a citizen alone brings the least', () => {
  expect(documentsOf(ALONE)).toEqual(LEAST);
  expect(rowsOf(ALONE)).toEqual(LEAST_ROWS.split(' '));
});

describe.each(LIVES)('%s', (_, answers, { asks, not = [], rows }) => {
  test('asks for these documents and no others', () => {
    const expected = [...LEAST.filter((type) => !not.includes(type)), ...asks];
    expect([...new Set(documentsOf(answers))].toSorted()).toEqual(expected.toSorted());
  });

  test('has these rows, which nobody has who does not live so', () => {
    const own = rows.split(' ');
    const found = rowsOf(answers);
    expect(own.filter((row) => !found.includes(row))).toEqual([]);
    const least = rowsOf(ALONE);
    expect(own.filter((row) => least.includes(row) && row !== 'M1@D1')).toEqual([]);
  });
});

test('every document of the policy is asked for by somebody', () => {
  const asked = new Set(LIVES.flatMap(([, answers]) => documentsOf(answers)));
  expect(DOCUMENTS.filter((type) => !asked.has(type))).toEqual([]);
});

test('every row of the matrix stands for somebody, beside every document that it reads', () => {
  const seen = new Set(LIVES.flatMap(([, answers]) => rowsOf(answers)));
  const all = MATCHING_RULES.rules.map(({ row, document }) => `${row}@${document}`);
  expect(all.filter((row) => !seen.has(row))).toEqual([]);
});
