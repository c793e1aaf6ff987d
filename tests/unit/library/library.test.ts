import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import librarySource from '#resources/library/library.v1.json' with { type: 'json' };
import formSource from '#resources/questionnaires/support-request.v1.json' with { type: 'json' };
import {
  findLibraryPage,
  newsOf,
  pageOfField,
  pagesOfStep,
  parseLibrary,
} from '#shared/domain/library/library.ts';
import { libraryWords, searchLibrary } from '#shared/domain/library/searchLibrary.ts';
import { parseQuestionnaire } from '#shared/domain/questionnaire/parseQuestionnaire.ts';
import { sectionKey } from '#shared/domain/questionnaire/sectionKey.ts';

const library = parseLibrary(librarySource);
const form = parseQuestionnaire(formSource);
const found = (text: string, language: 'ar' | 'en' = 'ar') =>
  searchLibrary(library, text, language).map(({ page }) => page.id);

describe('the library as delivered', () => {
  it('has a page for every one of the four tools, and questions', () => {
    for (const { id } of library.tools) {
      expect(library.pages.filter((page) => page.tool === id).length, id).toBeGreaterThan(2);
    }
  });

  it('has a page for every section of the form, and names only fields that the form has', () => {
    const names = new Set(formSource.survey.map((row) => ('name' in row ? row.name : '')));
    const unknown = library.pages.flatMap(({ fields }) => fields.filter((f) => !names.has(f)));
    expect(unknown).toEqual([]);
    for (const section of form.sections) {
      expect(pageOfField(library, 'noSuchField', sectionKey(section)), section.name).not.toBeNull();
    }
  });

  it('has a page for every step that the branch takes', () => {
    for (const step of ['welcome', 'interview', 'documents', 'declaration', 'next', 'opinion']) {
      expect(pagesOfStep(library, step).length, step).toBeGreaterThan(0);
    }
  });

  it('never promises an answer within two weeks', () => {
    const said = JSON.stringify(library).replaceAll(/«خلال أسبوعين»|\\"within two weeks\\"/g, '');
    expect(said).not.toMatch(/خلال أسبوعين|within two weeks/);
  });

  it('refuses two pages of one name', () => {
    const [first] = librarySource.pages;
    expect(() => parseLibrary({ ...librarySource, pages: [first, first] })).toThrow('givenTwice');
  });
});

describe('pageOfField', () => {
  it('prefers the page that names the field to the one on its section', () => {
    expect(pageOfField(library, 'iban', 'J')?.id).toBe('formPayment');
    expect(pageOfField(library, 'rooms', 'E')?.id).toBe('formHousing');
    expect(pageOfField(library, 'rooms', null)).toBeNull();
  });
});

describe('newsOf', () => {
  const page = findLibraryPage(library, 'matching');
  it('tells what was never read from what came, and from what has changed since', () => {
    if (page === null) throw new Error('no such page');
    expect(newsOf(page, { pages: {}, added: [] })).toBe('unread');
    expect(newsOf(page, { pages: {}, added: ['matching'] })).toBe('added');
    expect(newsOf(page, { pages: { matching: page.version }, added: [] })).toBeNull();
    expect(newsOf({ ...page, version: 2 }, { pages: { matching: 1 }, added: [] })).toBe('changed');
  });
});

describe('searchLibrary', () => {
  it.each([
    ['ايبان', 'formPayment'],
    ['الآيبان', 'formPayment'],
    ['اعتراض', 'decisions'],
    ['ٱعتراض', 'decisions'],
    ['صلاحيه وثايق', 'validity'],
    ['لجنة', 'twoWeeks'],
    ['٩٠ يوم', 'validity'],
  ])('finds %s', (text, id) => {
    expect(found(text)).toContain(id);
  });

  it('finds in English without regard to case', () => {
    expect(found('IBAN', 'en')[0]).toBe('formPayment');
    expect(found('appeal', 'en')[0]).toBe('decisions');
  });

  it('puts a page whose title holds the word first', () => {
    expect(found('الإحالة')[0]).toBe('referral');
  });

  it('wants every word', () => {
    expect(found('آيبان قطارات')).toEqual([]);
  });

  it('finds nothing for nothing', () => {
    expect(found('')).toEqual([]);
    expect(found(' \u200f ، ')).toEqual([]);
  });

  it('finds a page by the beginning of any word of its title', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...library.pages),
        fc.constantFrom('ar' as const, 'en' as const),
        fc.nat(),
        (page, language, pick) => {
          const words = libraryWords(page.title[language]);
          const word = words[pick % words.length] ?? '';
          expect(found(word.slice(0, 3), language)).toContain(page.id);
        },
      ),
    );
  });

  it('stands any text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => Array.isArray(found(text))));
  });
});
