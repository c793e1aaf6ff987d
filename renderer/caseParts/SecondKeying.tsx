import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '#renderer/components/Note.tsx';
import { IdentifierField } from '#renderer/components/NumericFields.tsx';
import { isNonAnswer } from '#shared/domain/answers/answer.ts';
import type { FormFieldProps } from './FormField.tsx';
import { fieldId } from './fieldId.ts';

const ASKS_AGAIN: ReadonlySet<string> = new Set(['idChecksum', 'idTransposed']);

/**
 * A number whose check digit does not fit is keyed a second time from the card. Twice the same is taken
 * "as printed", with a flag for headquarters: nobody is turned away by a checksum.
 */
export function SecondKeying({ path, answer, problems, onChange, isReadOnly }: FormFieldProps) {
  const { t } = useTranslation('interview');
  const [again, setAgain] = useState('');
  if (answer === null || isNonAnswer(answer) || typeof answer.value !== 'string') return null;
  const { value } = answer;
  if (answer.asPrinted === true) {
    return (
      <Note tone="review" slim>
        {t('secondKeying.flagged')}
      </Note>
    );
  }
  const isAsked = problems.some((problem) => ASKS_AGAIN.has(problem.code));
  if (!isAsked || isReadOnly === true) return null;
  return (
    <IdentifierField
      id={`${fieldId(path)}-again`}
      label={t('secondKeying.label')}
      help={t('secondKeying.help')}
      error={
        again.length >= value.length && again !== value ? t('secondKeying.differs') : undefined
      }
      span={6}
      value={again}
      onChange={(text) => {
        setAgain(text);
        if (text === value) onChange({ value, asPrinted: true });
      }}
    />
  );
}
