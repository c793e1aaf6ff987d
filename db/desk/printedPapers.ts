import type { Language } from '#shared/domain/case/vocabulary.ts';
import type { ActorId } from '#shared/domain/identity.ts';
import { type DeskStore, type WriteResult, writeDesk } from './store.ts';

/** A copy of a paper that belongs to no case, counted by what it is about. */
export interface CopyToCount {
  readonly paper: string;
  readonly subject: string;
  readonly language: Language;
  readonly actorId: ActorId;
}

/** Records one more copy. @returns its number, from 1 on */
export function countCopy(store: DeskStore, copy: CopyToCount): WriteResult<number> {
  const { paper, subject, language, actorId } = copy;
  const printedAt = new Date(store.clock.now()).toISOString();
  return writeDesk(store, (writer) => {
    const counted = writer
      .statement<{ readonly copy: number }>(
        `INSERT INTO printed_paper (paper, subject, copy, language, actor_id, printed_at)
         SELECT ?, ?, coalesce(max(copy), 0) + 1, ?, ?, ? FROM printed_paper
         WHERE paper = ? AND subject = ?
         RETURNING copy`,
      )
      .get(paper, subject, language, actorId, printedAt, paper, subject);
    if (counted === undefined) throw new TypeError('a copy that was neither there nor made');
    return counted.copy;
  });
}
