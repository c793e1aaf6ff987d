import { useTranslation } from 'react-i18next';
import { Fragment, type ReactNode } from 'react';
import { writtenMoney } from '#renderer/caseParts/answerText.ts';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Money } from '#renderer/components/Money.tsx';
import { PrintedDateText } from '#renderer/language/dates.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { assertNever } from '#shared/domain/assertNever.ts';
import { formatIban } from '#shared/domain/identifiers/iban.ts';
import type { DisplayValue } from '#shared/domain/matching/displayValue.ts';
import { ReasonCode } from '#shared/domain/matching/reasonCodes.ts';
import type { Finding } from './findings.ts';
import { PaperTable } from './PaperTable.tsx';
import styles from './papers.module.css';

/** What differs between stated and read, with what was judged of it and why. */
export function FindingsTable({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation(['papers', 'matching']);
  return (
    <PaperTable
      columns={[
        { head: t('papers:finding'), share: 27 },
        { head: t('papers:stated'), share: 22 },
        { head: t('papers:read'), share: 22 },
        { head: t('papers:verdictAndReason'), share: 29 },
      ]}
      rows={findings.map((finding) => ({
        id: finding.id,
        cells: [
          <span key="label">
            {finding.label}
            <span className={styles.subject}>
              {finding.document}
              {finding.subject !== null && (
                <>
                  {' · '}
                  <Words>{finding.subject}</Words>
                </>
              )}
            </span>
          </span>,
          <ValueText key="stated" value={finding.row.stated} />,
          <ValueText key="read" value={finding.row.read} />,
          <span key="verdict">
            {t(`matching:verdict.${finding.recorded.verdict}`)}
            <span className={styles.subject}>
              <Reason finding={finding} />
            </span>
          </span>,
        ],
      }))}
    />
  );
}

/** A person's own words where there are any; otherwise what the rule found. */
function Reason({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation(['papers', 'matching', 'common']);
  const language = useLanguage();
  const { reason } = finding.recorded;
  if (reason === null) return null;
  if (reason.text !== null) return <Words>{reason.text}</Words>;
  const code = ReasonCode.safeParse(reason.code);
  if (!code.success) return null;
  const params = finding.row.computed?.params ?? {};
  const money = (halalas: number | undefined) =>
    halalas === undefined ? '' : `${writtenMoney(halalas)} ${t('common:riyal')}`;
  const people = (names: readonly string[] | undefined) =>
    names === undefined || names.length === 0
      ? t('papers:nobody')
      : new Intl.ListFormat(language).format(names);
  return t(`matching:reason.${code.data}`, {
    ...params,
    daysApart: params.daysApart ?? '',
    stated: params.stated ?? '',
    read: params.read ?? '',
    person: params.person ?? '',
    differenceHalalas: money(params.differenceHalalas),
    allowedHalalas: money(params.allowedHalalas),
    onlyInDocument: people(params.onlyInDocument),
    onlyStated: people(params.onlyStated),
  });
}

function ValueText({ value }: { readonly value: DisplayValue | null }): ReactNode {
  const { t } = useTranslation(['papers', 'common', 'interview']);
  const language = useLanguage();
  if (value === null) return <span className={styles.quiet}>{t('papers:notRead')}</span>;
  switch (value.kind) {
    case 'text':
    case 'name':
      return <Words>{value.text}</Words>;
    case 'identifier':
      return <Bdi>{value.text}</Bdi>;
    case 'iban':
      return (
        <span dir="ltr" className={styles.number}>
          {formatIban(value.text)}
        </span>
      );
    case 'date':
      return <PrintedDateText date={value.date} layout="stack" />;
    case 'money':
      return <Money text={writtenMoney(value.halalas)} currency={t('common:riyal')} />;
    case 'number':
      return <Bdi>{value.value}</Bdi>;
    case 'choice':
      return value.label?.[language] ?? <Words>{value.name}</Words>;
    case 'list':
      return value.items.map((item, index) => (
        <Fragment key={`item-${index + 1}`}>
          {index > 0 && t('papers:comma')}
          <ValueText value={item} />
        </Fragment>
      ));
    case 'nonAnswer':
      return (
        <>
          {t(`interview:nonAnswer.chip.${value.code}`)}: <Words>{value.reason}</Words>
        </>
      );
    case 'missing':
      return <span className={styles.quiet}>{t('papers:notStated')}</span>;
    default:
      return assertNever(value);
  }
}
