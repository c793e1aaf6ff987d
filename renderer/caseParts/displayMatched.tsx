import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Money } from '#renderer/components/Money.tsx';
import { PrintedDateText } from '#renderer/language/dates.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import { assertNever } from '#shared/domain/assertNever.ts';
import { formatIban } from '#shared/domain/identifiers/iban.ts';
import type { DisplayValue } from '#shared/domain/matching/displayValue.ts';
import { writtenMoney } from './answerText.ts';
import { Words } from './summaryValue.tsx';

/** A stated or read value of the matrix as it stands in a table; `missing` is what is said of none. */
export function useShowMatched(): (value: DisplayValue, missing: ReactNode) => ReactNode {
  const { t } = useTranslation(['common', 'interview', 'documents']);
  const language = useLanguage();
  const show = (value: DisplayValue, missing: ReactNode): ReactNode => {
    switch (value.kind) {
      case 'text':
      case 'name':
        return <Words>{value.text}</Words>;
      case 'identifier':
        return <Bdi>{value.text}</Bdi>;
      case 'iban':
        return <Bdi>{formatIban(value.text)}</Bdi>;
      case 'date':
        return <PrintedDateText date={value.date} layout="stack" />;
      case 'money':
        return value.halalas === 0 ? (
          t('interview:none')
        ) : (
          <Money text={writtenMoney(value.halalas)} currency={t('common:riyal')} />
        );
      case 'number':
        return <Bdi>{value.value}</Bdi>;
      case 'choice':
        return value.label === null ? (
          <Words>{value.name}</Words>
        ) : (
          inLanguage(value.label, language)
        );
      case 'list':
        if (value.items.length === 0) return missing;
        return value.items.map((item, index) => (
          // Parts of one value: they have no identity but their place.
          <Fragment key={`${item.kind} ${index}`}>
            {index > 0 && t('documents:listSeparator')}
            {show(item, missing)}
          </Fragment>
        ));
      case 'nonAnswer':
        return `${t(`interview:nonAnswer.chip.${value.code}`)}: ${value.reason}`;
      case 'missing':
        return missing;
      default:
        return assertNever(value);
    }
  };
  return show;
}
