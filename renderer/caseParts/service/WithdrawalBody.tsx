import { useTranslation } from 'react-i18next';
import { PrintSection, PrintSignatures } from '#renderer/components/PrintPage.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import type { AtService } from '#shared/domain/case/serviceState.ts';
import { PaperFacts } from '../PaperFacts.tsx';
import { Words } from '../summaryValue.tsx';

export interface WithdrawalBodyProps {
  readonly withdrawal: NonNullable<AtService['withdrawal']>;
}

/** N8: the day, how it was asked for, and what happens to the data. */
export function WithdrawalBody({ withdrawal }: WithdrawalBodyProps) {
  const { t } = useTranslation(['service', 'common']);
  const isSigned = withdrawal.channel === 'interview' || withdrawal.channel === 'letters';
  const officer = { id: 'officer', label: t('service:withdrawal.signOfficer') };
  return (
    <>
      <PrintSection title={t('service:withdrawal.title')}>
        <PaperFacts
          facts={[
            {
              id: 'day',
              term: t('service:withdrawal.day'),
              value: <DayText day={withdrawal.withdrawnOn} />,
            },
            {
              id: 'channel',
              term: t('service:withdrawal.channel'),
              value: t(`common:channel.${withdrawal.channel}`),
            },
            {
              id: 'reason',
              term: t('service:withdrawal.reason'),
              value:
                withdrawal.reason === null ? (
                  t('service:withdrawal.noReason')
                ) : (
                  <Words>{withdrawal.reason}</Words>
                ),
              isWide: true,
            },
          ]}
        />
      </PrintSection>
      <p>{t(isSigned ? 'service:withdrawal.said' : 'service:withdrawal.recorded')}</p>
      <PrintSection title={t('service:withdrawal.dataTitle')}>
        <p>{t('service:withdrawal.data')}</p>
      </PrintSection>
      <PrintSignatures
        places={
          isSigned
            ? [{ id: 'applicant', label: t('service:withdrawal.signApplicant') }, officer]
            : [officer]
        }
      />
    </>
  );
}
