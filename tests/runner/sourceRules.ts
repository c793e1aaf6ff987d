import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { unusedKeyFaults } from './localeKeys.ts';

const run = promisify(execFile);

export type SourceFile = { readonly path: string; readonly text: string };
export type SourceFault = {
  readonly path: string;
  readonly line: number;
  readonly message: string;
};

type LineRule = {
  readonly appliesTo: (path: string) => boolean;
  /** Whether comments count too. */
  readonly inComments: boolean;
  readonly pattern: RegExp;
  readonly message: string;
};

const arabicWord = /[\u0621-\u064a]{2}/;
const arabicPhrase = /[\u0621-\u064a]{2} +[\u0621-\u064a]{2}/;

/** Here people read what the code says, so that even one word belongs in the locales. */
const spoken = /^(?:renderer|electron|hq)\/(?!gallery).*\.tsx?$/;
/** Here words are data of the field (parts of names, spellings); sentences still are none. */
const field = /^(?:shared|db)\/.*\.ts$/;

const arabicMessage = 'Arabic text in code: sentences for people are keys of resources/locales.';

const lineRules: readonly LineRule[] = [
  {
    appliesTo: (path) => spoken.test(path),
    inComments: false,
    pattern: arabicWord,
    message: arabicMessage,
  },
  {
    appliesTo: (path) => field.test(path),
    inComments: false,
    pattern: arabicPhrase,
    message: arabicMessage,
  },
  {
    appliesTo: (path) => /\.(tsx?|mjs|css)$/.test(path),
    inComments: true,
    pattern: new RegExp(
      ['oxlint', 'eslint', 'biome', 'ts', 'stylelint']
        .map((name) => `${name}-(?:disable|ignore|expect-error|nocheck)`)
        .join('|'),
    ),
    message: 'A comment that silences a tool: mend what it says instead.',
  },
  {
    appliesTo: () => true,
    inComments: true,
    pattern: /registry\.(?:npmjs|yarnpkg|npmmirror)\.|\bdeb\.debian\.org/,
    message: "A registry's address: packages come by name from whatever registry is set.",
  },
  {
    appliesTo: (path) => path.endsWith('package-lock.json'),
    inComments: true,
    pattern: /"resolved":/,
    message:
      'The lock file holds download addresses: omit-lockfile-registry-resolved leaves them out.',
  },
  {
    appliesTo: (path) => /\.(css|tsx)$/.test(path),
    inComments: true,
    pattern: /(?:margin|padding|border)-(?:left|right)\b|text-align:\s*(?:left|right)\b/,
    message:
      'A side of the screen by name: use logical properties, both directions read this page.',
  },
];

/** Arabic inside a comment is an example for the reader of the code, not a sentence for people. */
function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** The faults of the files, by the rules that no other tool knows. */
export function findSourceFaults(files: readonly SourceFile[]): readonly SourceFault[] {
  return [
    ...files.flatMap((file) => [
      ...lineFaults(file),
      ...(file.path === 'package-lock.json' ? lockFaults(file) : []),
    ]),
    ...unusedKeyFaults(files),
  ];
}

function lineFaults({ path, text }: SourceFile): readonly SourceFault[] {
  const rules = lineRules.filter((rule) => rule.appliesTo(path));
  const bare = withoutComments(text).split('\n');
  return text
    .split('\n')
    .flatMap((line, index) =>
      rules
        .filter(({ pattern, inComments }) => pattern.test(inComments ? line : (bare[index] ?? '')))
        .map(({ message }) => ({ path, line: index + 1, message })),
    );
}

const LockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dependencies: z.record(z.string(), z.string()).default({}),
      optionalDependencies: z.record(z.string(), z.string()).default({}),
    }),
  ),
});

/**
 * A package that a lock file names but does not hold makes `npm ci` refuse the whole lock file: it
 * happens when a registry lacked some platform's package on the day the lock file was written.
 */
function lockFaults({ path, text }: SourceFile): readonly SourceFault[] {
  const { packages } = LockFile.parse(JSON.parse(text));
  const held = new Set(Object.keys(packages).map((place) => place.split('node_modules/').at(-1)));
  return Object.entries(packages).flatMap(([place, entry]) =>
    Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
      .filter((name) => !held.has(name))
      .map((name) => ({ path, line: 1, message: `${place} needs ${name}, which is not locked.` })),
  );
}

const readable = /\.(ts|tsx|mjs|css|html|json|md|yml|yaml|npmrc|sql)$|^\.ci\//;

/** Every text file that git knows or would take in. */
export async function readSourceFiles(folder: string): Promise<readonly SourceFile[]> {
  const { stdout } = await run('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  });
  const paths = stdout.split('\0').filter((path) => readable.test(path));
  const files = await Promise.all(
    paths.map(async (path) => ({ path, text: await readIfThere(join(folder, path)) })),
  );
  return files.filter((file) => file.text !== '');
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    // Deleted, but not yet from git's index.
    return '';
  }
}
