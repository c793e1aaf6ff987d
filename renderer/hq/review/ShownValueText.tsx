import { useTranslation } from 'react-i18next';
import { PrintedDateText } from '#renderer/language/dates.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { ShownValue } from '#shared/contracts/hq/review.ts';
import type { PersonField } from '#shared/domain/hub/personLinks.ts';
import styles from './review.module.css';

/** Written from left to right whatever stands around them. */
const NUMBERS: ReadonlySet<PersonField> = new Set([
  'nationalId',
  'passport',
  'mobile',
  'postalCode',
  'iban',
]);

/** A value of a person in the words of the form; said kindly where there is none. */
export function ShownValueText({
  field,
  value,
}: {
  readonly field: PersonField;
  readonly value: ShownValue | undefined;
}) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  if (value === undefined) return <span className={styles.muted}>{t('notSaid')}</span>;
  if ('date' in value) return <PrintedDateText date={value.date} layout="stack" />;
  if ('label' in value) return <>{inLanguage(value.label, language)}</>;
  return NUMBERS.has(field) ? <bdi dir="ltr">{value.text}</bdi> : <bdi>{value.text}</bdi>;
}
