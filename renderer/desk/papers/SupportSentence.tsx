import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenMoney } from '#renderer/caseParts/answerText.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { Evaluation } from '#shared/domain/questionnaire/evaluation.ts';
import styles from './papers.module.css';

const ITEMS = 'supportItems';

/** The support asked for in one sentence: `سداد إيجار (9,000 ريال)، وسلة غذائية.` */
export function SupportSentence({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation(['papers', 'common']);
  const language = useLanguage();
  const items = evaluation.repeats.get(ITEMS)?.rowIds ?? [];
  const words = items.map((rowId) => itemWords(`${ITEMS}/${rowId}`));
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const parts = list.formatToParts(items.map((_, index) => String(index)));
  return (
    <p className={styles.support}>
      {parts.map((part, index) => (
        <Fragment key={`part-${index + 1}`}>
          {part.type === 'element' ? words[Number(part.value)] : part.value}
        </Fragment>
      ))}
      {t('papers:fullStop')}
    </p>
  );

  function itemWords(row: string): ReactNode {
    const type = evaluation.paths.get(`${row}/type`);
    const choice = type?.field.choices.find(({ name }) => name === type.value);
    const amount = numberAt(`${row}/amount`);
    const quantity = numberAt(`${row}/quantity`);
    return (
      <>
        {choice?.label[language] ?? t('papers:supportUnnamed')}
        {(amount !== null || quantity !== null) && (
          <>
            {' '}
            (
            {amount !== null && (
              <>
                <Bdi>{writtenMoney(amount)}</Bdi> {t('common:riyal')}
              </>
            )}
            {amount !== null && quantity !== null && t('papers:comma')}
            {quantity !== null && (
              <>
                {t('papers:quantity')} <Bdi>{quantity}</Bdi>
              </>
            )}
            )
          </>
        )}
      </>
    );
  }

  function numberAt(path: string): number | null {
    const value = evaluation.paths.get(path)?.value;
    return typeof value === 'number' ? value : null;
  }
}
