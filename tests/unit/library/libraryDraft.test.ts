import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import source from '#resources/library/library.v1.json' with { type: 'json' };
import { comparePages } from '#shared/domain/library/comparePages.ts';
import { latestPages, parseLibrary } from '#shared/domain/library/library.ts';
import {
  changedLibrary,
  LibraryDraft,
  type PageDraft,
  pageState,
} from '#shared/domain/library/libraryDraft.ts';

const inForce = parseLibrary(source);
const EARLIER = { inForce, latest: latestPages([inForce]), today: '2026-12-01' };
const DRAFT = LibraryDraft.parse(source);

function pageNamed(name: string, draft = DRAFT) {
  const page = draft.pages.find(({ id }) => id === name);
  if (page === undefined) throw new Error(`no page ${name}`);
  return page;
}

/** As a form sends it: numbers are not its to give. */
function written(name: string, change: Partial<PageDraft>): PageDraft {
  const { version: _, changedOn: __, ...page } = pageNamed(name);
  return { ...page, ...change };
}

const TITLE = { ar: 'الغاية', en: 'Purpose' };

describe('a library that is being written', () => {
  it('gives a page the next number when its words change, and its own when they are as before', () => {
    const page = written('purpose', { title: TITLE });
    const changed = changedLibrary(DRAFT, { kind: 'page', page }, EARLIER);
    expect(pageNamed('purpose', changed)).toMatchObject({ version: 2, changedOn: '2026-12-01' });
    const again = changedLibrary(changed, { kind: 'page', page: written('purpose', {}) }, EARLIER);
    expect(again).toEqual(DRAFT);
    const moved = changedLibrary(
      DRAFT,
      { kind: 'page', page: written('purpose', { steps: ['next'] }) },
      EARLIER,
    );
    expect(pageNamed('purpose', moved)).toMatchObject({ version: 1, steps: ['next'] });
  });

  it('gives a page that was there long ago a number that nobody has read', () => {
    const long = { ...inForce, pages: [{ ...pageNamed('purpose'), id: 'longAgo', version: 4 }] };
    const latest = latestPages([inForce, parseLibrary(long)]);
    const page = written('purpose', { id: 'longAgo' });
    const changed = changedLibrary(DRAFT, { kind: 'page', page }, { ...EARLIER, latest });
    expect(pageNamed('longAgo', changed).version).toBe(5);
  });

  it('takes a page out and puts it back where it stood', () => {
    const gone = changedLibrary(DRAFT, { kind: 'remove', id: 'privacy' }, EARLIER);
    expect(gone.pages.map(({ id }) => id)).not.toContain('privacy');
    expect(changedLibrary(gone, { kind: 'restore', id: 'privacy' }, EARLIER)).toEqual(DRAFT);
    const page = written('purpose', { id: 'page1', title: TITLE });
    const more = changedLibrary(DRAFT, { kind: 'page', page }, EARLIER);
    expect(more.pages.at(-1)?.id).toBe('page1');
    expect(changedLibrary(more, { kind: 'restore', id: 'page1' }, EARLIER)).toEqual(DRAFT);
  });

  it('says of each page what was done to it', () => {
    const page = pageNamed('purpose');
    expect(pageState(page, page)).toBeNull();
    expect(pageState(page, { ...page, title: TITLE })).toBe('changed');
    expect(pageState(page, { ...page, clauses: [] })).toBe('changed');
    expect(pageState(undefined, page)).toBe('added');
    expect(pageState(page, undefined)).toBe('removed');
  });
});

describe('what differs between two versions of a page', () => {
  // A new object each: a paragraph is told by where it stands, also beside one of the same words.
  const paragraph = fc.constantFrom('a', 'b', 'c', 'd').map((word) => ({ ar: word, en: word }));
  const lines = fc.array(paragraph, { maxLength: 8 });

  it('is nothing of the same, and accounts for every paragraph of any two', () => {
    fc.assert(
      fc.property(lines, lines, (old, now) => {
        const page = (each: typeof old) => ({ parts: [{ heading: null, lines: each }] });
        expect(comparePages(page(now), page(now))).toEqual([]);
        const changes = comparePages(page(old), page(now));
        const left = changes.filter(({ before }) => before !== null).length;
        const came = changes.filter(({ after }) => after !== null).length;
        expect(old.length - left).toBe(now.length - came);
        for (const { line, before, after } of changes) {
          const stood = after === null ? old[line ?? -1] : now[line ?? -1];
          expect(stood).toEqual(after ?? before);
        }
        // What is neither left nor came is the same, in the same order.
        const lines = (kind: 'before' | 'after') =>
          new Set(changes.filter((each) => each[kind] !== null).map((each) => each[kind]));
        const kept = (all: typeof old, gone: ReadonlySet<unknown>) =>
          all.filter((each) => !gone.has(each)).map(({ ar }) => ar);
        expect(kept(old, lines('before'))).toEqual(kept(now, lines('after')));
      }),
    );
  });

  it('is one for a paragraph between others, and one that changed for one that was replaced', () => {
    const page = (...words: readonly string[]) => ({
      parts: [{ heading: null, lines: words.map((word) => ({ ar: word, en: word })) }],
    });
    expect(comparePages(page('a', 'c'), page('a', 'b', 'c'))).toMatchObject([
      { kind: 'added', line: 1, before: null, after: { ar: 'b' } },
    ]);
    expect(comparePages(page('a', 'b', 'c'), page('a', 'x', 'c'))).toMatchObject([
      { kind: 'changed', line: 1, before: { ar: 'b' }, after: { ar: 'x' } },
    ]);
    expect(comparePages(page('a', 'b', 'c'), page('a', 'c'))).toMatchObject([
      { kind: 'removed', line: 1, before: { ar: 'b' }, after: null },
    ]);
  });
});
