import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { useSupportName } from '#renderer/caseParts/decisionWords.tsx';
import { ItemPanels } from '#renderer/caseParts/service/ItemPanel.tsx';
import type { DeliverySaid, SettlementSaid } from '#shared/contracts/service.ts';
import { applicantOf } from '#shared/domain/case/applicantIdentity.ts';
import type { ItemSchedule } from '#shared/domain/case/serviceEvents.ts';
import { useServiceAct } from './useServiceAct.tsx';

/** Every accepted item as the desk delivers it (P37). */
export function DeliveryPanels({ open }: { readonly open: OpenCase }) {
  const { queries } = useDesk();
  const { today } = useOpenStatus();
  const { state, actions } = open;
  const { caseId } = state;
  const nameOf = useSupportName(open.assessment.evaluation);
  const deliver = useServiceAct(
    queries.service.deliver.mutationOptions(),
    (delivery: DeliverySaid) => ({ caseId, delivery }),
  );
  const schedule = useServiceAct(
    queries.service.schedule.mutationOptions(),
    (said: ItemSchedule) => ({ caseId, schedules: [said] }),
  );
  const settle = useServiceAct(
    queries.service.settle.mutationOptions(),
    (said: SettlementSaid) => ({ caseId, ...said }),
  );
  const identityKey =
    open.assessment.documents.find(({ needed }) => needed.identity)?.needed.documentKey ?? 'D1';
  return (
    <ItemPanels
      work={{
        state,
        today,
        place: 'branch',
        applicant: { name: applicantOf(state).name, documentKey: identityKey },
        nameOf,
        receiptHref: ({ deliveryId }) => `#/case/${caseId}/N7?at=${JSON.stringify(deliveryId)}`,
        deliver: actions.deliverService.allowed ? deliver : null,
        schedule: actions.scheduleService.allowed ? schedule : null,
        settle: actions.settleDeliveries.allowed ? settle : null,
      }}
    />
  );
}
