import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { Language } from '#shared/domain/case/vocabulary.ts';
import { CaseExport } from '#shared/protocol/caseExport.ts';
import {
  ExportFindingCode,
  type ExportVerdict,
  verifyExport,
} from '#shared/protocol/verifyExport.ts';

/** A case of a thousand events with signatures is about 5 MB. */
const LARGEST_FILE = 64 * 1024 * 1024;

const sentence = z.string().min(1);
const Sentences = z.object({
  title: sentence,
  whole: sentence,
  notWhole: sentence,
  case: sentence,
  atEvent: sentence,
  declarationStanding: sentence,
  declarationVoided: sentence,
  noDeclaration: sentence,
  paperScanned: sentence,
  paperPage: sentence,
  paperNotScanned: sentence,
  submitted: sentence,
  keyOfDevice: sentence,
  keyOfPerson: sentence,
  compareKeys: sentence,
  usage: sentence,
  notReadable: sentence,
  tooLarge: sentence,
  notJson: sentence,
  finding: z.record(ExportFindingCode, sentence),
});
type Sentences = z.infer<typeof Sentences>;

export interface VerifyOutcome {
  /** 0: all of it holds; 1: it does not, or there is nothing to check. */
  readonly exitCode: 0 | 1;
  readonly lines: readonly string[];
}

/** `npm run verify -- FILE [--lang ar|en]`: says in sentences whether an exported case is as it was written. */
export function verifyCommand(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): VerifyOutcome {
  const { file, language } = readArguments(argv, environment);
  const words = readSentences(language);
  if (file === null) return refused(words.usage);
  let text: string;
  try {
    if (statSync(file).size > LARGEST_FILE) return refused(fill(words.tooLarge, { file }));
    text = readFileSync(file, 'utf8');
  } catch {
    return refused(fill(words.notReadable, { file }));
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return refused(fill(words.notJson, { file }));
  }
  return report(words, content);
}

function report(words: Sentences, content: unknown): VerifyOutcome {
  const verdict = verifyExport(nodeCrypto, content);
  const file = CaseExport.safeParse(content);
  const lines = [words.title];
  if (file.success && verdict.state) {
    const { reference } = verdict.state;
    lines.push(fill(words.case, { reference, events: String(file.data.events.length) }));
  }
  for (const { code, event } of verdict.findings) {
    const kind =
      event === null || !file.success ? '' : (file.data.events[event - 1]?.header.kind ?? '');
    const place = event === null ? '' : `${fill(words.atEvent, { event: String(event), kind })} `;
    lines.push(place + words.finding[code]);
  }
  lines.push(...declarationLines(words, verdict));
  if (file.success) lines.push(...keyLines(words, file.data));
  const { length } = verdict.findings;
  lines.push(length === 0 ? words.whole : fill(words.notWhole, { count: String(length) }));
  return { exitCode: length === 0 ? 0 : 1, lines };
}

function declarationLines(words: Sentences, { declarations, state }: ExportVerdict): string[] {
  if (state === null) return [];
  const lines = declarations.flatMap(({ standing, signedAt, code, paper }) => [
    fill(standing ? words.declarationStanding : words.declarationVoided, { day: signedAt, code }),
    ...(paper === null ? [] : paperLines(words, code, paper)),
  ]);
  if (lines.length === 0) lines.push(words.noDeclaration);
  if (state.submission) {
    const { dayZero, replyNotBefore } = state.submission;
    lines.push(fill(words.submitted, { dayZero, replyNotBefore }));
  }
  return lines;
}

/** The pictures do not travel with the file: their hashes say which they are. */
function paperLines(
  words: Sentences,
  code: string,
  scans: NonNullable<ExportVerdict['declarations'][number]['paper']>,
): string[] {
  if (scans.length === 0) return [fill(words.paperNotScanned, { code })];
  return scans.flatMap(({ at, shelf, pages }) => [
    fill(words.paperScanned, { code, day: at, shelf }),
    ...pages.map(({ hash }, page) => fill(words.paperPage, { page: String(page + 1), hash })),
  ]);
}

function keyLines(words: Sentences, { devices, people }: CaseExport): string[] {
  return [
    ...Object.entries(devices).map(([id, key]) => fill(words.keyOfDevice, { id, key })),
    ...Object.values(people).map(({ displayName, publicKey }) =>
      fill(words.keyOfPerson, { name: displayName, key: publicKey }),
    ),
    words.compareKeys,
  ];
}

function refused(line: string): VerifyOutcome {
  return { exitCode: 1, lines: [line] };
}

function readArguments(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): { readonly file: string | null; readonly language: Language } {
  const flag = argv.indexOf('--lang');
  const asked = flag < 0 ? environment['LANG']?.slice(0, 2) : argv[flag + 1];
  const rest = flag < 0 ? argv : [...argv.slice(0, flag), ...argv.slice(flag + 2)];
  const language = Language.safeParse(asked);
  return { file: rest[0] ?? null, language: language.success ? language.data : 'ar' };
}

function readSentences(language: Language): Sentences {
  const path = new URL(`../../resources/locales/${language}/verify.json`, import.meta.url);
  const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return Sentences.parse(content);
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}
