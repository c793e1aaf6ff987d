import { useTranslation } from 'react-i18next';
import { CheckboxGroup } from '#renderer/components/Checkbox.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { ContactChannel } from '#shared/domain/case/vocabulary.ts';
import type { IsoDay } from '#shared/domain/identity.ts';
import type { AppealDraft, AppealProblem } from './appealDraft.ts';
import { DayField } from './DayField.tsx';

export interface AppealFieldsProps {
  readonly draft: AppealDraft;
  readonly problem: { readonly problem: AppealProblem; readonly field: keyof AppealDraft } | null;
  /** After the last day it is taken with a reason. */
  readonly isLate: boolean;
  readonly lastDay: IsoDay;
  /** The rejected items by name. */
  readonly items: readonly { readonly itemId: string; readonly name: string }[];
  readonly onChange: (part: Partial<AppealDraft>) => void;
}

const LONGEST = 2000;

/** What a person says against a decision; the same at a branch and at headquarters. */
export function AppealFields(props: AppealFieldsProps) {
  const { draft, problem, isLate, lastDay, items, onChange } = props;
  const { t } = useTranslation(['appeal', 'common']);
  const problemAt = (field: keyof AppealDraft) =>
    problem?.field === field ? t(`appeal:problem.${problem.problem}`) : undefined;
  return (
    <Fields>
      <CheckboxGroup
        id="appeal-itemIds"
        label={t('appeal:items')}
        isRequired
        values={draft.itemIds}
        options={items.map(({ itemId, name }) => ({ value: itemId, label: name }))}
        onChange={(itemIds) => onChange({ itemIds })}
        error={problemAt('itemIds')}
      />
      <Select
        label={t('appeal:channel')}
        isRequired
        span={6}
        value={draft.channel}
        options={ContactChannel.options.map((value) => ({
          value,
          label: t(`common:channel.${value}`),
        }))}
        onChange={(value) => onChange({ channel: ContactChannel.parse(value) })}
        placeholder={t('appeal:choose')}
        nothingFound={t('appeal:nothingFound')}
      />
      <DayField
        id="appeal-filedOn"
        label={t('appeal:filedOn')}
        help={
          <>
            {t('appeal:lastDay')} <DayText day={lastDay} />
          </>
        }
        isRequired
        span={6}
        value={draft.filedOn}
        onChange={(filedOn) => onChange({ filedOn })}
        error={problemAt('filedOn')}
      />
      <TextArea
        id="appeal-grounds"
        label={t('appeal:grounds')}
        help={t('appeal:groundsHelp')}
        isRequired
        rows={3}
        longest={LONGEST}
        value={draft.grounds}
        onChange={(grounds) => onChange({ grounds })}
        error={problemAt('grounds')}
      />
      <TextArea
        id="appeal-newDocuments"
        label={t('appeal:newDocuments')}
        help={t('appeal:newDocumentsHelp')}
        rows={2}
        longest={LONGEST}
        value={draft.newDocuments}
        onChange={(newDocuments) => onChange({ newDocuments })}
      />
      {isLate && (
        <>
          <Note tone="review" slim live="status">
            {t('appeal:isLate')}
          </Note>
          <TextArea
            id="appeal-lateReason"
            label={t('appeal:lateReason')}
            isRequired
            rows={2}
            longest={LONGEST}
            value={draft.lateReason}
            onChange={(lateReason) => onChange({ lateReason })}
            error={problemAt('lateReason')}
          />
        </>
      )}
    </Fields>
  );
}
