import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpenCase, useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote, useDeskErrorSentence } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { DayField, dayTyped, typedDay } from '#renderer/caseParts/DayField.tsx';
import { useDocumentName } from '#renderer/caseParts/documentName.ts';
import { HeardAnswerFields, heardAnswer } from '#renderer/caseParts/HeardAnswerFields.tsx';
import { KeptLine } from '#renderer/caseParts/KeptLine.tsx';
import { useFormDraft } from '#renderer/caseParts/useFormDraft.ts';
import { useVoidGuard } from '#renderer/caseParts/useVoidGuard.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { CheckboxGroup } from '#renderer/components/Checkbox.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { Row } from '#renderer/components/Page.tsx';
import { RadioCards } from '#renderer/components/RadioCards.tsx';
import type { Referral } from '#shared/domain/case/caseState.ts';
import { dueDay, wantedItems } from '#shared/domain/case/wantedItems.ts';
import { AwaitedFields, isListComplete } from './AwaitedFields.tsx';
import { listOf, startOfList } from './awaitedForm.ts';
import { documentsForGrace, OUTCOMES, openOutcomes } from './outcomes.ts';
import styles from './waiting.module.css';

export interface AnswerFormProps {
  readonly open: OpenCase;
  readonly referral: Referral;
  readonly onDone: () => void;
}

/** The officer's answer as it was heard at the branch, and what it allows. */
export function AnswerForm({ open, referral, onDone }: AnswerFormProps) {
  const { t } = useTranslation('waiting');
  const { queries } = useDesk();
  const { today, branch } = useOpenStatus();
  const documentName = useDocumentName();
  const { referralId } = referral;
  const { caseId } = open.state;
  const candidates = documentsForGrace(open.assessment);
  const asked = candidates.filter(({ needed }) =>
    referral.about.documents.includes(needed.documentKey),
  );
  const form = useFormDraft(open, `answer/${referralId}`, {
    answeredOn: typedDay(today),
    documents: asked.map(({ needed }) => needed.documentKey).join(' '),
    ...startOfList(dueDay(open.rules.documentRules, today), branch.name),
  });
  const answer = useCaseAction(queries.referral.answer.mutationOptions());
  const { guard, dialog } = useVoidGuard(open.state);
  const [tried, setTried] = useState(false);
  const outcome = OUTCOMES.find((each) => each === form.text('outcome')) ?? null;
  const heard = heardAnswer(form, today);
  const wanted = wantedItems(open.assessment);
  const list = listOf(form, wanted);
  const documents = form.text('documents').split(' ').filter(Boolean);
  const until = dayTyped(form.text('until'));
  const result = (() => {
    switch (outcome) {
      case 'goOn':
      case 'acceptIdentity':
        return { kind: outcome };
      case 'grace':
        return documents.length > 0 && until !== null && until >= today
          ? { kind: outcome, documents, until }
          : null;
      case 'bring':
        return isListComplete(list, today) ? { kind: outcome, ...list } : null;
      case null:
        return null;
    }
  })();
  const send = async (voidSignature: boolean) => {
    if (result === null || heard === null) return;
    await form.flush();
    await answer.mutateAsync({
      caseId,
      referralId,
      ...heard,
      outcome: result,
      voidSignature,
    });
    onDone();
  };
  const isComplete = result !== null && heard !== null;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isComplete || answer.isPending) return;
        const run = (voidSignature: boolean) => void send(voidSignature).catch(() => undefined);
        if (outcome === 'bring') guard(run);
        else run(false);
      }}
    >
      <DeskErrorNote error={answer.error} />
      <HeardAnswerFields form={form} today={today} tried={tried} />
      <RadioCards
        label={t('outcomeLabel')}
        isRequired
        error={tried && outcome === null ? t('needed') : undefined}
        value={outcome}
        options={openOutcomes(open).map((value) => ({
          value,
          label: t(`outcome.${value}`),
          description: t(`outcomeHelp.${value}`),
        }))}
        onChange={(value) => form.set('outcome', value)}
      />
      {outcome === 'grace' && (
        <Fields>
          <CheckboxGroup
            label={t('graceDocuments')}
            span={6}
            isRequired
            error={tried && documents.length === 0 ? t('needed') : undefined}
            values={documents}
            options={candidates.map(({ needed }) => ({
              value: needed.documentKey,
              label: documentName(needed),
            }))}
            onChange={(values) => form.set('documents', values.join(' '))}
          />
          <DayField
            label={t('graceUntil')}
            span={6}
            isRequired
            error={
              tried && (until === null || until < today)
                ? t(until === null ? 'noSuchDay' : 'dayNotOver')
                : undefined
            }
            value={form.text('until')}
            onChange={(day) => form.set('until', day)}
          />
        </Fields>
      )}
      {outcome === 'bring' && (
        <AwaitedFields form={form} wanted={wanted} list={list} today={today} tried={tried} />
      )}
      <Row>
        <Button type="submit" kind="main" busy={answer.isPending}>
          {t('saveAnswer')}
        </Button>
        <Button kind="quiet" onPress={onDone}>
          {t('cancel')}
        </Button>
        <KeptLine parts={[form]} useSentence={useDeskErrorSentence} />
      </Row>
      {dialog}
    </form>
  );
}
