import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useDesk } from '#renderer/access/desk.ts';
import { Registered } from '#renderer/caseParts/service/Registered.tsx';
import { RegistrationForm } from '#renderer/caseParts/service/RegistrationForm.tsx';
import { REGISTRATION_ID } from '#renderer/caseParts/service/servicePlaces.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import type { RegistrationSaid } from '#shared/contracts/service.ts';
import { useServiceAct } from './useServiceAct.tsx';

/** The registration is completed once nothing is outstanding (P36). */
export function RegistrationPanel({ open }: { readonly open: OpenCase }) {
  const { t } = useTranslation('service');
  const { queries } = useDesk();
  const { caseId, service } = open.state;
  const act = useServiceAct(
    queries.service.completeRegistration.mutationOptions(),
    (said: RegistrationSaid) => ({ caseId, ...said }),
  );
  const { allowed } = open.actions.completeRegistration;
  if (service.registration !== null && !allowed) {
    return (
      <Panel title={t('registration')}>
        <Registered registration={service.registration} />
      </Panel>
    );
  }
  if (!allowed) return null;
  return (
    <Panel id={REGISTRATION_ID} title={t('registration')}>
      <RegistrationForm state={open.state} act={act} />
    </Panel>
  );
}
