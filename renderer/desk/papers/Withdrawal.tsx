import { useTranslation } from 'react-i18next';
import { WithdrawalBody } from '#renderer/caseParts/service/WithdrawalBody.tsx';
import type { AtService } from '#shared/domain/case/serviceState.ts';
import { type PaperProps, PaperSheet } from './PaperSheet.tsx';
import { WaitingFacts } from './WaitingFacts.tsx';

export interface WithdrawalProps extends PaperProps {
  readonly withdrawal: NonNullable<AtService['withdrawal']>;
}

/** N8 as the desk prints it. */
export function Withdrawal({ open, copy, withdrawal }: WithdrawalProps) {
  const { t } = useTranslation(['papers', 'service']);
  return (
    <PaperSheet
      open={open}
      copy={copy}
      paper="N8"
      title={t('papers:name.N8')}
      subtitle={t('service:withdrawal.subtitle', { reference: open.state.reference })}
    >
      <WaitingFacts open={open} actorId={withdrawal.actorId} />
      <WithdrawalBody withdrawal={withdrawal} />
    </PaperSheet>
  );
}
