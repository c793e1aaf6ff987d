import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Language } from '#shared/domain/case/vocabulary.ts';
import { ColumnMap } from '#shared/domain/linkage/fields.ts';
import { type LinkResult, linkRegister } from '#shared/domain/linkage/linkRegister.ts';
import { isTwoFiles } from '#shared/domain/linkage/register.ts';
import { CsvFaultError } from './csvFile.ts';
import { OutputFaultError, refuseOutput, writePairs } from './pairsFile.ts';
import { HeadingMissingError, readRegister } from './registerFile.ts';

const sentence = z.string().min(1);
const Sentences = z.object({
  usage: sentence,
  notReadable: sentence,
  notText: sentence,
  empty: sentence,
  malformed: sentence,
  tooLong: sentence,
  mapNotReadable: sentence,
  mapWrong: sentence,
  headingMissing: sentence,
  noColumns: sentence,
  notWritable: sentence,
  outIsInput: sentence,
  thresholdWrong: sentence,
  tooMuch: sentence,
  reading: sentence,
  read: sentence,
  columns: sentence,
  stage: z.object({
    blocking: sentence,
    comparing: sentence,
    learning: sentence,
    deciding: sentence,
  }),
  summary: sentence,
  oneToOne: sentence,
  largestGroups: sentence,
});
type Sentences = z.infer<typeof Sentences>;

interface LinkArguments {
  readonly files: readonly string[];
  readonly map: string | null;
  /** As it was typed. */
  readonly threshold: string;
  readonly out: string;
}

/** A refusal that has its sentence already. */
class Refusal extends Error {}

/** Links the records of one file or of two and writes the pairs. @returns the exit code. */
export async function linkCommand(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  say: (line: string) => void,
): Promise<0 | 1> {
  const { rest, language } = takeLanguage(argv, environment);
  const words = readSentences(language);
  const asked = readArguments(rest);
  if (asked === null) {
    say(words.usage);
    return 1;
  }
  try {
    await link(asked, words, say);
    return 0;
  } catch (error) {
    say(sentenceOf(error, words));
    return 1;
  }
}

async function link(
  asked: LinkArguments,
  words: Sentences,
  say: (line: string) => void,
): Promise<void> {
  const threshold = readThreshold(asked.threshold, words);
  const map = asked.map === null ? null : readMap(asked.map, words);
  const inputs = asked.map === null ? asked.files : [...asked.files, asked.map];
  // Before any work is done: it may take minutes.
  await refuseOutput(asked.out, inputs);
  const read = await readRegister(asked.files, map, (count) =>
    say(fill(words.reading, { count: String(count) })),
  );
  if (read.register.fields.length === 0) {
    throw new Refusal(fill(words.noColumns, { file: asked.files.join(', ') }));
  }
  say(fill(words.read, { count: String(read.register.size) }));
  const columns = read.register.fields.map(({ key, heading }) => heading ?? key).join(', ');
  say(fill(words.columns, { columns }));
  const begun = performance.now();
  // A second file without a record is linked with nothing, and the first is not searched for copies.
  const isOneEmpty = asked.files.length === 2 && !isTwoFiles(read.register);
  const result: WrittenLinks = isOneEmpty
    ? NOTHING_LINKED
    : linkRegister(read.register, {
        threshold,
        onStage: (stage) => say(words.stage[stage]),
      });
  await writePairs(asked.out, read.ids, result.pairs);
  if (result.oneToOne) say(words.oneToOne);
  if (result.groupsAbridged > 0) {
    say(fill(words.largestGroups, { count: String(result.groupsAbridged) }));
  }
  say(
    fill(words.summary, {
      pairs: String(result.pairs.length),
      compared: String(result.compared),
      seconds: ((performance.now() - begun) / 1000).toFixed(1),
      out: asked.out,
    }),
  );
}

type WrittenLinks = Pick<LinkResult, 'pairs' | 'compared' | 'oneToOne' | 'groupsAbridged'>;

const NOTHING_LINKED: WrittenLinks = { pairs: [], compared: 0, oneToOne: false, groupsAbridged: 0 };

function readThreshold(text: string, words: Sentences): number {
  const threshold = Number(text);
  if (text.trim() !== '' && threshold >= 0 && threshold <= 1) return threshold;
  throw new Refusal(fill(words.thresholdWrong, { value: text }));
}

function readMap(path: string, words: Sentences): ColumnMap {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
  } catch {
    throw new Refusal(fill(words.mapNotReadable, { file: path }));
  }
  const map = ColumnMap.safeParse(content);
  if (map.success) return map.data;
  const [issue] = map.error.issues;
  const field = issue === undefined ? '' : [...issue.path, ...keysOf(issue)].join('.');
  // A list, or nothing at all, in place of roles and columns.
  if (field === '') throw new Refusal(fill(words.mapNotReadable, { file: path }));
  throw new Refusal(fill(words.mapWrong, { file: path, field }));
}

function keysOf(issue: z.core.$ZodIssue): readonly string[] {
  return issue.code === 'unrecognized_keys' ? issue.keys : [];
}

function sentenceOf(error: unknown, words: Sentences): string {
  if (error instanceof Refusal) return error.message;
  if (error instanceof OutputFaultError) return fill(words[error.code], { file: error.file });
  if (error instanceof HeadingMissingError) {
    return fill(words.headingMissing, { heading: error.heading, file: error.file });
  }
  if (error instanceof CsvFaultError) {
    const { fault, file } = error;
    return fill(words[fault.code], {
      file,
      ...('line' in fault ? { line: String(fault.line), column: String(fault.column) } : {}),
    });
  }
  return words.tooMuch;
}

function readArguments(argv: readonly string[]): LinkArguments | null {
  try {
    const { positionals, values } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        map: { type: 'string' },
        threshold: { type: 'string', default: '0.5' },
        out: { type: 'string' },
      },
    });
    const { map = null, threshold, out } = values;
    if (positionals.length < 1 || positionals.length > 2 || out === undefined) return null;
    return { files: positionals, map, threshold, out };
  } catch {
    return null;
  }
}

function takeLanguage(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): { readonly rest: readonly string[]; readonly language: Language } {
  const flag = argv.indexOf('--lang');
  const asked = flag < 0 ? environment['LANG']?.slice(0, 2) : argv[flag + 1];
  const rest = flag < 0 ? argv : [...argv.slice(0, flag), ...argv.slice(flag + 2)];
  const language = Language.safeParse(asked);
  return { rest, language: language.success ? language.data : 'ar' };
}

function readSentences(language: Language): Sentences {
  const path = new URL(`../../resources/locales/${language}/link.json`, import.meta.url);
  const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return Sentences.parse(content);
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}
