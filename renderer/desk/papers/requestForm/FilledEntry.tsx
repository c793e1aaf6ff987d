import { useTranslation } from 'react-i18next';
import type { useSummaryValue } from '#renderer/caseParts/summaryValue.tsx';
import { isNonAnswer } from '#shared/domain/answers/answer.ts';
import styles from './requestForm.module.css';
import type { RequestEntry } from './requestForm.ts';
import { Choices, WritingPlace, YesNo } from './WritingPlace.tsx';
import { writingSpace } from './writingSpace.ts';

export interface FilledEntryProps {
  readonly entry: RequestEntry;
  readonly show: ReturnType<typeof useSummaryValue>;
}

/** What was answered, in the form's own place: ticked, written, or said not to apply. */
export function FilledEntry({ entry, show }: FilledEntryProps) {
  const { t } = useTranslation('papers');
  const { field, state } = entry;
  if (state === null) return <WritingPlace field={field} />;
  if (!state.relevant) return <span className={styles.quiet}>{t('request.doesNotApply')}</span>;
  if (!field.asked) {
    return state.value === null ? (
      <WritingPlace field={field} />
    ) : (
      <span className={styles.value}>{show({ field, answer: { value: state.value } })}</span>
    );
  }
  const { answer } = state;
  // A question that nobody has answered yet can still be answered by hand.
  if (answer === null || !state.answered) return <WritingPlace field={field} />;
  const value = isNonAnswer(answer) ? null : answer.value;
  if (writingSpace(field).kind === 'choices' && typeof value === 'string') {
    return <Choices field={field} chosen={[value]} />;
  }
  if (writingSpace(field).kind === 'choices' && Array.isArray(value)) {
    return <Choices field={field} chosen={value} />;
  }
  if (typeof value === 'boolean') return <YesNo value={value} />;
  return <span className={styles.value}>{show({ field, answer })}</span>;
}
