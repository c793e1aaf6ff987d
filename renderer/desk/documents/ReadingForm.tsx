import { useEffect, useEffectEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { useDocumentName } from '#renderer/caseParts/documentName.ts';
import { FormItems } from '#renderer/caseParts/FormItems.tsx';
import { fieldId } from '#renderer/caseParts/fieldId.ts';
import type { SaveState } from '#renderer/caseParts/pageDraft.ts';
import type { StepProps } from '#renderer/caseParts/step.ts';
import { useFormDraft } from '#renderer/caseParts/useFormDraft.ts';
import { type PageAnswers, usePageDraft } from '#renderer/caseParts/usePageDraft.ts';
import { useVoidGuard } from '#renderer/caseParts/useVoidGuard.tsx';
import { VoidSignatureDialog } from '#renderer/caseParts/VoidSignatureDialog.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { Choice } from '#renderer/components/Choice.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { formScope } from '#shared/contracts/caseForms.ts';
import { EMPTY_ANSWERS } from '#shared/domain/answers/answer.ts';
import { parseIsoDate } from '#shared/domain/calendar/dayNumber.ts';
import type { AssessedDocument } from '#shared/domain/case/assessCase.ts';
import { Presentation } from '#shared/domain/case/vocabulary.ts';
import { documentValidity } from '#shared/domain/documents/documentValidity.ts';
import { evaluate } from '#shared/domain/questionnaire/evaluate.ts';
import { isVisibleTo } from '#shared/domain/questionnaire/fields.ts';
import { availableChoices } from '#shared/domain/questionnaire/validateAnswer.ts';
import styles from './documents.module.css';
import { useValidityWords, ValidityBadge } from './Validity.tsx';
import { ZoneReading } from './ZoneReading.tsx';

/** The page under the hands, as the head of the case shows it. */
export type OpenPage = Pick<PageAnswers, 'save' | 'retry'>;

export interface ReadingFormProps {
  readonly open: StepProps['open'];
  readonly document: AssessedDocument;
  /** A reading to go to at once. */
  readonly wanted: string | null;
  /** Tells the page what is being saved, so that its head never says more than is true. */
  readonly onPage: (page: OpenPage | null) => void;
  readonly onRecorded: () => void;
  /** Null for a document of which nothing is recorded: there is nothing to go back to. */
  readonly onBack: (() => void) | null;
}

const LONGEST_REASON = 2000;
/** Behind the name of the lines: the reading that keeps how they were entered. */
const READ_BY = 'ReadBy';

const SIGHTED = 'yes';

/** What is read from one document, on its own small form; recorded with one press or Enter. */
export function ReadingForm(props: ReadingFormProps) {
  const { open, document, wanted, onPage, onBack } = props;
  const { needed, recorded } = document;
  const { t } = useTranslation('documents');
  const { queries } = useDesk();
  const { today, person } = useOpenStatus();
  const name = useDocumentName();
  const words = useValidityWords();
  const page = usePageDraft(open, needed.documentKey, recorded?.readings ?? EMPTY_ANSWERS);
  const { guard, dialog } = useVoidGuard(open.state);
  const record = useCaseAction(queries.documents.record.mutationOptions());
  const said = useFormDraft(open, formScope('absent', needed.documentKey), {
    presentation: recorded?.presentation ?? 'presented',
    sighted: recorded?.originalSighted === true ? SIGHTED : '',
    reason: recorded?.reason ?? '',
  });
  const presentation = Presentation.parse(said.text('presentation'));
  const originalSighted = said.text('sighted') === SIGHTED;
  const reason = said.text('reason');
  const context = useMemo(() => ({ today: parseIsoDate(today) ?? 0 }), [today]);
  const evaluation = useMemo(
    () => evaluate(needed.form, page.answers, context),
    [needed.form, page.answers, context],
  );
  const isPresented = presentation === 'presented';
  const validity = documentValidity(
    needed.validity,
    { presentation, readings: page.answers },
    today,
  );

  const inForce = words({ rule: needed.validity, validity, readings: page.answers });

  const save = page.save.kind === 'untouched' ? said.save : page.save;
  const retry = async () => {
    await Promise.all([page.retry(), said.flush()]);
  };
  const tell = useEffectEvent((now: SaveState | null) =>
    onPage(now === null ? null : { save: now, retry }),
  );
  useEffect(() => tell(save), [save]);
  useEffect(() => () => tell(null), []);

  useEffect(() => {
    if (wanted !== null) requestAnimationFrame(() => focusField(fieldId(wanted)));
  }, [wanted]);

  const toCorrect = new Set(
    evaluation.problems.filter((problem) => problem.blocking).map(({ path }) => path),
  );
  const blockedReason = isPresented
    ? evaluation.missing.length > 0
      ? t('readingsLeft', { count: evaluation.missing.length })
      : toCorrect.size > 0
        ? t('readingsToCorrect', { count: toCorrect.size })
        : undefined
    : reason.trim() === ''
      ? t('reasonNeeded')
      : undefined;

  const submit = async (voidSignature: boolean) => {
    await Promise.all([page.keep(), said.flush()]);
    await record.mutateAsync({
      caseId: open.state.caseId,
      documentKey: needed.documentKey,
      presentation,
      originalSighted: presentation !== 'notPresented' && originalSighted,
      reason: isPresented ? null : reason.trim(),
      voidSignature,
    });
    props.onRecorded();
  };
  const recordNow = () => {
    const run = (voidSignature: boolean) => void submit(voidSignature).catch(() => undefined);
    // Readings that were typed have asked already whether the signature may fall.
    if (page.voidSignature) run(true);
    else guard(run);
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (blockedReason === undefined && !record.isPending) recordNow();
      }}
    >
      <Panel
        title={name(needed)}
        note={(isPresented ? inForce : null) ?? t('readingNote')}
        aside={
          <ValidityBadge
            rule={needed.validity}
            validity={validity}
            // While its date is still to be typed, nothing is said of it.
            readings={
              (recorded === null && !page.isTouched && isPresented) ||
              (validity.reasonCode === 'dateMissing' && evaluation.missing.length > 0)
                ? null
                : page.answers
            }
          />
        }
        foot={
          <div className={styles.foot}>
            {presentation !== 'notPresented' && (
              <Checkbox
                label={t('iSawOriginal')}
                isChecked={originalSighted}
                onChange={(isSighted) => said.set('sighted', isSighted ? SIGHTED : '')}
              />
            )}
            {onBack !== null && <Button onPress={onBack}>{t('backToComparison')}</Button>}
            <Button
              type="submit"
              kind="main"
              reasonFirst
              busy={record.isPending}
              blockedReason={blockedReason}
            >
              {recorded === null ? t('record') : t('recordAgain')}
            </Button>
          </div>
        }
      >
        <div className={styles.form}>
          <DeskErrorNote error={record.error} />
          <Choice
            label={t('presentation')}
            value={presentation}
            options={Presentation.options.map((option) => ({ value: option, label: t(option) }))}
            onChange={(chosen) => said.set('presentation', chosen)}
          />
          {isPresented ? (
            <FormItems
              items={needed.form.sections.flatMap((section) => section.items)}
              prefix=""
              page={{
                evaluation,
                choicesOf: (path) => availableChoices(needed.form, path, page.answers, context),
                isVisible: (field) => isVisibleTo(field, [person.role]),
                setAnswer: page.setAnswer,
                addRow: page.addRow,
                removeRow: page.removeRow,
                isReadOnly: false,
                wanted,
                onEntered: (path, entry) => {
                  const keptIn = `${path}${READ_BY}`;
                  const kept = page.answers.values[keptIn];
                  const isKept = kept !== undefined && 'value' in kept && kept.value === entry;
                  if (needed.form.fieldByName.has(keptIn) && !isKept) {
                    page.setAnswer(keptIn, { value: entry });
                  }
                },
                below: (field, path) => {
                  const lines = page.answers.values[path];
                  const text = lines !== undefined && 'value' in lines ? lines.value : '';
                  return field.appearance.includes('mrz') &&
                    typeof text === 'string' &&
                    text !== '' ? (
                    <ZoneReading form={needed.form} page={page} text={text} today={today} />
                  ) : null;
                },
              }}
            />
          ) : (
            <TextArea
              label={t('absentReason')}
              help={t('absentReasonHelp')}
              isRequired
              longest={LONGEST_REASON}
              value={reason}
              onChange={(text) => said.set('reason', text)}
            />
          )}
        </div>
      </Panel>
      {dialog}
      <VoidSignatureDialog
        state={open.state}
        isOpen={page.askedToVoid !== null}
        onConfirm={() => page.askedToVoid?.confirm()}
        onCancel={() => page.askedToVoid?.cancel()}
      />
    </form>
  );
}
