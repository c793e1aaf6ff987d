import { useTranslation } from 'react-i18next';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { Choice } from '#renderer/components/Choice.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import type { AwaitedItem } from '#shared/domain/case/awaited.ts';
import { DayField, dayTyped } from '../DayField.tsx';
import type { FormText } from './formText.ts';
import { useFocusAtOpening } from './useFocusAtOpening.ts';

export interface ItemAnswerFieldsProps {
  readonly item: AwaitedItem;
  readonly form: FormText;
  /** Somebody has tried to save it: what is missing is said. */
  readonly tried: boolean;
}

const LONGEST = 2000;

/** One thing that headquarters asked for: whether it came, what is printed on it, what was said. */
export function ItemAnswerFields({ item, form, tried }: ItemAnswerFieldsProps) {
  const { t } = useTranslation('study');
  const id = `answer-${item.itemId}`;
  useFocusAtOpening(id);
  const outcome = outcomeOf(form);
  const isDocument = item.subject.kind === 'document';
  const text = form.text('text');
  const dayError = (name: string) =>
    tried &&
    form.text(name).trim() !== '' &&
    !isEmptyDay(form.text(name)) &&
    dayTyped(form.text(name)) === null
      ? t('noSuchDay')
      : undefined;
  return (
    <Fields>
      <Choice
        id={id}
        label={t('more.outcome')}
        span={12}
        isRequired
        error={tried && outcome === null ? t('needed') : undefined}
        value={outcome}
        options={(['came', 'cannot'] as const).map((value) => ({
          value,
          label: t(`more.${value}`),
        }))}
        onChange={(value) => form.set('outcome', value)}
      />
      {outcome === 'came' && isDocument && (
        <>
          <DayField
            label={t('more.issuedOn')}
            help={t('more.issuedHelp')}
            span={6}
            error={dayError('issuedOn')}
            value={form.text('issuedOn')}
            onChange={(day) => form.set('issuedOn', day)}
          />
          <DayField
            label={t('more.expiresOn')}
            help={t('more.issuedHelp')}
            span={6}
            error={dayError('expiresOn')}
            value={form.text('expiresOn')}
            onChange={(day) => form.set('expiresOn', day)}
          />
          <Checkbox
            label={t('more.originalSighted')}
            isChecked={form.text('original') === 'yes'}
            onChange={(isChecked) => form.set('original', isChecked ? 'yes' : '')}
          />
        </>
      )}
      {outcome !== null && (
        <TextArea
          label={t(outcome === 'cannot' ? 'more.why' : 'more.said')}
          span={12}
          rows={2}
          longest={LONGEST}
          isRequired={outcome === 'cannot' || !isDocument}
          error={
            tried && text.trim() === '' && (outcome === 'cannot' || !isDocument)
              ? t('needed')
              : undefined
          }
          value={text}
          onChange={(written) => form.set('text', written)}
        />
      )}
    </Fields>
  );
}

/** What the form says; null while something of it is missing. */
export function readItemAnswer(form: FormText, item: AwaitedItem) {
  const outcome = outcomeOf(form);
  const isDocument = item.subject.kind === 'document';
  const text = form.text('text').trim();
  if (outcome === null || text.length > LONGEST) return null;
  if (text === '' && (outcome === 'cannot' || !isDocument)) return null;
  const day = (name: string) => {
    const typed = form.text(name);
    return isEmptyDay(typed) ? null : (dayTyped(typed) ?? undefined);
  };
  const issuedOn = day('issuedOn');
  const expiresOn = day('expiresOn');
  if (issuedOn === undefined || expiresOn === undefined) return null;
  const paper =
    outcome === 'came' && isDocument
      ? { originalSighted: form.text('original') === 'yes', issuedOn, expiresOn }
      : null;
  return { outcome, text: text === '' ? null : text, paper };
}

function outcomeOf(form: FormText): 'came' | 'cannot' | null {
  const written = form.text('outcome');
  return written === 'came' || written === 'cannot' ? written : null;
}

/** A calendar was chosen and no figure typed. */
function isEmptyDay(typed: string): boolean {
  return !/\d/u.test(typed);
}
