import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';

export type Say<Key extends string> = (key: Key, values?: Readonly<Record<string, string>>) => void;

/**
 * Says a terminal's sentences in both languages, Arabic first: nobody has chosen one yet.
 * @throws when a sentence is missing in `resources/locales/{ar,en}/NAME.json`
 */
export function createSay<Key extends string>(
  name: string,
  texts: z.ZodType<Readonly<Record<Key, string>>>,
  write: (text: string) => void,
): Say<Key> {
  const [arabic, english] = readTexts(name, texts);
  return (key, values = {}) => {
    const fill = (sentence = '') =>
      sentence.replaceAll(/\{\{(\w+)\}\}/gu, (whole, value: string) => values[value] ?? whole);
    write(`${fill(arabic?.[key])}\n${fill(english?.[key])}\n\n`);
  };
}

/** The same file of both languages, Arabic first. @throws when it is not of this shape */
export function readTexts<Texts>(name: string, texts: z.ZodType<Texts>): readonly Texts[] {
  return (['ar', 'en'] as const).map((language) => {
    const file = new URL(`../../resources/locales/${language}/${name}.json`, import.meta.url);
    return texts.parse(JSON.parse(readFileSync(fileURLToPath(file), 'utf8')));
  });
}
