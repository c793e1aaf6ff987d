import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PrintedDateText } from '#renderer/language/dates.tsx';
import { directionOf } from '#renderer/language/i18n.ts';
import { listed } from '#renderer/language/listed.ts';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import { type Answer, isNonAnswer, PrintedDate } from '#shared/domain/answers/answer.ts';
import type { Field } from '#shared/domain/questionnaire/model.ts';
import { writtenMoney } from './answerText.ts';

/** An answer as it is read in tables and summaries; null for none. */
export function useShowAnswer(): (field: Field, answer: Answer | null) => ReactNode {
  const { t } = useTranslation(['common', 'interview']);
  const language = useLanguage();
  const choiceLabel = (field: Field, name: string) => {
    const choice = field.choices.find((each) => each.name === name);
    return choice === undefined ? name : inLanguage(choice.label, language);
  };
  return (field, answer) => {
    if (answer === null) return null;
    if (isNonAnswer(answer)) return t(`interview:nonAnswer.chip.${answer.nonAnswer}`);
    const { value } = answer;
    if (typeof value === 'boolean') return value ? t('interview:yes') : t('interview:no');
    if (typeof value === 'number') {
      const isMoney = field.type === 'money' || field.appearance.includes('money');
      if (!isMoney) return <bdi dir="ltr">{value}</bdi>;
      if (value === 0 && field.type === 'money') return t('interview:none');
      return (
        // A column of figures runs left to right; the amount and its currency keep their own order.
        <span dir={directionOf(language)}>
          <bdi dir="ltr">{writtenMoney(value)}</bdi> {t('common:riyal')}
        </span>
      );
    }
    if (typeof value === 'string') {
      if (field.type === 'selectOne') return choiceLabel(field, value);
      return field.format === null || field.format === 'arabicName' ? (
        // A person's own words wrap, however long they are.
        <span dir="auto">{value}</span>
      ) : (
        <bdi dir="ltr">{value}</bdi>
      );
    }
    if (Array.isArray(value)) {
      return listed(
        value.map((name) => choiceLabel(field, name)),
        language,
      );
    }
    const date = PrintedDate.safeParse(value);
    return date.success ? <PrintedDateText date={date.data} layout="stack" /> : null;
  };
}
