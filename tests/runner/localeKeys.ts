import type { SourceFault, SourceFile } from './sourceRules.ts';

/** The namespaces that the screens load; every other file of words has a schema of its own. */
const NAMESPACES = 'renderer/language/locales.ts';
const locale = /^resources\/locales\/(?:ar|en)\/(\w+)\.json$/;
const code = /^(?:renderer|electron|hq|shared)\/.*\.tsx?$/;
/** A text that may be a key: words, dots, one colon, and what is filled in by the code. */
const literal = /(['"`])((?:[\w.:-]|\$\{[^{}`]*\})+)\1/g;
/** A command has its sentences at hand as an object. */
const property = /\bwords\.(\w+)/g;
const pluralOrContext = /_[A-Za-z0-9]+$/;

/**
 * Keys that no text in the code can be: what is filled in may be anything, so that a key is spared rather
 * than one that is used is lost. Silent where the files are not a whole project.
 */
export function unusedKeyFaults(files: readonly SourceFile[]): readonly SourceFault[] {
  const loaded = files.find(({ path }) => path === NAMESPACES)?.text;
  if (loaded === undefined) return [];
  const said = files.filter(({ path }) => code.test(path)).map(textsOf);
  const plain = new Set(said.flatMap((texts) => texts.filter((text) => !text.includes('${'))));
  const filled = said.flatMap((texts) =>
    texts.filter((text) => text.includes('${')).flatMap((text) => patternsOf(text, texts)),
  );
  return files.flatMap(({ path, text }) => {
    const namespace = locale.exec(path)?.[1];
    if (namespace === undefined || !loaded.includes(`/${namespace}.json'`)) return [];
    const isUsed = (key: string): boolean =>
      plain.has(key) ||
      plain.has(`${namespace}:${key}`) ||
      filled.some((each) => each.fits(namespace, key));
    return keysOf(JSON.parse(text))
      .filter((key) => !withoutSuffixes(key).some(isUsed))
      .map((key) => ({
        path,
        line: lineOf(text, key),
        message: `${namespace}:${key} is said nowhere: take it out, or say it.`,
      }));
  });
}

function keysOf(words: unknown, above = ''): readonly string[] {
  if (typeof words !== 'object' || words === null) return [above];
  return Object.entries(words).flatMap(([key, below]) =>
    keysOf(below, above === '' ? key : `${above}.${key}`),
  );
}

/** `pages_two` is said by `pages`, and `applicant_female_other` by `applicant`. */
function withoutSuffixes(key: string): readonly string[] {
  const shorter = key.replace(pluralOrContext, '');
  return shorter === key ? [key] : [key, ...withoutSuffixes(shorter)];
}

function textsOf({ text }: SourceFile): readonly string[] {
  return [
    ...[...text.matchAll(literal)].map(([, , said = '']) => said),
    ...[...text.matchAll(property)].map(([, said = '']) => said),
  ];
}

interface Filled {
  fits(namespace: string, key: string): boolean;
}

/** @param beside the other texts of the file: where all of a key is filled in, it is of a namespace named there */
function patternsOf(text: string, beside: readonly string[]): readonly Filled[] {
  const [, namespace = null, path = ''] = /^(?:(\w+):)?(.*)$/.exec(text) ?? [];
  const parts = path.split(/\$\{[^{}]*\}/).map((part) => part.replaceAll('.', '\\.'));
  const pattern = new RegExp(`^${parts.join('[\\w.-]+')}$`);
  if (parts.some((part) => /\w/.test(part))) {
    return [{ fits: (of, key) => (namespace === null || namespace === of) && pattern.test(key) }];
  }
  // Anything else that is put together is no key.
  if (!/^\$\{[^{}]*\}(?:\.\$\{[^{}]*\})+$/.test(path)) return [];
  return [{ fits: (of, key) => beside.includes(of) && pattern.test(key) }];
}

function lineOf(text: string, key: string): number {
  const last = key.split('.').at(-1) ?? key;
  const at = text.indexOf(`"${last}"`);
  return text.slice(0, Math.max(0, at)).split('\n').length;
}
