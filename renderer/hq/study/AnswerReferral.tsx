import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { HqKeptLine } from '#renderer/access/hq/HqKeptLine.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useKeptForm } from '#renderer/access/hq/keptForm.ts';
import { DayField, dayTyped } from '#renderer/caseParts/DayField.tsx';
import { useDocumentName } from '#renderer/caseParts/documentName.ts';
import { useFocusAtOpening } from '#renderer/caseParts/study/useFocusAtOpening.ts';
import { Button } from '#renderer/components/Button.tsx';
import { CheckboxGroup } from '#renderer/components/Checkbox.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { Row } from '#renderer/components/Page.tsx';
import { RadioCards } from '#renderer/components/RadioCards.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import type { Referral } from '#shared/domain/case/caseState.ts';
import { AskFields, readAsk, startOfAsk } from './AskFields.tsx';
import styles from './study.module.css';
import type { StudyAtHand } from './studyCase.ts';
import { useStudyAction } from './useStudy.ts';

export interface AnswerReferralProps {
  readonly at: StudyAtHand;
  readonly referral: Referral;
  readonly onDone: () => void;
}

const OUTCOMES = ['goOn', 'grace', 'bring', 'acceptIdentity'] as const;
const ANSWER = 'referral-answer';
const LONGEST = 2000;

/** The officer's answer, which goes down to the branch, and what it allows there. */
export function AnswerReferral({ at, referral, onDone }: AnswerReferralProps) {
  const { t } = useTranslation(['hqStudy', 'waiting', 'study']);
  const { client } = useHq();
  const documentName = useDocumentName();
  const { file, state, documents } = at;
  const { today } = file;
  const stale = documents.filter(
    ({ recorded, validity }) =>
      recorded?.presentation === 'presented' &&
      (validity.verdict === 'expired' || validity.verdict === 'tooOld'),
  );
  const asked = stale.filter(({ needed }) => referral.about.documents.includes(needed.documentKey));
  const isBefore = state.submission === null;
  const offered = OUTCOMES.filter(
    (outcome) =>
      outcome === 'goOn' ||
      (outcome === 'grace' && stale.length > 0) ||
      (outcome === 'bring' && isBefore) ||
      (outcome === 'acceptIdentity' && isBefore),
  );
  const form = useKeptForm(`referralAnswer.${referral.referralId}`, {
    ...startOfAsk(at),
    graced: asked.map(({ needed }) => needed.documentKey).join(' '),
  });
  useFocusAtOpening(ANSWER);
  const [tried, setTried] = useState(false);
  const [seenAnswers] = useState(() => countAnswers(referral));
  const send = useStudyAction(client.referrals.answer);
  const outcome = offered.find((each) => each === form.text('outcome')) ?? null;
  const text = form.text('text').trim();
  const graced = form.text('graced').split(' ').filter(Boolean);
  const until = dayTyped(form.text('until'));
  const untilWrong = until === null || until < today;
  const result = () => {
    switch (outcome) {
      case 'goOn':
      case 'acceptIdentity':
        return { kind: outcome };
      case 'grace':
        return graced.length > 0 && !untilWrong
          ? { kind: outcome, documents: graced, until }
          : null;
      case 'bring': {
        const list = readAsk(form, today);
        return list === null ? null : { kind: outcome, ...list };
      }
      case null:
        return null;
    }
  };
  return (
    <form
      className={styles.form}
      noValidate
      aria-label={t('hqStudy:answer')}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const said = result();
        if (said === null || text === '' || text.length > LONGEST || send.isPending) return;
        const { referralId } = referral;
        send.mutate(
          { caseId: state.caseId, referralId, text, seenAnswers, outcome: said },
          {
            onSuccess: () => {
              form.forget();
              onDone();
            },
          },
        );
      }}
    >
      <TextArea
        id={ANSWER}
        label={t('hqStudy:answer')}
        help={t('hqStudy:answerHelp')}
        isRequired
        rows={3}
        longest={LONGEST}
        error={tried && text === '' ? t('study:needed') : undefined}
        value={form.text('text')}
        onChange={(written) => form.set('text', written)}
      />
      <RadioCards
        label={t('hqStudy:answerOutcome')}
        isRequired
        error={tried && outcome === null ? t('study:needed') : undefined}
        value={outcome}
        options={offered.map((value) => ({
          value,
          label: t(`waiting:outcome.${value}`),
          description: t(`waiting:outcomeHelp.${value}`),
        }))}
        onChange={(value) => form.set('outcome', value)}
      />
      {outcome === 'grace' && (
        <Fields>
          <CheckboxGroup
            label={t('waiting:graceDocuments')}
            span={6}
            isRequired
            error={tried && graced.length === 0 ? t('study:needed') : undefined}
            values={graced}
            options={stale.map(({ needed }) => ({
              value: needed.documentKey,
              label: documentName(needed),
            }))}
            onChange={(values) => form.set('graced', values.join(' '))}
          />
          <DayField
            label={t('waiting:graceUntil')}
            span={6}
            isRequired
            error={
              tried && untilWrong
                ? t(until === null ? 'study:noSuchDay' : 'study:dayNotOver')
                : undefined
            }
            value={form.text('until')}
            onChange={(day) => form.set('until', day)}
          />
        </Fields>
      )}
      {outcome === 'bring' && <AskFields at={at} form={form} tried={tried} />}
      <HqErrorNote error={send.error} />
      <HqKeptLine form={form} />
      <Row>
        <Button type="submit" kind="main" busy={send.isPending}>
          {t('hqStudy:sendAnswer')}
        </Button>
        <Button kind="quiet" onPress={onDone}>
          {t('hqStudy:cancel')}
        </Button>
      </Row>
    </form>
  );
}

function countAnswers({ thread }: Referral): number {
  return thread.filter(({ kind }) => kind === 'answer').length;
}
