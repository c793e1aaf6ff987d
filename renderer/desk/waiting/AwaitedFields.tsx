import { useTranslation } from 'react-i18next';
import { DayField } from '#renderer/caseParts/DayField.tsx';
import type { FormDraft } from '#renderer/caseParts/useFormDraft.ts';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { WantedItem } from '#shared/domain/case/wantedItems.ts';
import type { IsoDay } from '#shared/domain/identity.ts';
import { type AwaitedList, FIELDS, leftOutField } from './awaitedForm.ts';

export interface AwaitedFieldsProps {
  readonly form: FormDraft;
  readonly wanted: readonly WantedItem[];
  readonly list: AwaitedList;
  readonly today: IsoDay;
  /** Somebody has tried to send it: what is missing is said. */
  readonly tried: boolean;
}

/** What is asked for, by when and where: what the rules find, and what is said beside it. */
export function AwaitedFields({ form, wanted, list, today, tried }: AwaitedFieldsProps) {
  const { t } = useTranslation('waiting');
  const language = useLanguage();
  return (
    <>
      {wanted.length > 0 && (
        <Stack gap={2}>
          {wanted.map(({ key, name, why }) => (
            <Checkbox
              key={key}
              label={inLanguage(name, language)}
              description={t(`why.${why}`)}
              isChecked={form.text(leftOutField(key)) === ''}
              onChange={(isChecked) => form.set(leftOutField(key), isChecked ? '' : 'yes')}
            />
          ))}
        </Stack>
      )}
      {tried && list.items.length === 0 && (
        <Note tone="review" slim live="status">
          {t('nothingChosen')}
        </Note>
      )}
      <Fields>
        <TextArea
          label={t('others')}
          help={t('othersHelp')}
          span={12}
          rows={2}
          value={form.text(FIELDS.others)}
          onChange={(text) => form.set(FIELDS.others, text)}
        />
        <DayField
          label={t('dueOn')}
          span={6}
          isRequired
          error={
            tried && (list.dueOn === null || list.dueOn < today)
              ? t(list.dueOn === null ? 'noSuchDay' : 'dayNotOver')
              : undefined
          }
          value={form.text(FIELDS.dueOn)}
          onChange={(day) => form.set(FIELDS.dueOn, day)}
        />
        <TextField
          label={t('place')}
          span={6}
          isRequired
          error={tried && list.place === '' ? t('needed') : undefined}
          value={form.text(FIELDS.place)}
          onChange={(text) => form.set(FIELDS.place, text)}
        />
      </Fields>
    </>
  );
}

/** Whether such a list can be sent. */
export function isListComplete(
  list: AwaitedList,
  today: IsoDay,
): list is AwaitedList & { readonly dueOn: IsoDay } {
  return list.items.length > 0 && list.dueOn !== null && list.dueOn >= today && list.place !== '';
}
