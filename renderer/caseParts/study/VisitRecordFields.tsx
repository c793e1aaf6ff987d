import { useTranslation } from 'react-i18next';
import { Choice } from '#renderer/components/Choice.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { VisitOutcome } from '#shared/domain/case/studyEvents.ts';
import type { FieldVisit } from '#shared/domain/case/studyState.ts';
import type { IsoDay } from '#shared/domain/identity.ts';
import { DayField, dayTyped } from '../DayField.tsx';
import type { FormText } from './formText.ts';
import { useFocusAtOpening } from './useFocusAtOpening.ts';

export interface VisitRecordFieldsProps {
  readonly visit: FieldVisit;
  readonly form: FormText;
  readonly today: IsoDay;
  readonly tried: boolean;
}

const LONGEST = 4000;
const LONGEST_ANSWER = 2000;

/** What came of a visit: by whom, when, what was found, and the answers to its questions. */
export function VisitRecordFields({ visit, form, today, tried }: VisitRecordFieldsProps) {
  const { t } = useTranslation('study');
  const id = `visit-${visit.visitId}-outcome`;
  useFocusAtOpening(id);
  const outcome = VisitOutcome.safeParse(form.text('outcome'));
  const visitedOn = dayTyped(form.text('visitedOn'));
  const dayWrong = visitedOn === null || visitedOn > today;
  const isDone = outcome.success && outcome.data === 'done';
  return (
    <Fields>
      <Choice
        id={id}
        label={t('visit.outcome')}
        span={12}
        isRequired
        error={tried && !outcome.success ? t('needed') : undefined}
        value={outcome.data ?? null}
        options={VisitOutcome.options.map((value) => ({ value, label: t(`visit.state.${value}`) }))}
        onChange={(value) => form.set('outcome', value)}
      />
      <TextField
        label={t('visit.visitor')}
        span={6}
        isRequired
        error={tried && form.text('visitor').trim() === '' ? t('needed') : undefined}
        value={form.text('visitor')}
        onChange={(text) => form.set('visitor', text)}
      />
      <DayField
        label={t('visit.visitedOn')}
        span={6}
        isRequired
        error={tried && dayWrong ? t(visitedOn === null ? 'noSuchDay' : 'dayNotComing') : undefined}
        value={form.text('visitedOn')}
        onChange={(day) => form.set('visitedOn', day)}
      />
      {isDone &&
        visit.plan.questions.map((question, index) => (
          <TextArea
            key={question}
            label={<span dir="auto">{question}</span>}
            span={12}
            rows={2}
            longest={LONGEST_ANSWER}
            value={form.text(`answer ${index}`)}
            onChange={(text) => form.set(`answer ${index}`, text)}
          />
        ))}
      {outcome.success && (
        <TextArea
          label={t(isDone ? 'visit.findings' : 'visit.notVisited')}
          help={isDone ? t('visit.findingsHelp') : undefined}
          span={12}
          rows={3}
          longest={LONGEST}
          isRequired={isDone}
          error={tried && isDone && form.text('findings').trim() === '' ? t('needed') : undefined}
          value={form.text('findings')}
          onChange={(text) => form.set('findings', text)}
        />
      )}
    </Fields>
  );
}

/** What the form says; null while something of it is missing. */
export function readVisitRecord(form: FormText, visit: FieldVisit, today: IsoDay) {
  const outcome = VisitOutcome.safeParse(form.text('outcome'));
  const visitedOn = dayTyped(form.text('visitedOn'));
  const visitor = form.text('visitor').trim();
  const findings = form.text('findings').trim();
  const isDone = outcome.success && outcome.data === 'done';
  const answers = isDone
    ? visit.plan.questions.map((_question, index) => {
        const answer = form.text(`answer ${index}`).trim();
        return answer === '' ? null : answer;
      })
    : [];
  const isTooLong =
    findings.length > LONGEST || answers.some((answer) => (answer?.length ?? 0) > LONGEST_ANSWER);
  if (!outcome.success || visitedOn === null || visitedOn > today || visitor === '') return null;
  if (isTooLong || (isDone && findings === '')) return null;
  return {
    outcome: outcome.data,
    visitedOn,
    visitor,
    findings: findings === '' ? null : findings,
    answers,
  };
}
