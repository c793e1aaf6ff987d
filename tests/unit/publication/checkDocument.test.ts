import { describe, expect, it } from 'vitest';
import bringList from '#resources/documents/bring-list.v1.json' with { type: 'json' };
import documentRules from '#resources/documents/document-rules.v1.json' with { type: 'json' };
import library from '#resources/library/library.v1.json' with { type: 'json' };
import matchingRules from '#resources/matching/matching-rules.v1.json' with { type: 'json' };
import questionnaire from '#resources/questionnaires/support-request.v1.json' with { type: 'json' };
import settings from '#resources/settings/settings.v1.json' with { type: 'json' };
import { parseDocumentRules } from '#shared/domain/documents/documentRules.ts';
import { latestPages, parseLibrary } from '#shared/domain/library/library.ts';
import { parseMatchingRules } from '#shared/domain/matching/matchingRules.ts';
import { checkDocument } from '#shared/domain/publication/checkDocument.ts';
import { compareDocuments } from '#shared/domain/publication/compareLibraries.ts';
import { compareSources } from '#shared/domain/publication/compareSources.ts';
import type { PublishedKind } from '#shared/domain/publication/publishedDocument.ts';
import { parseQuestionnaire } from '#shared/domain/questionnaire/parseQuestionnaire.ts';
import { Settings } from '#shared/domain/settings/settings.ts';

const BESIDE = {
  questionnaire: parseQuestionnaire(questionnaire),
  documentRules: parseDocumentRules(documentRules),
  matchingRules: parseMatchingRules(matchingRules),
  settings: Settings.parse(settings),
  library: parseLibrary(library),
  latestPages: latestPages([parseLibrary(library)]),
  bringList,
};

function faultsIn(kind: PublishedKind, source: unknown): readonly string[] {
  const checked = checkDocument(kind, source, BESIDE);
  if (checked.ok) return [];
  return checked.faults.map((fault) =>
    fault.in === 'path'
      ? `${fault.path}: ${fault.code}`
      : `${fault.sheet} ${fault.row}: ${fault.code}`,
  );
}

/** The library with its first page otherwise. */
function libraryWith(change: object) {
  const [first, ...others] = library.pages;
  return { ...library, version: 2, pages: [{ ...first, ...change }, ...others] };
}

const PURPOSE = library.pages[0]?.title;
const ANSWER = { heading: null, lines: [{ ar: 'نعم.', en: 'Yes.' }] };

const nextForm = { ...questionnaire.settings, version: 2 };
const without = (name: string) =>
  questionnaire.survey.filter((row) => !('name' in row) || row.name !== name);

describe('a document that is to be published', () => {
  it.each<[PublishedKind, object]>([
    ['questionnaire', { ...questionnaire, settings: nextForm }],
    ['documentRules', { ...documentRules, version: 2 }],
    ['matchingRules', { ...matchingRules, version: 2 }],
    ['settings', { ...settings, version: 2 }],
    ['library', { ...library, version: 2 }],
  ])('may be a %s with another number', (kind, source) => {
    expect(checkDocument(kind, source, BESIDE)).toMatchObject({
      ok: true,
      version: { version: 2 },
    });
  });

  it.each<[string, PublishedKind, unknown, string]>([
    ['nothing', 'settings', null, ': wrongType'],
    ['a number that is used', 'settings', settings, 'version: versionNotNew'],
    [
      'another document',
      'documentRules',
      { ...documentRules, id: 'x', version: 2 },
      'id: otherDocument',
    ],
    [
      'a key that nobody knows',
      'settings',
      { ...settings, version: 2, fees: 1 },
      'fees: unknownKey',
    ],
    ['no rows', 'matchingRules', { ...matchingRules, version: 2, rows: [] }, 'rows: missing'],
    [
      'a form without a question of the rules',
      'questionnaire',
      { ...questionnaire, settings: nextForm, survey: without('iban') },
      'documents.D19.because: noSuchField',
    ],
    [
      'rules for documents without one of the matrix',
      'documentRules',
      { ...documentRules, version: 2, documents: documentRules.documents.slice(1) },
      'noSuchDocument',
    ],
    [
      'a page with other words under the number of those that were read',
      'library',
      libraryWith({ title: { ar: 'غايتنا', en: 'Our purpose' } }),
      'pages.purpose.version: pageNumberNotNew',
    ],
    [
      'a page with a paragraph that has no English',
      'library',
      libraryWith({ version: 2, parts: [{ ...ANSWER, lines: [{ ar: 'نعم.', en: ' ' }] }] }),
      'pages.purpose.parts.0.lines.0.en: missing',
    ],
    [
      'a page that a question leads to which the form does not have',
      'library',
      libraryWith({ fields: ['noSuchField'] }),
      'pages.purpose.fields: noSuchField',
    ],
    [
      'two pages of one name',
      'library',
      { ...library, version: 2, pages: [...library.pages, library.pages[0]] },
      'pages.purpose.id: givenTwice',
    ],
    [
      'a condition over nothing',
      'documentRules',
      {
        ...documentRules,
        version: 2,
        documents: documentRules.documents.map((each) =>
          each.type === 'D1' ? { ...each, neededWhen: '${noSuch} = 1' } : each,
        ),
      },
      'documents.D1.neededWhen: conditionFaulty',
    ],
  ])('is not %s', (_, kind, source, fault) => {
    const faults = faultsIn(kind, source);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.join('\n')).toContain(fault);
  });
});

describe('a fault', () => {
  it('says what the page is called in which it stands', () => {
    const checked = checkDocument('library', libraryWith({ clauses: ['Q1'] }), BESIDE);
    expect(checked).toMatchObject({
      ok: false,
      faults: [{ path: 'pages.purpose.clauses.0', label: PURPOSE, code: 'wrongForm' }],
    });
  });
});

describe('what differs between two versions', () => {
  it('is nothing of the same, whatever the number', () => {
    expect(compareSources(questionnaire, { ...questionnaire, settings: nextForm })).toEqual([]);
  });

  it('is one line for a row between others, with its words in both languages', () => {
    const [first, ...rows] = questionnaire.survey;
    const row = { type: 'text', name: 'mosque', 'label::ar': 'المسجد', 'label::en': 'Mosque' };
    const after = { ...questionnaire, survey: [first, row, ...rows] };
    expect(compareSources(questionnaire, after)).toEqual([
      {
        path: 'survey.mosque',
        kind: 'added',
        label: { ar: 'المسجد', en: 'Mosque' },
        before: null,
        after: null,
      },
    ]);
    expect(compareSources(after, questionnaire)).toMatchObject([
      { path: 'survey.mosque', kind: 'removed' },
    ]);
  });

  it('is a value before and after, under the words of what it belongs to', () => {
    const after = structuredClone(documentRules);
    const salary = after.documents.find(({ type }) => type === 'D10');
    if (salary?.validity.kind !== 'issuedWithin') throw new Error('no such rule');
    Object.assign(salary.validity, { count: 60 });
    expect(compareSources(documentRules, after)).toEqual([
      {
        path: 'documents.D10.validity.count',
        kind: 'changed',
        label: { ar: salary.label.ar, en: 'Salary or pension statement' },
        before: '90',
        after: '60',
      },
    ]);
  });

  it('is a page by its title, and of a page that stays the paragraph in each language', () => {
    const [purpose, ...others] = structuredClone(library.pages);
    const line = purpose?.parts[0]?.lines[1];
    if (purpose === undefined || line === undefined) throw new Error('no such page');
    const { ar: stood } = line;
    line.ar = 'كل محتاج.';
    const asked = { ...purpose, id: 'askedNight', title: { ar: 'أمساءً؟', en: 'At night?' } };
    const after = { ...library, version: 2, pages: [purpose, ...others.slice(1), asked] };
    const { title } = others[0] ?? purpose;
    expect(compareDocuments('library', library, after)).toEqual([
      {
        path: 'pages.purpose.parts.0.lines.1.ar',
        kind: 'changed',
        label: PURPOSE,
        before: stood,
        after: 'كل محتاج.',
      },
      { path: 'pages.askedNight', kind: 'added', label: asked.title, before: null, after: null },
      {
        path: `pages.${others[0]?.id}`,
        kind: 'removed',
        label: title,
        before: null,
        after: null,
      },
    ]);
  });
});
