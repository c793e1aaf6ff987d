import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { SpokenLanguage } from '#shared/domain/case/vocabulary.ts';
import { parseTextLibrary } from '#shared/domain/texts/textLibrary.ts';
import { charactersOf } from './woff2.ts';

interface Face {
  readonly weight: string;
  readonly characters: ReadonlySet<number>;
  readonly ranges: readonly (readonly [number, number])[];
}

const root = new URL('../../../', import.meta.url);
const { resolve } = createRequire(import.meta.url);
const css = readFileSync(new URL('renderer/styles/fonts.css', root), 'utf8');
const FACES: readonly Face[] = [...css.matchAll(/@font-face \{([^}]*)\}/g)].map(([, face = '']) => {
  const part = (pattern: RegExp) => pattern.exec(face)?.[1] ?? '';
  return {
    weight: part(/font-weight: (\d+)/),
    characters: charactersOf(resolve(part(/url\("([^"]+)"\)/))),
    ranges: part(/unicode-range:\s*([^;]+);/)
      .split(',')
      .map((range): readonly [number, number] => {
        const [first = '', last = first] = range.trim().slice(2).split('-');
        return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
      }),
  };
});

/** What the browser would draw with another font, because no face takes it or the file lacks it. */
function undrawn(text: string, weight: string): readonly string[] {
  const faces = FACES.filter((face) => face.weight === weight);
  return [...new Set(text)].filter((letter) => {
    const character = letter.codePointAt(0) ?? 0;
    return !faces.some(
      ({ characters, ranges }) =>
        ranges.some(([first, last]) => first <= character && character <= last) &&
        characters.has(character),
    );
  });
}

/** All texts of one language, whatever they belong to. */
function textsIn(node: unknown, language: string): string {
  if (typeof node !== 'object' || node === null) return '';
  return Object.entries(node)
    .map(([key, value]) => (key === language ? JSON.stringify(value) : textsIn(value, language)))
    .join('');
}

const texts = parseTextLibrary(
  JSON.parse(readFileSync(new URL('resources/texts/texts.v1.json', root), 'utf8')),
);

describe('the bundled typeface', () => {
  it.each(SpokenLanguage.options)(
    'draws every letter that is said in %s, in every weight',
    (language) => {
      const said = textsIn(texts, language);
      expect(said.length).toBeGreaterThan(500);
      for (const weight of ['400', '500', '600', '700']) {
        expect({ weight, undrawn: undrawn(said, weight) }).toEqual({ weight, undrawn: [] });
      }
    },
  );

  it('draws the letters that names in Urdu and Turkish need', () => {
    expect(undrawn('ٹڈڑںےہھگچپژکی ğışİĞŞçöüÇÖÜ éèêàùîôûœÉ', '400')).toEqual([]);
    // The check can fail: no face of ours is for Chinese.
    expect(undrawn('中', '400')).toEqual(['中']);
  });
});
