import { z } from 'zod';
import { VersionedName } from '../case/caseEvent.ts';
import { DeclarationText } from '../case/seal.ts';
import { type Language, SpokenLanguage } from '../case/vocabulary.ts';

const localText = z.strictObject({
  ar: z.string().trim().min(1).max(4000),
  en: z.string().trim().min(1).max(4000),
});

const spokenLine = z.string().trim().min(1).max(4000);

/** Said to a beneficiary: in each language in which the desk can speak. */
const spokenText = z.strictObject({
  ar: spokenLine,
  en: spokenLine,
  ur: spokenLine,
  id: spokenLine,
  tr: spokenLine,
  fr: spokenLine,
});
export type SpokenText = z.infer<typeof spokenText>;

const word = z.string().trim().min(1).max(60);

/** Names of days and months, for languages of which a laptop may not know them. Sunday comes first. */
const DateWords = z.strictObject({
  weekdays: z.array(word).length(7),
  gregorianMonths: z.array(word).length(12),
  hijriMonths: z.array(word).length(12),
  /** With the places `{day}`, `{month}` and `{year}`. */
  gregorian: word,
  hijri: word,
  /** How the first of a month is said, where it is no plain 1. */
  firstOfMonth: word.optional(),
});
export type DateWords = z.infer<typeof DateWords>;

const SpokenLanguageEntry = z.strictObject({
  /** The language's own name. */
  name: word,
  reviewedByNativeSpeaker: z.boolean(),
  /** Left out where the names are those of the screens. */
  dates: DateWords.optional(),
});

const key = z.string().regex(/^[a-z][A-Za-z]*$/);

/** What a person is told before the first question: notice at collection (PDPL; policy, section 10). */
export const PrivacyNotice = VersionedName.extend({
  title: spokenText,
  /** The heart of it, for who hears it in a language in which the whole is not at hand. */
  summary: spokenText,
  introduction: localText,
  parts: z.array(z.strictObject({ key, heading: localText, body: localText })).min(1),
});
export type PrivacyNotice = z.infer<typeof PrivacyNotice>;

/** What the association does and does not do, shown and ticked before the interview (P11-P13). */
export const ServicesExplained = VersionedName.extend({
  title: spokenText,
  summary: spokenText,
  introduction: localText,
  does: z.array(z.strictObject({ key, text: localText })).min(1),
  doesNot: z.array(z.strictObject({ key, text: localText })).min(1),
});
export type ServicesExplained = z.infer<typeof ServicesExplained>;

/** The declaration as it is read out and signed (P34), and the consent that is a tick of its own. */
export const Declaration = VersionedName.extend({
  title: spokenText,
  text: spokenText,
  consentToVerify: spokenText,
  /** What the person says of the reading. */
  readToMe: spokenText,
  /** What an interpreter affirms, with the place `{language}`. */
  interpreterStatement: localText,
});
export type Declaration = z.infer<typeof Declaration>;

/**
 * The sentence on the committee's answer (P35), with the places `{weekday}`, `{hijri}` and
 * `{gregorian}`. It names a minimum: it must never promise an answer within two weeks. What stands
 * between two stars is shown stronger; the stars are never shown.
 */
export const WaitingStatement = VersionedName.extend({
  text: spokenText,
  /** Added where the day is a day off, with the same places for the next working day. */
  contactFrom: spokenText,
  /** What the person says of it. */
  toldAndUnderstood: spokenText,
});
export type WaitingStatement = z.infer<typeof WaitingStatement>;

/** All texts that are said or handed to a beneficiary: `resources/texts/texts.v1.json`. */
export const TextLibrary = VersionedName.extend({
  languages: z.record(SpokenLanguage, SpokenLanguageEntry),
  privacyNotice: PrivacyNotice,
  servicesExplained: ServicesExplained,
  declaration: Declaration,
  statement: WaitingStatement,
  courtesy: z.strictObject({
    greeting: localText,
    timeGiven: localText,
    questionsFirst: localText,
    thanks: spokenText,
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
export function declarationIn(texts: TextLibrary, language: SpokenLanguage): DeclarationText {
  const { id, version, text } = texts.declaration;
  return DeclarationText.parse({
    id,
    version,
    language,
    text: text[language],
    arabic: language === 'ar' ? null : text.ar,
    reviewedByNativeSpeaker: texts.languages[language].reviewedByNativeSpeaker,
  });
}

/** What an interpreter into this language affirms. @param spoken the name of the language */
export function interpreterStatement(
  texts: TextLibrary,
  language: Language,
  spoken: string,
): string {
  return texts.declaration.interpreterStatement[language].replace('{language}', spoken);
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
  language: SpokenLanguage,
  day: SpokenDay,
): string {
  return statementRuns(statement, language, day)
    .map(({ words }) => words)
    .join('');
}

/** The same sentence in stretches, for where the least time and the day stand out. */
export function statementRuns(
  statement: WaitingStatement,
  language: SpokenLanguage,
  day: SpokenDay,
): readonly SpokenRun[] {
  return runsOf(statement.text[language], day);
}

/** From when there is somebody to ask, where the day of the promise is a day off. */
export function contactFromRuns(
  statement: WaitingStatement,
  language: SpokenLanguage,
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
