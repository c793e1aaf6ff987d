import { useTranslation } from 'react-i18next';
import { useRejectionReasons } from '#renderer/access/hq/settings.ts';
import { DayField } from '#renderer/caseParts/DayField.tsx';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { Choice } from '#renderer/components/Choice.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { MoneyField, NumberField } from '#renderer/components/NumericFields.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import type { ItemDraft } from '#shared/domain/committee/draft.ts';
import { FUNDING_SOURCES, type ItemProblem, PROBLEM_FIELD } from './itemDraft.ts';

const OUTCOMES = ['accepted', 'rejected', 'deferred'] as const satisfies readonly NonNullable<
  ItemDraft['outcome']
>[];
const LONGEST = 2000;

export interface ItemFieldsProps {
  readonly draft: ItemDraft;
  /** What may become of the item; left out: anything. */
  readonly outcomes?: readonly (typeof OUTCOMES)[number][];
  readonly problems: readonly ItemProblem[];
  readonly onChange: (change: Partial<ItemDraft>) => void;
}

/** Accept, reject or defer one item, and what each of these needs to be told. */
export function ItemFields({ draft, outcomes = OUTCOMES, problems, onChange }: ItemFieldsProps) {
  const { t } = useTranslation(['hqCommittee', 'committee', 'common']);
  const reasons = useRejectionReasons();
  const id = (field: keyof ItemDraft) => itemFieldId(draft.itemId, field);
  const problemAt = (field: keyof ItemDraft) => {
    const found = problems.find((problem) => PROBLEM_FIELD[problem] === field);
    return found === undefined ? undefined : t(`hqCommittee:problem.${found}`);
  };
  return (
    <Fields>
      <Choice
        id={id('outcome')}
        label={t('hqCommittee:outcomeOfItem')}
        isRequired
        value={draft.outcome}
        options={outcomes.map((value) => ({ value, label: t(`hqCommittee:outcome.${value}`) }))}
        onChange={(value) => onChange({ outcome: OUTCOMES.find((each) => each === value) ?? null })}
        error={problemAt('outcome')}
      />
      {draft.outcome === 'accepted' && (
        <>
          <MoneyField
            id={id('amount')}
            label={t(draft.monthly ? 'hqCommittee:amountMonthly' : 'hqCommittee:amount')}
            currency={t('common:riyal')}
            span={6}
            value={draft.amount}
            onChange={(amount) => onChange({ amount })}
            error={problemAt('amount')}
          />
          <NumberField
            id={id('quantity')}
            label={t('hqCommittee:quantity')}
            span={6}
            value={draft.quantity}
            onChange={(quantity) => onChange({ quantity })}
            error={problemAt('quantity')}
          />
          <Choice
            id={id('fundingSource')}
            label={t('hqCommittee:fundingSource')}
            isRequired
            value={draft.fundingSource}
            options={FUNDING_SOURCES.map((value) => ({
              value,
              label: t(`hqCommittee:funding.${value}`),
            }))}
            onChange={(value) =>
              onChange({ fundingSource: FUNDING_SOURCES.find((each) => each === value) ?? null })
            }
            error={problemAt('fundingSource')}
          />
          <Checkbox
            label={t('hqCommittee:monthly')}
            isChecked={draft.monthly}
            onChange={(monthly) => onChange({ monthly })}
          />
          {draft.monthly && (
            <NumberField
              id={id('months')}
              label={t('hqCommittee:months')}
              isRequired
              span={6}
              value={draft.months}
              onChange={(months) => onChange({ months })}
              error={problemAt('months')}
            />
          )}
          <TextArea
            id={id('conditions')}
            label={t('hqCommittee:conditions')}
            rows={2}
            longest={LONGEST}
            value={draft.conditions}
            onChange={(conditions) => onChange({ conditions })}
          />
        </>
      )}
      {draft.outcome === 'rejected' && (
        <Select
          id={id('code')}
          label={t('hqCommittee:code')}
          isRequired
          value={draft.code}
          options={reasons.offered}
          onChange={(code) => onChange({ code })}
          placeholder={t('hqCommittee:choose')}
          nothingFound={t('hqCommittee:nothingFound')}
          error={problemAt('code')}
        />
      )}
      {(draft.outcome === 'rejected' || draft.outcome === 'deferred') && (
        <TextArea
          id={id('reason')}
          label={t('hqCommittee:reason')}
          help={t('hqCommittee:reasonHelp')}
          isRequired
          rows={2}
          longest={LONGEST}
          value={draft.reason}
          onChange={(reason) => onChange({ reason })}
          error={problemAt('reason')}
        />
      )}
      {draft.outcome === 'deferred' && (
        <TextArea
          id={id('awaited')}
          label={t('hqCommittee:awaited')}
          isRequired
          rows={2}
          longest={LONGEST}
          value={draft.awaited}
          onChange={(awaited) => onChange({ awaited })}
          error={problemAt('awaited')}
        />
      )}
      {draft.outcome === 'deferred' && (
        <DayField
          id={id('until')}
          label={t('committee:until')}
          help={t('committee:untilHelp')}
          value={draft.until}
          onChange={(until) => onChange({ until })}
          error={problemAt('until')}
        />
      )}
    </Fields>
  );
}

export function itemFieldId(itemId: string, field: keyof ItemDraft): string {
  return `decision-${itemId}-${field}`;
}
