import type { SourceFault, SourceFile } from './sourceRules.ts';

/** The namespaces that the screens load; every other file of words has a schema of its own. */
const NAMESPACES = 'renderer/language/locales.ts';
const locale = /^resources\/locales\/(?:ar|en)\/(\w+)\.json$/;
const code = /^(?:renderer|electron|hq|shared)\/.*\.tsx?$/;
/** A text that may be a key: words, dots, one colon, and what is filled in by the code. */
const literal = /(['"`])((?:[\w.:-]|\$\{[^{}`]*\})+)\1/g;
const pluralOrContext = /_[A-Za-z0-9]+$/;

/**
 * Keys that no text in the code can be: what is filled in may be anything, so that a key is spared rather
 * than one that is used is lost. Silent where the files are not a whole project.
 */
export function unusedKeyFaults(files: readonly SourceFile[]): readonly SourceFault[] {
  const loaded = files.find(({ path }) => path === NAMESPACES)?.text;
  if (loaded === undefined) return [];
  const texts = new Set(
    files
      .filter(({ path }) => code.test(path))
      .flatMap(({ text }) => [...text.matchAll(literal)].map(([, , said = '']) => said)),
  );
  const plain = new Set([...texts].filter((text) => !text.includes('${')));
  const filled = [...texts].filter((text) => text.includes('${')).flatMap(patternOf);
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

interface Filled {
  fits(namespace: string, key: string): boolean;
}

function patternOf(text: string): readonly Filled[] {
  const [, namespace = null, path = ''] = /^(?:(\w+):)?(.*)$/.exec(text) ?? [];
  const parts = path.split(/\$\{[^{}]*\}/).map((part) => part.replaceAll('.', '\\.'));
  // Nothing but what is filled in would be every key.
  if (parts.every((part) => !/\w/.test(part))) return [];
  const pattern = new RegExp(`^${parts.join('[\\w.-]+')}$`);
  return [
    {
      fits: (of, key) => (namespace === null || namespace === of) && pattern.test(key),
    },
  ];
}

function lineOf(text: string, key: string): number {
  const last = key.split('.').at(-1) ?? key;
  const at = text.indexOf(`"${last}"`);
  return text.slice(0, Math.max(0, at)).split('\n').length;
}
