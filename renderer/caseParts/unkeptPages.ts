import type { QueryClient } from '@tanstack/react-query';
import { deskErrorOf } from '#renderer/transport/deskError.ts';
import type { DraftScope } from '#shared/contracts/cases.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { PageDraft } from './pageDraft.ts';

/** Which page of which case. */
export interface PagePlace {
  readonly caseId: CaseId;
  readonly scope: DraftScope;
}

/**
 * Pages that were left while the desk could not keep them, on a full disk or without connection: who
 * comes back finds what was typed, still told as not saved. They lie beside the cases in memory, and
 * go with them when the desk is locked.
 */
export function findUnkeptPage(cache: QueryClient, place: PagePlace): PageDraft | null {
  const held = cache.getQueryData(keyOf(place));
  return held instanceof PageDraft && !held.isKept ? held : null;
}

/** Saves what waits on a page that is left, and holds the page for as long as that did not succeed. */
export async function leaveInHand(
  cache: QueryClient,
  place: PagePlace,
  page: PageDraft,
): Promise<void> {
  if (!page.isKept) hold(cache, place, page);
  await page.flush();
  const { save } = page.getSnapshot();
  const isLocked = save.kind === 'failed' && deskErrorOf(save.error).code === 'notUnlocked';
  if ((page.isKept || isLocked) && cache.getQueryData(keyOf(place)) === page) {
    cache.removeQueries({ queryKey: keyOf(place), exact: true });
  }
}

function hold(cache: QueryClient, place: PagePlace, page: PageDraft): void {
  const queryKey = keyOf(place);
  cache.setQueryDefaults(queryKey, { gcTime: Number.POSITIVE_INFINITY });
  cache.setQueryData(queryKey, page);
}

function keyOf({ caseId, scope }: PagePlace) {
  return ['unkeptPage', caseId, scope] as const;
}
