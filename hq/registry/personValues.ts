import type { PersonRequest, ShownValue } from '#shared/contracts/hq/review.ts';
import { isNonAnswer, PrintedDate } from '#shared/domain/answers/answer.ts';
import { rowsOf } from '#shared/domain/answers/answerSet.ts';
import { textAnswer } from '#shared/domain/case/applicantIdentity.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { PersonField } from '#shared/domain/hub/personLinks.ts';
import type { Questionnaire } from '#shared/domain/questionnaire/model.ts';
import { askedItems } from '../decisions/askedItems.ts';

const PATHS = {
  name: ['nameFirst', 'nameFather', 'nameGrandfather', 'nameFamily'],
  nationalId: ['idNumber', 'gccIdNumber'],
  passport: ['passportNo'],
  birthDate: ['birthDate'],
  sex: ['sex'],
  nationality: ['nationality'],
  maritalStatus: ['maritalStatus'],
  mobile: ['mobile'],
  region: ['region'],
  city: ['city'],
  district: ['district'],
  street: ['street'],
  postalCode: ['postalCode'],
  occupation: ['occupation'],
  iban: ['iban'],
} as const satisfies Record<PersonField, readonly string[]>;

/** What a case says of its person, field by field, in the words of the form; what was not said is left out. */
export function shownValues(
  state: CaseState,
  questionnaire: Questionnaire | null,
): Partial<Record<PersonField, ShownValue>> {
  return Object.fromEntries(
    PersonField.options.flatMap((field) => {
      const value = shownValue(state, questionnaire, field);
      return value === null ? [] : [[field, value] as const];
    }),
  );
}

function shownValue(
  state: CaseState,
  questionnaire: Questionnaire | null,
  field: PersonField,
): ShownValue | null {
  if (field === 'birthDate') {
    const answer = state.answers.values['birthDate'];
    const parsed = PrintedDate.safeParse(
      answer === undefined || isNonAnswer(answer) ? null : answer.value,
    );
    return parsed.success ? { date: parsed.data } : null;
  }
  if (field === 'name') {
    const name = PATHS.name.flatMap((path) => textAnswer(state, path) ?? []).join(' ');
    return name === '' ? null : { text: name };
  }
  for (const path of PATHS[field]) {
    const text = textAnswer(state, path);
    if (text === null) continue;
    const label = questionnaire?.fieldByName.get(path)?.choiceList?.byName.get(text)?.label;
    return label === undefined ? { text } : { label: { ar: label.ar, en: label.en } };
  }
  return null;
}

/** What is asked for, in the form's words. */
export function itemLabels(
  state: CaseState,
  questionnaire: Questionnaire | null,
): PersonRequest['items'] {
  if (questionnaire === null) return [];
  return askedItems(state, questionnaire).flatMap(({ label }) =>
    label === null ? [] : [{ ar: label.ar, en: label.en }],
  );
}

export function householdOf(state: CaseState, questionnaire: Questionnaire | null) {
  const relations = questionnaire?.fieldByName.get('family/relationship')?.choiceList?.byName;
  return rowsOf(state.answers, 'family').map((row) => {
    const relation = textAnswer(state, `family/${row}/relationship`);
    const label = relation === null ? undefined : relations?.get(relation)?.label;
    const born = state.answers.values[`family/${row}/birthDate`];
    const date = PrintedDate.safeParse(born === undefined || isNonAnswer(born) ? null : born.value);
    return {
      name: textAnswer(state, `family/${row}/name`) ?? '',
      relationship: label === undefined ? null : { ar: label.ar, en: label.en },
      birthYear: date.success ? date.data.year : null,
    };
  });
}

export function phonesOf(state: CaseState): readonly string[] {
  return [...new Set(['mobile', 'altPhone'].flatMap((path) => textAnswer(state, path) ?? []))];
}

export function addressOf(state: CaseState): string {
  const parts = ['city', 'district', 'street', 'shortAddress', 'addressDescription'];
  return parts.flatMap((path) => textAnswer(state, path) ?? []).join('، ');
}
