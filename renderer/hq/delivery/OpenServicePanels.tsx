import { useTranslation } from 'react-i18next';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { useSupportName } from '#renderer/caseParts/decisionWords.tsx';
import { type AttemptSaid, ClosingPanel } from '#renderer/caseParts/service/ClosingPanel.tsx';
import { ItemPanels } from '#renderer/caseParts/service/ItemPanel.tsx';
import { Registered } from '#renderer/caseParts/service/Registered.tsx';
import { RegistrationForm } from '#renderer/caseParts/service/RegistrationForm.tsx';
import { type WithdrawalSaid, WithdrawForm } from '#renderer/caseParts/service/WithdrawForm.tsx';
import { Withdrawn } from '#renderer/caseParts/service/Withdrawn.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import type { DeliverySaid, RegistrationSaid, SettlementSaid } from '#shared/contracts/service.ts';
import { applicantOf } from '#shared/domain/case/applicantIdentity.ts';
import type { CaseAssessment } from '#shared/domain/case/assessCase.ts';
import {
  HEADQUARTERS_ACTIONS,
  type HeadquartersAction,
  headquartersActionState,
} from '#shared/domain/case/headquartersActions.ts';
import type { ItemSchedule } from '#shared/domain/case/serviceEvents.ts';
import { useHqAct } from './useHqAct.tsx';
import { type OpenService, useAssessed } from './useOpenService.ts';

/** Everything that headquarters does with a case after its decision. */
export function OpenServicePanels({ open }: { readonly open: OpenService }) {
  const { t } = useTranslation('hqDelivery');
  const assessment = useAssessed(open);
  if (assessment === null) return <Note tone="review">{t('noRules')}</Note>;
  return (
    <Stack>
      <RegistrationPart open={open} />
      <ItemsPart open={open} assessment={assessment} />
      <EndPart open={open} />
      <WithdrawalPart open={open} />
    </Stack>
  );
}

/** What the table of actions and the person's roles allow together. */
function useMay({ state, file }: OpenService) {
  const mayRegister = useHqMay('service.register');
  const mayDeliver = useHqMay('service.deliver');
  const mayClose = useHqMay('cases.close');
  const held: Readonly<Record<string, boolean>> = {
    'service.register': mayRegister,
    'service.deliver': mayDeliver,
    'cases.close': mayClose,
  };
  return (action: HeadquartersAction) =>
    held[HEADQUARTERS_ACTIONS[action].permission] === true &&
    headquartersActionState(state, action, file.today).allowed;
}

function RegistrationPart({ open }: { readonly open: OpenService }) {
  const { t } = useTranslation(['hqDelivery', 'service']);
  const { queries } = useHq();
  const may = useMay(open);
  const { caseId, service } = open.state;
  const act = useHqAct(queries.delivery.register.mutationOptions(), (said: RegistrationSaid) => ({
    caseId,
    ...said,
  }));
  if (service.registration !== null) {
    return (
      <Panel title={t('service:registration')}>
        <Registered registration={service.registration} />
      </Panel>
    );
  }
  if (!may('completeRegistration')) {
    return service.withdrawal === null ? (
      <Note tone="info">{t('hqDelivery:unregistered')}</Note>
    ) : null;
  }
  return (
    <Panel title={t('service:registration')}>
      <RegistrationForm state={open.state} act={act} />
    </Panel>
  );
}

interface ItemsPartProps {
  readonly open: OpenService;
  readonly assessment: CaseAssessment;
}

function ItemsPart({ open, assessment }: ItemsPartProps) {
  const { queries } = useHq();
  const may = useMay(open);
  const nameOf = useSupportName(assessment.evaluation);
  const { state, file } = open;
  const { caseId } = state;
  const deliver = useHqAct(
    queries.delivery.deliver.mutationOptions(),
    (delivery: DeliverySaid) => ({ caseId, delivery }),
  );
  const schedule = useHqAct(queries.delivery.schedule.mutationOptions(), (said: ItemSchedule) => ({
    caseId,
    schedules: [said],
  }));
  const settle = useHqAct(queries.delivery.settle.mutationOptions(), (said: SettlementSaid) => ({
    caseId,
    ...said,
  }));
  const identityKey =
    assessment.documents.find(({ needed }) => needed.identity)?.needed.documentKey ?? 'D1';
  return (
    <ItemPanels
      work={{
        state,
        today: file.today,
        place: 'headquarters',
        applicant: { name: applicantOf(state).name, documentKey: identityKey },
        nameOf,
        receiptHref: ({ deliveryId }) => `#/delivery/case/${caseId}/N7?at=${deliveryId}`,
        deliver: may('deliverService') ? deliver : null,
        schedule: may('scheduleService') ? schedule : null,
        settle: may('settleDeliveries') ? settle : null,
      }}
    />
  );
}

function EndPart({ open }: { readonly open: OpenService }) {
  const { t } = useTranslation('hqDelivery');
  const { queries } = useHq();
  const may = useMay(open);
  const { state, file } = open;
  const { caseId } = state;
  const note = useHqAct(queries.delivery.notReached.mutationOptions(), (said: AttemptSaid) => ({
    caseId,
    ...said,
  }));
  const close = useHqAct(queries.delivery.close.mutationOptions(), (_said: undefined) => ({
    caseId,
  }));
  return (
    <ClosingPanel
      state={state}
      today={file.today}
      ask={<p>{t('askAtBranch')}</p>}
      note={may('noteNotReached') ? note : null}
      close={may('closeCase') ? close : null}
    />
  );
}

function WithdrawalPart({ open }: { readonly open: OpenService }) {
  const { queries } = useHq();
  const may = useMay(open);
  const { state, file } = open;
  const { caseId, service } = state;
  const act = useHqAct(queries.delivery.withdraw.mutationOptions(), (said: WithdrawalSaid) => ({
    caseId,
    ...said,
  }));
  if (service.withdrawal !== null) {
    return <Withdrawn withdrawal={service.withdrawal} paperHref={`#/delivery/case/${caseId}/N8`} />;
  }
  return may('withdrawRequest') ? <WithdrawForm today={file.today} act={act} /> : null;
}
