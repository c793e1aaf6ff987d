import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useHqCaseRules } from '#renderer/access/hq/caseRules.ts';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useLookEvery } from '#renderer/access/hq/overview.ts';
import type { ServiceCase } from '#shared/contracts/hq/delivery.ts';
import { assessCase, type CaseAssessment } from '#shared/domain/case/assessCase.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import { CaseId } from '#shared/domain/identity.ts';

export interface OpenService {
  readonly file: ServiceCase;
  readonly state: CaseState;
}

const NOBODY = CaseId.parse('00000000-0000-4000-8000-000000000000');

/** A case as its service is read from it; null while it is on its way or where there is none. */
export function useOpenService(given: string | undefined): {
  readonly open: OpenService | null;
  readonly isKnown: boolean;
  readonly isPending: boolean;
  readonly error: Error | null;
} {
  const { queries } = useHq();
  const caseId = CaseId.safeParse(given);
  const { data, error, isPending } = useQuery({
    ...queries.delivery.open.queryOptions({
      input: { caseId: caseId.success ? caseId.data : NOBODY },
    }),
    enabled: caseId.success,
    refetchInterval: useLookEvery(),
  });
  const open = useMemo(() => {
    const state = data === undefined ? null : replayCase(data.events);
    return data === undefined || state === null ? null : { file: data, state };
  }, [data]);
  return { open, isKnown: caseId.success, isPending: caseId.success && isPending, error };
}

/** What the rules that the case began with make of it; null where they are not at headquarters. */
export function useAssessed({ file, state }: OpenService): CaseAssessment | null {
  const rules = useHqCaseRules(state);
  return useMemo(
    () => (rules === null ? null : assessCase(state, { ...rules, today: file.today })),
    [state, rules, file.today],
  );
}
