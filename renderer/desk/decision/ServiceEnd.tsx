import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { type AttemptSaid, ClosingPanel } from '#renderer/caseParts/service/ClosingPanel.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Row } from '#renderer/components/Page.tsx';
import { useServiceAct } from './useServiceAct.tsx';

/** What comes after the service at the desk: the opinion (S2) on the person's own screen, then the end. */
export function ServiceEnd({ open }: { readonly open: OpenCase }) {
  const { t } = useTranslation('service');
  const { queries } = useDesk();
  const { today } = useOpenStatus();
  const { state, actions } = open;
  const { caseId } = state;
  const note = useServiceAct(queries.service.notReached.mutationOptions(), (said: AttemptSaid) => ({
    caseId,
    ...said,
  }));
  const close = useServiceAct(queries.service.close.mutationOptions(), (_said: undefined) => ({
    caseId,
  }));
  return (
    <ClosingPanel
      state={state}
      today={today}
      ask={
        <Row>
          <a className={buttonClass('main', 'md')} href={`#/case/${caseId}/opinion`}>
            {t('askNow')}
          </a>
        </Row>
      }
      note={actions.noteNotReached.allowed ? note : null}
      close={actions.closeCase.allowed ? close : null}
    />
  );
}
