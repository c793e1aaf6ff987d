import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const HostTextKey = z.enum([
  'serving',
  'runtimeMissing',
  'openLink',
  'newLinkHint',
  'stopHint',
  'linkSpentTitle',
  'linkSpent',
  'tryAgain',
  'portTaken',
  'rendererMissing',
  'optionUnknown',
  'stopping',
  'failed',
  'deliveredFault',
  'deliveredFaultAt',
]);
export type HostTextKey = z.infer<typeof HostTextKey>;

const HostTexts = z.record(HostTextKey, z.string());

/**
 * The sentences that are shown where no window is: in the terminal and on the page that refuses a
 * spent link. Nobody has chosen a language yet, so each is given in both, Arabic first.
 */
export interface BothLanguages {
  readonly ar: string;
  readonly en: string;
}

export type SayHost = (
  key: HostTextKey,
  values?: Readonly<Record<string, string>>,
) => BothLanguages;

/** Reads `locales/{ar,en}/host.json` under the resources folder; throws when a sentence is missing. */
export function loadHostTexts(resourcesFolder: string): SayHost {
  const arabic = readTexts(resourcesFolder, 'ar');
  const english = readTexts(resourcesFolder, 'en');
  return (key, values = {}) => ({ ar: fill(arabic[key], values), en: fill(english[key], values) });
}

function readTexts(resourcesFolder: string, language: 'ar' | 'en') {
  const path = join(resourcesFolder, 'locales', language, 'host.json');
  return HostTexts.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** Values stand in double braces, as in every other file of the locales. */
function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}
