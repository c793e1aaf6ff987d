import { useTranslation } from 'react-i18next';
import { checkIban } from '#shared/domain/identifiers/iban.ts';

const BANKS = [
  '05',
  '10',
  '15',
  '20',
  '30',
  '40',
  '45',
  '50',
  '55',
  '60',
  '65',
  '78',
  '80',
  '90',
  '95',
] as const;

/** What the bank of an IBAN is called, by its two digits; null for no IBAN or a bank that is not listed. */
export function useBankOf(): (iban: string) => string | null {
  const { t } = useTranslation('service');
  return (iban) => {
    const checked = checkIban(iban);
    const known = checked.ok ? BANKS.find((code) => code === checked.bank) : undefined;
    return known === undefined ? null : t(`bank.${known}`);
  };
}
