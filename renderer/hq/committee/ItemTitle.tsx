import { useTranslation } from 'react-i18next';
import { writtenMoney } from '#renderer/caseParts/answerText.ts';
import { Money } from '#renderer/components/Money.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { AskedItem } from '#shared/contracts/hq/decisions.ts';

/** What was asked for, by its name in the form that the case began with. */
export function ItemTitle({ item }: { readonly item: AskedItem }) {
  const { t } = useTranslation(['hqCommittee', 'common']);
  const language = useLanguage();
  return (
    <span>
      {item.label?.[language] ?? t('hqCommittee:unnamedItem')}
      {item.amount !== null && (
        <>
          {' '}
          (<Money text={writtenMoney(item.amount)} currency={t('common:riyal')} />)
        </>
      )}
    </span>
  );
}
