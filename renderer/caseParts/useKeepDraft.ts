import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useDesk } from '#renderer/access/desk.ts';
import type { Draft } from '#shared/contracts/cases.ts';
import type { CaseId } from '#shared/domain/identity.ts';

/**
 * Puts a draft that the desk has kept beside the case as it is known here, so that whoever leaves its
 * page and comes back begins with it and not with the page as it was first opened.
 */
export function useKeepDraft(caseId: CaseId): (draft: Draft) => void {
  const { queries } = useDesk();
  const cache = useQueryClient();
  return useCallback(
    (draft) => {
      cache.setQueryData(queries.cases.get.queryKey({ input: { caseId } }), (file) =>
        file === undefined
          ? undefined
          : {
              ...file,
              drafts: [...file.drafts.filter(({ scope }) => scope !== draft.scope), draft],
            },
      );
    },
    [cache, queries, caseId],
  );
}
