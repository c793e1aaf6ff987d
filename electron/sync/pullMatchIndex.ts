import { setImmediate as nextTurn } from 'node:timers/promises';
import { listMatchVersions, putMatchPage } from '#db/desk/matchIndex.ts';
import { writeDesk } from '#db/desk/store.ts';
import { bytesOfBase64Url } from '#shared/protocol/bytes.ts';
import {
  MATCH_PAGE_BYTES,
  type MatchIndexPage,
  type MatchItem,
  type MatchQuestion,
  matchIndexPath,
  readMatchItems,
} from '#shared/protocol/sync/matchIndexPage.ts';
import { askSignedPage, type PageQuestion } from './signedPage.ts';

/** Parts and blocks of one transaction. */
const AT_ONCE = 20;

export interface MatchPull extends PageQuestion {
  readonly isOpen: () => boolean;
}

/**
 * Reads what changed of the match index, page by page; cut off, it goes on where it stopped. The version that
 * is whole stays in force until another is.
 * @returns whether it is up to date now
 */
export async function pullMatchIndex(run: MatchPull): Promise<boolean> {
  for (;;) {
    if (!run.isOpen()) return false;
    const read = await ask(run, standing(run));
    if (read === null || !run.isOpen()) return false;
    const { page, items } = read;
    if (page.version === 0) return true;
    if (!(await take(run, page, items))) return false;
    if (!page.more) return true;
  }
}

/** A version that is coming goes on; else what follows on the one in force. */
function standing({ desk }: MatchPull): MatchQuestion {
  const latest = listMatchVersions(desk.store.reader).at(-1);
  return { version: latest?.version ?? 0, after: latest?.through ?? 0 };
}

/** Null for what is no answer of headquarters to the question. */
async function ask(
  run: MatchPull,
  question: MatchQuestion,
): Promise<{ readonly page: MatchIndexPage; readonly items: readonly MatchItem[] } | null> {
  const answer = await askSignedPage(
    run,
    matchIndexPath(question),
    MATCH_PAGE_BYTES,
    (statement): statement is MatchIndexPage => statement.format === 'rifada.matchIndexPage',
  );
  if (answer === null) return null;
  const { head: page, body } = answer;
  const expected = page.version === question.version ? question.after : 0;
  const items = page.after === expected ? readMatchItems(body, page.items) : null;
  return items === null ? null : { page, items };
}

/** The cursor moves with the last slice: what was cut off comes again, and changes nothing twice. */
async function take(
  { desk, isOpen }: MatchPull,
  page: MatchIndexPage,
  items: readonly MatchItem[],
): Promise<boolean> {
  const { store, matchIndex } = desk;
  const before = listMatchVersions(store.reader).find(({ version }) => version === page.version);
  for (let from = 0; from === 0 || from < items.length; from += AT_ONCE) {
    const some = items.slice(from, from + AT_ONCE);
    const isLast = from + AT_ONCE >= items.length;
    const of = (kind: MatchItem['kind']) => some.filter((item) => item.kind === kind);
    const written = writeDesk(store, (writer) =>
      putMatchPage(
        writer,
        {
          version: page.version,
          key: bytesOfBase64Url(page.key),
          blocks: page.blocks,
          through: isLast ? page.through : page.after,
          whole: isLast && !page.more,
        },
        { parts: of('part'), blocks: of('block') },
        new Date(store.clock.now()).toISOString(),
      ),
    );
    if (!written.ok) return false;
    // At once: what was in force may be gone with it.
    if (before?.whole !== true) matchIndex.refresh();
    for (const { number, bytes } of of('part')) matchIndex.put(page.version, number, bytes);
    await nextTurn();
    if (!isOpen()) return false;
  }
  return true;
}
