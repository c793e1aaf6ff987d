import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { HqKeptLine } from '#renderer/access/hq/HqKeptLine.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useKeptForm } from '#renderer/access/hq/keptForm.ts';
import { DayField, dayTyped } from '#renderer/caseParts/DayField.tsx';
import { SaveForm } from '#renderer/caseParts/study/SaveForm.tsx';
import { useFocusAtOpening } from '#renderer/caseParts/study/useFocusAtOpening.ts';
import { Choice } from '#renderer/components/Choice.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { toWesternDigits } from '#renderer/components/western-digits.ts';
import type { StudyAtHand } from './studyCase.ts';
import { useStudyAction } from './useStudy.ts';

export interface DeedFormProps {
  readonly at: StudyAtHand;
  readonly onDone: () => void;
}

const BY = 'visit-by';
const HOUR = /^([01]\d|2[0-3]):[0-5]\d$/u;
const MOST_QUESTIONS = 20;
const LONGEST_QUESTION = 400;

/** A field visit (N6): by the branch or by headquarters' researcher, in a window, with its questions. */
export function VisitForm({ at, onDone }: DeedFormProps) {
  const { t } = useTranslation(['hqStudy', 'study']);
  const { client } = useHq();
  const { today } = at.file;
  const { caseId } = at.state;
  const form = useKeptForm(`visitPlan.${caseId}`, { by: 'branch' });
  useFocusAtOpening(BY);
  const [tried, setTried] = useState(false);
  const schedule = useStudyAction(client.study.scheduleVisit);
  const on = dayTyped(form.text('on'));
  const hour = (name: string) => {
    const typed = toWesternDigits(form.text(name)).trim();
    return typed === '' ? null : HOUR.test(typed) ? typed : undefined;
  };
  const from = hour('from');
  const to = hour('to');
  const isReversed = typeof from === 'string' && typeof to === 'string' && from >= to;
  const place = form.text('place').trim();
  const questions = form
    .text('questions')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const areQuestionsRight =
    questions.length > 0 &&
    questions.length <= MOST_QUESTIONS &&
    questions.every((question) => question.length <= LONGEST_QUESTION);
  const dayWrong = on === null || on < today;
  const needed = (isMissing: boolean) => (tried && isMissing ? t('study:needed') : undefined);
  const submit = () => {
    setTried(true);
    if (dayWrong || from === undefined || to === undefined || isReversed) return;
    if (place === '' || !areQuestionsRight || schedule.isPending) return;
    const visitor = form.text('visitor').trim();
    const plan = {
      by: form.text('by') === 'headquarters' ? ('headquarters' as const) : ('branch' as const),
      visitor: visitor === '' ? null : visitor,
      ...{ on, from, to, place, questions },
    };
    schedule.mutate(
      { caseId, plan },
      {
        onSuccess: () => {
          form.forget();
          onDone();
        },
      },
    );
  };
  const hourError = (value: string | null | undefined) =>
    tried && value === undefined ? t('study:timeWrong') : undefined;
  return (
    <SaveForm
      label={t('hqStudy:visitTitle')}
      refusal={<HqErrorNote error={schedule.error} />}
      kept={<HqKeptLine form={form} />}
      words={{ save: t('hqStudy:schedule'), cancel: t('hqStudy:cancel') }}
      isBusy={schedule.isPending}
      onSave={submit}
      onCancel={onDone}
    >
      <Fields>
        <Choice
          id={BY}
          label={t('hqStudy:visitBy')}
          span={12}
          isRequired
          value={form.text('by')}
          options={[
            { value: 'branch', label: t('study:visit.byBranch') },
            { value: 'headquarters', label: t('study:visit.byHeadquarters') },
          ]}
          onChange={(value) => form.set('by', value)}
        />
        <DayField
          label={t('study:visit.on')}
          span={6}
          isRequired
          error={
            tried && dayWrong ? t(on === null ? 'study:noSuchDay' : 'study:dayNotOver') : undefined
          }
          value={form.text('on')}
          onChange={(day) => form.set('on', day)}
        />
        <TextField
          label={t('hqStudy:visitFrom')}
          help={t('hqStudy:timeHelp')}
          span={3}
          dir="ltr"
          error={hourError(from)}
          value={form.text('from')}
          onChange={(text) => form.set('from', text)}
        />
        <TextField
          label={t('hqStudy:visitTo')}
          help={t('hqStudy:timeHelp')}
          span={3}
          dir="ltr"
          error={tried && isReversed ? t('hqStudy:windowReversed') : hourError(to)}
          value={form.text('to')}
          onChange={(text) => form.set('to', text)}
        />
        <TextField
          label={t('study:visit.place')}
          span={6}
          isRequired
          error={needed(place === '')}
          value={form.text('place')}
          onChange={(text) => form.set('place', text)}
        />
        <TextField
          label={t('study:visit.visitor')}
          help={t('hqStudy:visitorHelp')}
          span={6}
          value={form.text('visitor')}
          onChange={(text) => form.set('visitor', text)}
        />
        <TextArea
          label={t('hqStudy:visitQuestions')}
          help={t('hqStudy:visitQuestionsHelp')}
          span={12}
          rows={4}
          isRequired
          error={needed(!areQuestionsRight)}
          value={form.text('questions')}
          onChange={(text) => form.set('questions', text)}
        />
      </Fields>
    </SaveForm>
  );
}
