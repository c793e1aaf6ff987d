import { z } from 'zod';
import { type AnswerSet, isNonAnswer, PrintedDate } from '../answers/answer.ts';

/** What was said so far of somebody; whatever was not is left out. */
export const PersonSaid = z.strictObject({
  /** The whole name, where its parts are not asked for apart. */
  fullName: z.string().max(400).optional(),
  given: z.string().max(200).optional(),
  father: z.string().max(200).optional(),
  grandfather: z.string().max(200).optional(),
  family: z.string().max(200).optional(),
  /** Of whatever kind of identity document. */
  idNumber: z.string().max(40).optional(),
  birthDate: PrintedDate.optional(),
  mobile: z.string().max(40).optional(),
});
export type PersonSaid = z.infer<typeof PersonSaid>;

const FIELDS = {
  given: ['nameFirst'],
  father: ['nameFather'],
  grandfather: ['nameGrandfather'],
  family: ['nameFamily'],
  idNumber: ['idNumber', 'gccIdNumber', 'passportNo', 'borderNumber'],
  birthDate: ['birthDate'],
  mobile: ['mobile'],
} as const;

/** Fields of the interview that say who the applicant is. */
export const IDENTITY_FIELDS: ReadonlySet<string> = new Set(Object.values(FIELDS).flat());

/** What the answers of a case say of the applicant; what is written half is left out. */
export function saidInAnswers(answers: AnswerSet): PersonSaid {
  const found = Object.entries(FIELDS).flatMap(([name, fields]) => {
    const value = fields
      .map((field) => valueOf(answers, field))
      .find((each) => each !== undefined && each !== '');
    const parsed = PersonSaid.safeParse({ [name]: value });
    return value !== undefined && parsed.success ? [[name, value] as const] : [];
  });
  return PersonSaid.parse(Object.fromEntries(found));
}

function valueOf({ values }: AnswerSet, field: string): unknown {
  const answer = Object.hasOwn(values, field) ? values[field] : undefined;
  if (answer === undefined || isNonAnswer(answer)) return undefined;
  return typeof answer.value === 'string' ? answer.value.trim() : answer.value;
}
