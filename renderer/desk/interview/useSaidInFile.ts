import { useEffect, useEffectEvent } from 'react';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import type { SaidInFile } from '#renderer/caseParts/FromFile.tsx';
import { fieldId } from '#renderer/caseParts/fieldId.ts';
import type { PageAnswers } from '#renderer/caseParts/usePageDraft.ts';
import type { AnswerPath } from '#shared/domain/answers/answer.ts';
import { answerAt } from '#shared/domain/answers/answerSet.ts';
import { sameAnswer } from '#shared/domain/case/answerChanges.ts';
import type { Evaluation } from '#shared/domain/questionnaire/evaluation.ts';
import type { Item, Section } from '#shared/domain/questionnaire/model.ts';

export interface FileOnPage {
  readonly said: (path: AnswerPath) => SaidInFile | undefined;
  /** Fields of this page that apply and wait to be confirmed. */
  readonly toConfirm: readonly AnswerPath[];
  readonly confirmAll: () => void;
}

/**
 * What of the person's file stands on a page of the interview: answers taken over, and those that are
 * some time old and wait for a word (policy P6). Alt and Enter in a field confirms what it says of it.
 */
export function useSaidInFile(
  open: OpenCase,
  page: PageAnswers,
  { evaluation, section }: { readonly evaluation: Evaluation; readonly section: Section },
): FileOnPage {
  const { state } = open;
  const isReadOnly = state.submission !== null;
  const said = (path: AnswerPath): SaidInFile | undefined => {
    const answer = answerAt(page.answers, path);
    const waiting = Object.hasOwn(state.toConfirm, path) ? state.toConfirm[path] : undefined;
    if (waiting !== undefined && answer === undefined) {
      return {
        kind: 'toConfirm',
        saidOn: waiting.saidOn,
        answer: waiting.answer,
        confirm: isReadOnly ? null : () => page.setAnswer(path, waiting.answer),
      };
    }
    const taken = Object.hasOwn(state.taken, path) ? state.taken[path] : undefined;
    const recorded = answerAt(state.answers, path) ?? null;
    return taken !== undefined && sameAnswer(answer ?? null, recorded)
      ? { kind: 'taken', saidOn: taken.saidOn }
      : undefined;
  };
  const onPage = namesOf(section.items);
  const toConfirm = Object.keys(state.toConfirm).filter(
    (path) =>
      onPage.has(path.split('/')[0] ?? '') &&
      evaluation.paths.get(path)?.relevant === true &&
      said(path)?.kind === 'toConfirm',
  );
  const confirmFocused = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.altKey || event.ctrlKey || event.metaKey) return;
    const field = document.activeElement?.closest('[data-field]')?.getAttribute('data-field');
    const path = toConfirm.find((each) => fieldId(each) === field);
    const waiting = path === undefined ? undefined : said(path);
    if (waiting?.kind !== 'toConfirm' || waiting.confirm === null) return;
    event.preventDefault();
    event.stopPropagation();
    waiting.confirm();
  });
  useEffect(() => {
    // Before the field itself, for which Enter may open a list.
    const listen = (event: KeyboardEvent) => confirmFocused(event);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
  return {
    said,
    toConfirm,
    confirmAll: () => {
      for (const path of toConfirm) {
        const waiting = state.toConfirm[path];
        if (waiting !== undefined) page.setAnswer(path, waiting.answer);
      }
    },
  };
}

/** Names of the fields and repeats of a page, whatever groups they stand in. */
function namesOf(items: readonly Item[]): ReadonlySet<string> {
  return new Set(
    items.flatMap((item) => (item.kind === 'group' ? [...namesOf(item.items)] : [item.name])),
  );
}
