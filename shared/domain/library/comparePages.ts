import type { LibraryPage } from './library.ts';

/** A heading or a paragraph of a page, and where it stands. */
interface Paragraph {
  /** Both count from 0; the heading of a part has no line. */
  readonly part: number;
  readonly line: number | null;
  readonly words: LibraryPage['title'];
}

/** One paragraph that is not what it was: what stood there, and what stands there now. */
export interface ParagraphChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** In the later version; in the earlier one for what was taken out. */
  readonly part: number;
  readonly line: number | null;
  readonly before: LibraryPage['title'] | null;
  readonly after: LibraryPage['title'] | null;
}

type Parts = Pick<LibraryPage, 'parts'>;

type Said = Pick<LibraryPage, 'title' | 'parts'>;

/** Whether title and paragraphs say the same, word for word: such a page keeps its number. */
export function saysTheSame(one: Said, other: Said): boolean {
  return saidBy(one) === saidBy(other);
}

function saidBy(page: Said): string {
  const said = paragraphsOf(page).map(({ part, line, words }) => [part, line, words.ar, words.en]);
  return JSON.stringify([page.title.ar, page.title.en, said]);
}

/**
 * What differs between two versions of a page, in the order of the later one. A paragraph that is put
 * between others is one difference; what was taken out and put in at one place is one that changed.
 */
export function comparePages(before: Parts, after: Parts): readonly ParagraphChange[] {
  const old = paragraphsOf(before);
  const now = paragraphsOf(after);
  const changes: ParagraphChange[] = [];
  let oldAt = 0;
  let nowAt = 0;
  for (const [oldKept, nowKept] of [...keptOf(old, now), [old.length, now.length] as const]) {
    changes.push(...replaced(old.slice(oldAt, oldKept), now.slice(nowAt, nowKept)));
    oldAt = oldKept + 1;
    nowAt = nowKept + 1;
  }
  return changes;
}

function paragraphsOf({ parts }: Parts): readonly Paragraph[] {
  return parts.flatMap(({ heading, lines }, part) => [
    ...(heading === null ? [] : [{ part, line: null, words: heading }]),
    ...lines.map((words, line) => ({ part, line, words })),
  ]);
}

function replaced(
  old: readonly Paragraph[],
  now: readonly Paragraph[],
): readonly ParagraphChange[] {
  const places = Array.from({ length: Math.max(old.length, now.length) }, (_, at) => at);
  return places.flatMap((at): readonly ParagraphChange[] => {
    const before = old[at];
    const after = now[at];
    const place = after ?? before;
    if (place === undefined) return [];
    const { part, line } = place;
    const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
    return [{ kind, part, line, before: before?.words ?? null, after: after?.words ?? null }];
  });
}

/** More pairs than two pages of the greatest length have; beyond it paragraphs are told one by one. */
const MOST_PAIRS = 4_000_000;

/** Pairs of places at which the two hold the same, as many as can be in one order. */
function keptOf(
  old: readonly Paragraph[],
  now: readonly Paragraph[],
): readonly (readonly [number, number])[] {
  if (old.length * now.length > MOST_PAIRS) return [];
  const width = now.length + 1;
  // How many are alike from these two places on.
  const alike = new Uint16Array((old.length + 1) * width);
  const at = (one: number, other: number) => alike[one * width + other] ?? 0;
  for (let one = old.length - 1; one >= 0; one -= 1) {
    for (let other = now.length - 1; other >= 0; other -= 1) {
      alike[one * width + other] = isSame(old[one], now[other])
        ? at(one + 1, other + 1) + 1
        : Math.max(at(one + 1, other), at(one, other + 1));
    }
  }
  const kept: (readonly [number, number])[] = [];
  let one = 0;
  let other = 0;
  while (one < old.length && other < now.length) {
    if (isSame(old[one], now[other])) {
      kept.push([one, other]);
      one += 1;
      other += 1;
    } else if (at(one + 1, other) >= at(one, other + 1)) one += 1;
    else other += 1;
  }
  return kept;
}

/** A heading is no paragraph of the same words. */
function isSame(one: Paragraph | undefined, other: Paragraph | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return (
    (one.line === null) === (other.line === null) &&
    one.words.ar === other.words.ar &&
    one.words.en === other.words.en
  );
}
