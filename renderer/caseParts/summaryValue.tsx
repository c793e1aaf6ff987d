import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Money } from '#renderer/components/Money.tsx';
import { PrintedDateText } from '#renderer/language/dates.tsx';
import { isNonAnswer, PrintedDate } from '#shared/domain/answers/answer.ts';
import { formatIban } from '#shared/domain/identifiers/iban.ts';
import { writtenMoney } from './answerText.ts';
import type { SummaryEntry } from './caseSummary.ts';
import { useShowAnswer } from './displayAnswer.tsx';

export interface SummaryValueOptions {
  /** Names of people and of the office, for fields that hold an id of one. */
  readonly names: Readonly<Record<string, string>>;
  /** How both calendars of a date stand: `stack` in tables. */
  readonly dates?: 'line' | 'stack';
}

type ShownEntry = Pick<SummaryEntry, 'field' | 'answer'>;

/**
 * An answer as a summary says it: long texts wrap, money has its riyals, a date both calendars, and a
 * coded non-answer its reason.
 */
export function useSummaryValue(options: SummaryValueOptions): (entry: ShownEntry) => ReactNode {
  const { t } = useTranslation(['common', 'interview']);
  const showAnswer = useShowAnswer();
  return ({ field, answer }) => {
    if (isNonAnswer(answer)) {
      return (
        <>
          {t(`interview:nonAnswer.chip.${answer.nonAnswer}`)}: <Words>{answer.reason}</Words>
        </>
      );
    }
    const { value } = answer;
    if (typeof value === 'number' && field.appearance.includes('money')) {
      return <Money text={writtenMoney(value)} currency={t('common:riyal')} />;
    }
    if (typeof value === 'string' && field.type === 'text') {
      const named = options.names[value];
      if (named !== undefined) return <Words>{named}</Words>;
      if (field.format === null || WRITTEN_NAMES.has(field.format)) return <Words>{value}</Words>;
      return <Bdi>{writtenText(field.format, value)}</Bdi>;
    }
    if (typeof value === 'object' && 'latitude' in value) {
      return <Bdi>{`${value.latitude}, ${value.longitude}`}</Bdi>;
    }
    const date = PrintedDate.safeParse(value);
    if (date.success) {
      return <PrintedDateText date={date.data} layout={options.dates ?? 'line'} />;
    }
    return showAnswer(field, answer);
  };
}

const WRITTEN_NAMES: ReadonlySet<string> = new Set(['arabicName', 'latinName']);

/** Words of a person: isolated in their own direction, and free to wrap. */
export function Words({ children }: { readonly children: string }) {
  return <span dir="auto">{children}</span>;
}

const SAUDI_MOBILE = /^\+966(\d{2})(\d{3})(\d{4})$/;

/** `050 123 4567` for a mobile of the country; any other phone as it is kept. */
export function writtenPhone(phone: string): string {
  return phone.replace(SAUDI_MOBILE, '0$1 $2 $3');
}

function writtenText(format: string, text: string): string {
  if (format === 'phone') return writtenPhone(text);
  return format === 'iban' ? formatIban(text) : text;
}
