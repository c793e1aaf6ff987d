import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { dayOf } from '#renderer/language/days.ts';
import type { AtService } from '#shared/domain/case/serviceState.ts';
import { formatIban } from '#shared/domain/identifiers/iban.ts';
import { useBankOf } from './bankOf.ts';

/** That the registration is completed, and to which account money goes. */
export function Registered({
  registration,
}: {
  readonly registration: NonNullable<AtService['registration']>;
}) {
  const { t } = useTranslation('service');
  const bankOf = useBankOf();
  const { account } = registration;
  return (
    <Note tone="ok" icon={CircleCheck}>
      {t('registered')} · <DayText day={dayOf(registration.at)} />
      {account != null && (
        <>
          <br />
          {t('accountConfirmed')}: <Bdi>{formatIban(account.iban)}</Bdi> {bankOf(account.iban)}
        </>
      )}
    </Note>
  );
}
