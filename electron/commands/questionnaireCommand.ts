import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { inflate } from '#ports/inflate.ts';
import { Language } from '#shared/domain/case/vocabulary.ts';
import type { Questionnaire } from '#shared/domain/questionnaire/model.ts';
import { parseQuestionnaire } from '#shared/domain/questionnaire/parseQuestionnaire.ts';
import { QuestionnaireError } from '#shared/domain/questionnaire/questionnaireError.ts';
import { QuestionnaireSource } from '#shared/domain/questionnaire/source.ts';
import { LARGEST_WORKBOOK } from '#shared/workbook/archive.ts';
import { FaultSentences, faultSentence, filled } from '#shared/workbook/faultSentence.ts';
import {
  readQuestionnaireWorkbook,
  writeQuestionnaireWorkbook,
} from '#shared/workbook/questionnaireWorkbook.ts';

const sentence = z.string().min(1);
const Sentences = FaultSentences.extend({
  usage: sentence,
  notReadable: sentence,
  notWritable: sentence,
  noSuchVersion: sentence,
  whole: sentence,
  faulty: sentence,
  written: sentence,
});
type Sentences = z.infer<typeof Sentences>;

export interface QuestionnaireOutcome {
  /** 0: whole, or written; 1: not. */
  readonly exitCode: 0 | 1;
  readonly lines: readonly string[];
}

/** Says in sentences whether a workbook is a questionnaire, or writes a published one as a workbook. */
export async function questionnaireCommand(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  resourcesFolder: string,
): Promise<QuestionnaireOutcome> {
  const asked = readArguments(argv, environment);
  const words = readSentences(resourcesFolder, asked.language);
  const { action, file } = asked;
  if (file === null) return refused(words.usage);
  if (action === 'check') return check(file, words, asked.language);
  if (action === 'export') return exportTo(file, asked, words, resourcesFolder);
  return refused(words.usage);
}

async function check(
  file: string,
  words: Sentences,
  language: Language,
): Promise<QuestionnaireOutcome> {
  let bytes: Uint8Array;
  try {
    // What is too large is not even read; the reader says so of an empty file of that length.
    bytes =
      statSync(file).size > LARGEST_WORKBOOK
        ? new Uint8Array(LARGEST_WORKBOOK + 1)
        : readFileSync(file);
  } catch {
    return refused(filled(words.notReadable, { file }));
  }
  try {
    const { questionnaire } = await readQuestionnaireWorkbook(bytes, inflate);
    const { sections, fieldByName, choiceLists } = questionnaire;
    const line = filled(words.whole, {
      ...nameOf(questionnaire, language),
      sections: String(sections.length),
      fields: String(fieldByName.size),
      lists: String(choiceLists.size),
    });
    return { exitCode: 0, lines: [line] };
  } catch (error) {
    if (!(error instanceof QuestionnaireError)) throw error;
    const lines = error.faults.map((fault) => faultSentence(fault, words));
    return {
      exitCode: 1,
      lines: [...lines, filled(words.faulty, { count: String(lines.length) })],
    };
  }
}

async function exportTo(
  file: string,
  { version, language }: Arguments,
  words: Sentences,
  resourcesFolder: string,
): Promise<QuestionnaireOutcome> {
  const published = readPublished(resourcesFolder);
  const chosen = published.find(({ questionnaire }) =>
    version === null ? true : String(questionnaire.version) === version,
  );
  if (chosen === undefined) {
    const versions = published.map(({ questionnaire }) => String(questionnaire.version)).join(', ');
    return refused(filled(words.noSuchVersion, { version: version ?? '', versions }));
  }
  try {
    const bytes = await writeQuestionnaireWorkbook(chosen.source);
    // What somebody has worked on is never written over.
    writeFileSync(file, bytes, { flag: 'wx' });
  } catch {
    return refused(filled(words.notWritable, { file }));
  }
  const line = filled(words.written, { file, ...nameOf(chosen.questionnaire, language) });
  return { exitCode: 0, lines: [line] };
}

/** The greatest version first. */
function readPublished(resourcesFolder: string) {
  const folder = join(resourcesFolder, 'questionnaires');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const content: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      return {
        source: QuestionnaireSource.parse(content),
        questionnaire: parseQuestionnaire(content),
      };
    })
    .toSorted((one, other) => other.questionnaire.version - one.questionnaire.version);
}

function nameOf({ title, version }: Questionnaire, language: Language) {
  return { title: title[language], version: String(version) };
}

function refused(line: string): QuestionnaireOutcome {
  return { exitCode: 1, lines: [line] };
}

interface Arguments {
  readonly action: string | null;
  readonly file: string | null;
  readonly version: string | null;
  readonly language: Language;
}

function readArguments(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Arguments {
  const rest = [...argv];
  const take = (flag: string): string | null => {
    const at = rest.indexOf(flag);
    return at < 0 ? null : (rest.splice(at, 2)[1] ?? '');
  };
  const version = take('--version');
  const language = Language.safeParse(take('--lang') ?? environment['LANG']?.slice(0, 2));
  return {
    action: rest[0] ?? null,
    file: rest[1] ?? null,
    version,
    language: language.success ? language.data : 'ar',
  };
}

function readSentences(resourcesFolder: string, language: Language): Sentences {
  const path = join(resourcesFolder, 'locales', language, 'questionnaireFile.json');
  return Sentences.parse(JSON.parse(readFileSync(path, 'utf8')));
}
