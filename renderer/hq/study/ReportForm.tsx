import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { HqKeptLine } from '#renderer/access/hq/HqKeptLine.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useKeptForm } from '#renderer/access/hq/keptForm.ts';
import type { FormText } from '#renderer/caseParts/study/formText.ts';
import { useFocusAtOpening } from '#renderer/caseParts/study/useFocusAtOpening.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { Choice } from '#renderer/components/Choice.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Note } from '#renderer/components/Note.tsx';
import { MoneyField, NumberField } from '#renderer/components/NumericFields.tsx';
import { Row } from '#renderer/components/Page.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import type { AskedItem } from '#shared/contracts/hq/decisions.ts';
import { AskedAmount, AskedName } from './AskedPanel.tsx';
import {
  itemField,
  PROBLEM_FIELD,
  RECOMMENDATIONS,
  readRecommendation,
  startOfReport,
} from './recommendation.ts';
import styles from './study.module.css';
import { useStudyAction } from './useStudy.ts';
import type { DeedFormProps } from './VisitForm.tsx';

const FINDINGS = 'study-findings';
const LONGEST_FINDINGS = 4000;
const LONGEST_REASON = 2000;

/** What was found, and a recommendation for each item that was asked for; the committee decides. */
export function ReportForm({ at, onDone }: DeedFormProps) {
  const { t } = useTranslation('hqStudy');
  const { client } = useHq();
  const { file, state } = at;
  const form = useKeptForm(`studyReport.${state.caseId}`, startOfReport(file.items));
  useFocusAtOpening(FINDINGS);
  const [tried, setTried] = useState(false);
  const send = useStudyAction(client.study.report);
  const findings = form.text('findings').trim();
  const areFindingsRight = findings !== '' && findings.length <= LONGEST_FINDINGS;
  const submit = () => {
    setTried(true);
    if (!areFindingsRight) {
      focusField(FINDINGS);
      return;
    }
    const read = file.items.map(({ itemId }) => ({ itemId, ...readRecommendation(form, itemId) }));
    const wrong = read.find(({ item }) => item === null);
    if (wrong !== undefined) {
      const [first] = wrong.problems;
      if (first !== undefined) focusField(fieldId(wrong.itemId, PROBLEM_FIELD[first]));
      return;
    }
    const items = read.flatMap(({ item }) => item ?? []);
    if (!send.isPending) {
      send.mutate(
        { caseId: state.caseId, findings, items },
        {
          onSuccess: () => {
            form.forget();
            onDone();
          },
        },
      );
    }
  };
  return (
    <form
      className={styles.form}
      noValidate
      aria-label={t('report')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextArea
        id={FINDINGS}
        label={t('findings')}
        help={t('findingsHelp')}
        isRequired
        rows={4}
        longest={LONGEST_FINDINGS}
        error={tried && !areFindingsRight ? t('problem.findingsMissing') : undefined}
        value={form.text('findings')}
        onChange={(text) => form.set('findings', text)}
      />
      {file.items.map((item) => (
        <ItemFields key={item.itemId} item={item} form={form} tried={tried} />
      ))}
      <Note tone="gold">{t('reportNote')}</Note>
      <HqErrorNote error={send.error} />
      <HqKeptLine form={form} />
      <Row>
        <Button type="submit" kind="main" busy={send.isPending}>
          {t('submitReport')}
        </Button>
        <Button kind="quiet" onPress={onDone}>
          {t('cancel')}
        </Button>
      </Row>
    </form>
  );
}

function ItemFields({
  item,
  form,
  tried,
}: {
  readonly item: AskedItem;
  readonly form: FormText;
  readonly tried: boolean;
}) {
  const { t } = useTranslation(['hqStudy', 'common']);
  const { itemId } = item;
  const text = (name: string) => form.text(itemField(itemId, name));
  const set = (name: string) => (value: string) => form.set(itemField(itemId, name), value);
  const { problems } = readRecommendation(form, itemId);
  const problemAt = (name: string) => {
    const found = tried ? problems.find((problem) => PROBLEM_FIELD[problem] === name) : undefined;
    return found === undefined ? undefined : t(`hqStudy:problem.${found}`);
  };
  const isMonthly = text('monthly') === 'yes';
  return (
    <section className={styles.item} aria-labelledby={`item-${itemId}`}>
      <strong id={`item-${itemId}`}>
        <AskedName item={item} /> <AskedAmount item={item} />
      </strong>
      <Fields>
        <Choice
          id={fieldId(itemId, 'recommends')}
          label={t('hqStudy:recommends')}
          span={12}
          isRequired
          value={RECOMMENDATIONS.find((each) => each === text('recommends')) ?? null}
          options={RECOMMENDATIONS.map((value) => ({
            value,
            label: t(`hqStudy:recommend.${value}`),
          }))}
          onChange={set('recommends')}
          error={problemAt('recommends')}
        />
        {text('recommends') === 'accept' && (
          <>
            <MoneyField
              id={fieldId(itemId, 'amount')}
              label={t(isMonthly ? 'hqStudy:amountMonthly' : 'hqStudy:amount')}
              currency={t('common:riyal')}
              span={4}
              value={text('amount')}
              onChange={set('amount')}
              error={problemAt('amount')}
            />
            <NumberField
              id={fieldId(itemId, 'quantity')}
              label={t('hqStudy:quantityField')}
              span={4}
              value={text('quantity')}
              onChange={set('quantity')}
              error={problemAt('quantity')}
            />
            {isMonthly && (
              <NumberField
                id={fieldId(itemId, 'months')}
                label={t('hqStudy:months')}
                span={4}
                isRequired
                value={text('months')}
                onChange={set('months')}
                error={problemAt('months')}
              />
            )}
            <Checkbox
              label={t('hqStudy:monthly')}
              isChecked={isMonthly}
              onChange={(isChecked) => set('monthly')(isChecked ? 'yes' : '')}
            />
          </>
        )}
        <TextArea
          id={fieldId(itemId, 'reason')}
          label={t('hqStudy:reason')}
          span={12}
          rows={2}
          isRequired
          longest={LONGEST_REASON}
          value={text('reason')}
          onChange={set('reason')}
          error={problemAt('reason')}
        />
      </Fields>
    </section>
  );
}

function fieldId(itemId: string, name: string): string {
  return `report-${itemId}-${name}`;
}
