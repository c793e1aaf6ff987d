import { readFileSync } from 'node:fs';

/** The sentences of the set-up, Arabic first: they are needed before anything is installed. */
export const sentences = JSON.parse(
  readFileSync(new URL('./sentences.json', import.meta.url), 'utf8'),
);

/**
 * @param {string} sentence
 * @param {Readonly<Record<string, string | number>>} [values]
 */
export function fill(sentence, values = {}) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/**
 * Everything goes to standard error, so that a command's own output stays clean.
 *
 * @param {readonly string[]} lines
 * @param {Readonly<Record<string, string | number>>} [values]
 */
export function say(lines, values) {
  for (const line of lines) process.stderr.write(`${fill(line, values)}\n`);
}
