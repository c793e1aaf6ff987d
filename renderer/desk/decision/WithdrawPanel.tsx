import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { type WithdrawalSaid, WithdrawForm } from '#renderer/caseParts/service/WithdrawForm.tsx';
import { Withdrawn } from '#renderer/caseParts/service/Withdrawn.tsx';
import { useServiceAct } from './useServiceAct.tsx';

/** The applicant takes the request back (N8), as long as nothing was delivered. */
export function WithdrawPanel({ open }: { readonly open: OpenCase }) {
  const { queries } = useDesk();
  const { today } = useOpenStatus();
  const { caseId, service, submission } = open.state;
  const act = useServiceAct(queries.service.withdraw.mutationOptions(), (said: WithdrawalSaid) => ({
    caseId,
    ...said,
  }));
  if (service.withdrawal !== null) {
    return <Withdrawn withdrawal={service.withdrawal} paperHref={`#/case/${caseId}/N8`} />;
  }
  if (!open.actions.withdrawRequest.allowed || submission === null) return null;
  return <WithdrawForm today={today} act={act} />;
}
