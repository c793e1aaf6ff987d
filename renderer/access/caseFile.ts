import {
  type UseMutationOptions,
  useMutation,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CaseFile, Draft } from '#shared/contracts/cases.ts';
import { assessCase, type CaseAssessment } from '#shared/domain/case/assessCase.ts';
import {
  type ActionState,
  availableActions,
  type CaseAction,
} from '#shared/domain/case/availableActions.ts';
import type { CaseEvent } from '#shared/domain/case/caseEvent.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import { CaseId } from '#shared/domain/identity.ts';
import { useDesk } from './desk.ts';
import { type CaseRules, useCaseRules } from './reference.ts';
import { useOpenStatus } from './status.ts';

/** A case as every one of its screens reads it. */
export interface OpenCase {
  readonly file: CaseFile;
  readonly events: readonly CaseEvent[];
  readonly drafts: readonly Draft[];
  readonly state: CaseState;
  readonly rules: CaseRules;
  readonly assessment: CaseAssessment;
  readonly actions: Readonly<Record<CaseAction, ActionState>>;
}

/** Reduces and assesses the case with the same code as the desk; suspends until it is here. */
export function useCase(caseId: CaseId): OpenCase {
  const { queries } = useDesk();
  const { today } = useOpenStatus();
  const { data: file } = useSuspenseQuery(queries.cases.get.queryOptions({ input: { caseId } }));
  const state = useMemo(() => replayCase(file.events), [file.events]);
  if (state === null) throw new Error('a case without events');
  const rules = useCaseRules(state);
  return useMemo(() => {
    const assessment = assessCase(state, { ...rules, today });
    return {
      file,
      events: file.events,
      drafts: file.drafts,
      state,
      rules,
      assessment,
      actions: availableActions(state, assessment.facts),
    };
  }, [file, state, rules, today]);
}

/**
 * Runs a procedure that appends to a case, then reads the case again, so that a screen never shows less
 * than what was saved: `useCaseAction(queries.documents.record.mutationOptions())`. Also after a refusal:
 * a page that was left open may have been recorded before it.
 */
export function useCaseAction<Input extends { readonly caseId: string }, Output>(
  procedure: UseMutationOptions<Output, Error, Input>,
) {
  const { queries } = useDesk();
  const cache = useQueryClient();
  return useMutation({
    ...procedure,
    onSettled: async (_appended, _error, { caseId }) => {
      await cache.invalidateQueries({
        queryKey: queries.cases.get.key({ input: { caseId: CaseId.parse(caseId) } }),
      });
      await Promise.all([
        cache.invalidateQueries({ queryKey: queries.safety.key() }),
        cache.invalidateQueries({ queryKey: queries.today.key() }),
        cache.invalidateQueries({ queryKey: queries.cases.list.key() }),
        cache.invalidateQueries({ queryKey: queries.beneficiaries.key() }),
      ]);
    },
  });
}
