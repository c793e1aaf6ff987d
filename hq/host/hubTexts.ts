import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const HubTexts = z.strictObject({
  opening: z.string(),
  serving: z.string(),
  setUp: z.string(),
  stopHint: z.string(),
  stopping: z.string(),
  portTaken: z.string(),
  optionUnknown: z.string(),
  keyMissing: z.string(),
  databaseNewer: z.string(),
  databaseAway: z.string(),
  failed: z.string(),
});

export type SayHub = (
  key: keyof z.infer<typeof HubTexts>,
  values?: Readonly<Record<string, string>>,
) => void;

/** Says the terminal's sentences in both languages, Arabic first: nobody has chosen one yet. */
export function createSayHub(write: (text: string) => void): SayHub {
  const [arabic, english] = (['ar', 'en'] as const).map((language) => {
    const file = new URL(`../../resources/locales/${language}/hub.json`, import.meta.url);
    return HubTexts.parse(JSON.parse(readFileSync(fileURLToPath(file), 'utf8')));
  });
  return (key, values = {}) => {
    const fill = (sentence = '') =>
      sentence.replaceAll(/\{\{(\w+)\}\}/gu, (whole, name: string) => values[name] ?? whole);
    write(`${fill(arabic?.[key])}\n${fill(english?.[key])}\n\n`);
  };
}
