import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Icon } from '#renderer/components/Icon.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import type { AtService } from '#shared/domain/case/serviceState.ts';

export interface WithdrawnProps {
  readonly withdrawal: NonNullable<AtService['withdrawal']>;
  readonly paperHref: string;
}

/** That the request was taken back, with its paper (N8). */
export function Withdrawn({ withdrawal, paperHref }: WithdrawnProps) {
  const { t } = useTranslation(['service', 'common']);
  return (
    <Note
      tone="info"
      action={
        <a className={buttonClass('plain', 'sm')} href={paperHref}>
          <Icon of={Printer} />
          <span>{t('service:printWithdrawal')}</span>
        </a>
      }
    >
      {t('service:withdrawn')} · <DayText day={withdrawal.withdrawnOn} /> ·{' '}
      {t(`common:channel.${withdrawal.channel}`)}
    </Note>
  );
}
