import { z } from 'zod';
import { VersionedName } from '../case/caseEvent.ts';
import { DeclarationText } from '../case/seal.ts';
import type { Language } from '../case/vocabulary.ts';

const localText = z.strictObject({
  ar: z.string().trim().min(1).max(4000),
  en: z.string().trim().min(1).max(4000),
});

const key = z.string().regex(/^[a-z][A-Za-z]*$/);

/** What a person is told before the first question: notice at collection (PDPL; policy, section 10). */
export const PrivacyNotice = VersionedName.extend({
  title: localText,
  introduction: localText,
  parts: z.array(z.strictObject({ key, heading: localText, body: localText })).min(1),
});
export type PrivacyNotice = z.infer<typeof PrivacyNotice>;

/** What the association does and does not do, shown and ticked before the interview (P11-P13). */
export const ServicesExplained = VersionedName.extend({
  title: localText,
  introduction: localText,
  does: z.array(z.strictObject({ key, text: localText })).min(1),
  doesNot: z.array(z.strictObject({ key, text: localText })).min(1),
});
export type ServicesExplained = z.infer<typeof ServicesExplained>;

/** The declaration as it is read out and signed (P34), and the consent that is a tick of its own. */
export const Declaration = VersionedName.extend({
  title: localText,
  text: localText,
  consentToVerify: localText,
});
export type Declaration = z.infer<typeof Declaration>;

/**
 * The sentence on the committee's answer (P35), with the places `{weekday}`, `{hijri}` and
 * `{gregorian}`. It names a minimum: it must never promise an answer within two weeks. What stands
 * between two stars is shown stronger; the stars are never shown.
 */
export const WaitingStatement = VersionedName.extend({
  text: localText,
  /** Added where the day is a day off, with the same places for the next working day. */
  contactFrom: localText,
});
export type WaitingStatement = z.infer<typeof WaitingStatement>;

/** All texts that are said or handed to a beneficiary: `resources/texts/texts.v1.json`. */
export const TextLibrary = VersionedName.extend({
  privacyNotice: PrivacyNotice,
  servicesExplained: ServicesExplained,
  declaration: Declaration,
  statement: WaitingStatement,
  courtesy: z.strictObject({
    greeting: localText,
    timeGiven: localText,
    questionsFirst: localText,
    thanks: localText,
    farewell: localText,
    followUp: localText,
    changesToTell: localText,
  }),
});
export type TextLibrary = z.infer<typeof TextLibrary>;

/** @throws ZodError when the source is not a set of texts */
export function parseTextLibrary(source: unknown): TextLibrary {
  return TextLibrary.parse(source);
}

/** The declaration in the language in which it is read out: whole, as the seal keeps it (P1-P2). */
export function declarationIn(texts: TextLibrary, language: Language): DeclarationText {
  const { id, version, text } = texts.declaration;
  return DeclarationText.parse({ id, version, language, text: text[language] });
}

/** The day of the promise as the sentence says it; each part is formatted by whoever shows it. */
export interface SpokenDay {
  readonly weekday: string;
  readonly hijri: string;
  readonly gregorian: string;
}

/** A stretch of a sentence: what was marked in the text is shown stronger. */
export interface SpokenRun {
  readonly words: string;
  readonly isStrong: boolean;
}

/** The two-week sentence with its day in both calendars (P35), as one text. */
export function statementSentence(
  statement: WaitingStatement,
  language: Language,
  day: SpokenDay,
): string {
  return statementRuns(statement, language, day)
    .map(({ words }) => words)
    .join('');
}

/** The same sentence in stretches, for where the least time and the day stand out. */
export function statementRuns(
  statement: WaitingStatement,
  language: Language,
  day: SpokenDay,
): readonly SpokenRun[] {
  return runsOf(statement.text[language], day);
}

/** From when there is somebody to ask, where the day of the promise is a day off. */
export function contactFromRuns(
  statement: WaitingStatement,
  language: Language,
  day: SpokenDay,
): readonly SpokenRun[] {
  return runsOf(statement.contactFrom[language], day);
}

function runsOf(text: string, day: SpokenDay): readonly SpokenRun[] {
  return text
    .split('*')
    .map((words, index) => ({
      words: words.replace(
        /\{(weekday|hijri|gregorian)\}/g,
        (_, place: keyof SpokenDay) => day[place],
      ),
      isStrong: index % 2 === 1,
    }))
    .filter(({ words }) => words !== '');
}

export function sameVersion(one: VersionedName, other: VersionedName): boolean {
  return one.id === other.id && one.version === other.version;
}

/** `id@version`: the key under which published data are handed over. */
export function versionKey({ id, version }: VersionedName): string {
  return `${id}@${version}`;
}

/** Name, contact and policy as every paper carries them (policy, section 7). */
export const Association = VersionedName.extend({
  name: localText,
  contactLine: localText,
  policyVersion: localText,
  policyAdopted: z.strictObject({ hijri: z.string(), gregorian: z.iso.date() }),
});
export type Association = z.infer<typeof Association>;
