import { useTranslation } from 'react-i18next';
import { DayField, dayTyped, typedDay } from '#renderer/caseParts/DayField.tsx';
import { useDocumentName } from '#renderer/caseParts/documentName.ts';
import type { FormText } from '#renderer/caseParts/study/formText.ts';
import { CheckboxGroup } from '#renderer/components/Checkbox.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import type { LeftIncompleteRequest } from '#shared/contracts/awaitedRequest.ts';
import { addDays } from '#shared/domain/calendar/dateArithmetic.ts';
import { isoDate } from '#shared/domain/calendar/dayNumber.ts';
import { dayNumberOf } from '#shared/domain/documents/days.ts';
import type { IsoDay } from '#shared/domain/identity.ts';
import type { StudyAtHand } from './studyCase.ts';

/** Of the first field. */
export const ASK_DOCUMENTS = 'ask-documents';
const LONGEST_ITEM = 400;

/** Days that a branch is given for an answer unless the officer says otherwise. */
const USUAL_DAYS = 14;

export function startOfAsk({ file }: StudyAtHand): Readonly<Record<string, string>> {
  return {
    dueOn: typedDay(isoDate(addDays(dayNumberOf(file.today), USUAL_DAYS))),
    place: file.case.branchName,
  };
}

/** A list of what is awaited: documents of the case, other things in words, by when and where. */
export function AskFields({
  at,
  form,
  tried,
}: {
  readonly at: StudyAtHand;
  readonly form: FormText;
  readonly tried: boolean;
}) {
  const { t } = useTranslation(['hqStudy', 'study', 'waiting']);
  const documentName = useDocumentName();
  const dueOn = dayTyped(form.text('dueOn'));
  const dayWrong = dueOn === null || dueOn < at.file.today;
  return (
    <>
      <CheckboxGroup
        id={ASK_DOCUMENTS}
        label={t('hqStudy:moreDocuments')}
        columns={2}
        values={chosenDocuments(form)}
        options={at.documents.map(({ needed }) => ({
          value: needed.documentKey,
          label: documentName(needed),
        }))}
        onChange={(values) => form.set('documents', values.join(' '))}
      />
      {tried && itemsOf(form).length === 0 && (
        <Note tone="review" slim live="status">
          {t('hqStudy:nothingChosen')}
        </Note>
      )}
      <Fields>
        <TextArea
          label={t('hqStudy:moreOthers')}
          help={t('hqStudy:moreOthersHelp')}
          span={12}
          rows={2}
          value={form.text('others')}
          onChange={(text) => form.set('others', text)}
        />
        <DayField
          label={t('study:more.dueOn')}
          span={6}
          isRequired
          error={
            tried && dayWrong
              ? t(dueOn === null ? 'study:noSuchDay' : 'study:dayNotOver')
              : undefined
          }
          value={form.text('dueOn')}
          onChange={(day) => form.set('dueOn', day)}
        />
        <TextField
          label={t('study:more.place')}
          span={6}
          isRequired
          error={tried && form.text('place').trim() === '' ? t('study:needed') : undefined}
          value={form.text('place')}
          onChange={(text) => form.set('place', text)}
        />
      </Fields>
    </>
  );
}

/** What the form asks for; null while something of it is missing. */
export function readAsk(form: FormText, today: IsoDay): LeftIncompleteRequest | null {
  const items = itemsOf(form);
  const dueOn = dayTyped(form.text('dueOn'));
  const place = form.text('place').trim();
  if (items.length === 0 || dueOn === null || dueOn < today || place === '') return null;
  return { items, dueOn, place };
}

function itemsOf(form: FormText): LeftIncompleteRequest['items'] {
  const documents = chosenDocuments(form).map((documentKey) => ({
    kind: 'document' as const,
    documentKey,
  }));
  const others = form
    .text('others')
    .split('\n')
    .map((line) => line.trim().slice(0, LONGEST_ITEM))
    .filter((line) => line !== '')
    .map((text) => ({ kind: 'other' as const, text }));
  return [...documents, ...others];
}

function chosenDocuments(form: FormText): readonly string[] {
  return form.text('documents').split(' ').filter(Boolean);
}
