import { describe, expect, test } from 'vitest';
import source from '#resources/questionnaires/support-request.v1.json' with { type: 'json' };
import type { AnswerValue } from '#shared/domain/answers/answer.ts';
import { parseQuestionnaire } from '#shared/domain/questionnaire/parseQuestionnaire.ts';
import { parseTyped } from '#shared/domain/questionnaire/parseTyped.ts';

const form = parseQuestionnaire(source);

function typed(name: string, text: string) {
  const field = form.fieldByName.get(name);
  if (!field) throw new Error(`no field ${name}`);
  return parseTyped(field, text);
}

describe('typed text becomes the stored value', () => {
  test.each<readonly [string, string, AnswerValue]>([
    ['mobile', '٠٥٠ ١٢٣ ٤٥٦٧', '+966501234567'],
    ['street', '\u202eشارع\u202c \u2067الحج\u2069', 'شارع الحج'],
    ['nameFirst', '\u202bنورة', 'نورة'],
    ['mobile', '00966501234567', '+966501234567'],
    ['mobile', '+20 100 123 4567', '+201001234567'],
    ['iban', 'sa03 8000 0000 6080 1016 7519', 'SA0380000000608010167519'],
    ['iban', 'SA28-5500-0000-A123-4567-B890', 'SA2855000000A1234567B890'],
    ['idNumber', '١٠١٢٣٤٥٦٧٢', '1012345672'],
    ['idNumber', '\u202a1012 345 672\u202c', '1012345672'],
    ['shortAddress', 'raaa 2919', 'RAAA2919'],
    ['postalCode', '٢٤٢٤٣', '24243'],
    ['passportNo', 'a1234567', 'A1234567'],
    ['nameLatin', 'al-sayed  ahmed', 'AL-SAYED AHMED'],
    ['nameFather', '  عبد   الله ', 'عبد الله'],
    ['annualRent', '١٢٬٣٤٥٫٥٠', 1_234_550],
    ['annualRent', '18,000', 1_800_000],
    ['annualRent', '0.1', 10],
    ['rooms', '٣', 3],
    ['birthDate', '٢٥/٠٨/١٤٤٦', { calendar: 'hijri', year: 1446, month: 8, day: 25 }],
    ['birthDate', '24-2-2025', { calendar: 'gregorian', year: 2025, month: 2, day: 24 }],
    ['birthDate', '2025-02-24', { calendar: 'gregorian', year: 2025, month: 2, day: 24 }],
    ['sex', 'أنثى', 'female'],
    ['sex', 'female', 'female'],
    ['missingFurnishings', 'beds, carpet beds', ['beds', 'carpet']],
    ['photo', 'نعم', true],
    ['photo', 'No', false],
    ['geo', '٢١٫٤٢٢٥, 39.8262', { latitude: 21.4225, longitude: 39.8262 }],
    ['city', ' مكة ', 'مكة'],
  ])('%s: %s', (name, text, value) => expect(typed(name, text)).toEqual({ answer: { value } }));
});

describe('typed text that is none', () => {
  test.each([
    ['city', '   ', 'required'],
    ['city', 'x'.repeat(4001), 'tooLong'],
    ['mobile', '050123456', 'phoneForm'],
    ['mobile', '+9660501234567', 'phoneForm'],
    ['iban', 'SA0480000000608010167519', 'ibanChecksum'],
    ['iban', 'SA038000000060801016751', 'ibanLength'],
    ['iban', 'AE070331234567890123456', 'ibanCountry'],
    ['idNumber', '3000000004', 'idForm'],
    ['idNumber', '1O12345672', 'idForm'],
    ['idNumber', '1000000000', 'idChecksum'],
    ['family/idNumber', '1124356780', 'idTransposed'],
    ['shortAddress', 'RAA2919', 'shortAddressForm'],
    ['buildingNo', '291', 'digitsForm'],
    ['passportNo', 'A12', 'passportForm'],
    ['nameFirst', 'Noura', 'arabicNameForm'],
    ['nameLatin', 'نورة', 'latinNameForm'],
    ['annualRent', '12.345', 'moneyForm'],
    ['annualRent', '12,5', 'moneyForm'],
    ['annualRent', '-5', 'moneyForm'],
    ['rooms', '3.5', 'integerForm'],
    ['birthDate', '30/09/1446', 'dateNoSuchDay'],
    ['birthDate', '30/12/1447', 'dateNoSuchDay'],
    ['birthDate', '01/13/1446', 'dateNoSuchDay'],
    ['birthDate', '01/01/1342', 'dateOutOfRange'],
    ['birthDate', 'امس', 'dateForm'],
    ['sex', 'constructor', 'notInList'],
    ['missingFurnishings', 'beds rocket', 'notInList'],
    ['photo', 'constructor', 'booleanForm'],
    ['geo', '91, 39', 'geopointForm'],
    ['householdSize', '3', 'notTyped'],
  ])('%s: %s is %s', (name, text, code) =>
    expect(typed(name, text)).toMatchObject({ problem: { path: name, code } }),
  );
});
