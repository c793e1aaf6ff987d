import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { appendEvents } from '#db/desk/appendEvents.ts';
import { readJournal } from '#db/desk/journal.ts';
import type { DeskStore } from '#db/desk/store.ts';
import { base64UrlOf } from '#shared/protocol/bytes.ts';
import {
  accepted,
  answersEvent,
  newCaseId,
  openedEvent,
} from '#tests/integration/store/support/deskFixture.ts';

export const EVENTS_PER_CASE = 8;
/** Cases of one transaction: the work is made as quickly as it can be. */
const AT_ONCE = 50;
/** Characters of Arabic text in one page of answers: with its seven pages, a case holds about 2 KB. */
const PAGE_CHARACTERS = 140;

const WORDS =
  'سكن أسرة دخل إيجار شقة غرفة علاج دواء مدرسة كهرباء ماء غذاء أرملة يتيم مطلقة مرض دين راتب تقاعد عمل بناء صيانة أثاث تعليم جامعة حضانة مواصلات مستشفى عملية كسوة رعاية حي شارع عمارة طابق وثيقة صك عقد'.split(
    ' ',
  );

/** The same words at every run: a linear congruential generator (Knuth's constants). */
export function seededWords(seed: number): () => string {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return WORDS[state % WORDS.length] ?? '';
  };
}

/** Cases of one opening and seven pages each, in the journal of a desk. */
export function fillJournal(store: DeskStore, cases: number): void {
  const word = seededWords(7);
  const page = (from: number) => {
    let text = word();
    while (text.length < PAGE_CHARACTERS) text += ` ${word()}`;
    return { [`note${from}`]: { value: text }, [`amount${from}`]: { value: text.length * 37 } };
  };
  for (let made = 0; made < cases; made += AT_ONCE) {
    const events = Array.from({ length: Math.min(AT_ONCE, cases - made) }, (_, index) => {
      const caseId = newCaseId();
      return [
        openedEvent(caseId, `BENCH-${made + index}`),
        ...Array.from({ length: EVENTS_PER_CASE - 1 }, (_page, at) =>
          answersEvent(caseId, page(at)),
        ),
      ];
    }).flat();
    accepted(appendEvents(store, { events }));
  }
}

/** The same events as lines of JSON, for the peer. */
export async function writeLines(store: DeskStore, file: string): Promise<number> {
  const out = createWriteStream(file);
  let position = 0;
  let count = 0;
  for (;;) {
    const rows = readJournal(store.reader, position, 1000);
    const last = rows.at(-1);
    if (!last) break;
    for (const { header, salt, payload } of rows) {
      const saltText = salt === null ? 'null' : `"${base64UrlOf(salt)}"`;
      out.write(`{"header":${JSON.stringify(header)},"salt":${saltText},"payload":${payload}}\n`);
    }
    position = last.position;
    count += rows.length;
  }
  out.end();
  await once(out, 'finish');
  return count;
}
