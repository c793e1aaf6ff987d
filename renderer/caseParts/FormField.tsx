import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { CheckboxGroup } from '#renderer/components/Checkbox.tsx';
import { Choice } from '#renderer/components/Choice.tsx';
import { DateField } from '#renderer/components/DateField.tsx';
import type { DateParts } from '#renderer/components/date-parts.ts';
import type { FieldFrameProps, FieldSpan } from '#renderer/components/Field.tsx';
import {
  IdentifierField,
  MoneyField,
  NumberField,
  PhoneField,
} from '#renderer/components/NumericFields.tsx';
import { Row } from '#renderer/components/Page.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import {
  type Answer,
  type AnswerPath,
  isNonAnswer,
  LONGEST_TEXT,
} from '#shared/domain/answers/answer.ts';
import { assertNever } from '#shared/domain/assertNever.ts';
import type { Field, Choice as FieldChoice } from '#shared/domain/questionnaire/model.ts';
import { parseTyped } from '#shared/domain/questionnaire/parseTyped.ts';
import type { Problem } from '#shared/domain/questionnaire/problem.ts';
import { dateAnswer, datePartsOf, typedText, writtenMoney } from './answerText.ts';
import type { SaidInFile } from './FromFile.tsx';
import { fieldId } from './fieldId.ts';
import { SecondKeying } from './SecondKeying.tsx';
import { useDateTexts } from './useDateTexts.ts';
import { useFieldFrame } from './useFieldFrame.tsx';
import { ZoneField } from './ZoneField.tsx';
import type { ZoneEntry } from './zoneEntry.ts';

export interface FormFieldProps {
  readonly field: Field;
  readonly path: AnswerPath;
  readonly answer: Answer | null;
  /** What may be chosen here and now. */
  readonly choices: readonly FieldChoice[];
  readonly isRequired: boolean;
  readonly problems: readonly Problem[];
  readonly onChange: (answer: Answer | null) => void;
  readonly isReadOnly?: boolean;
  /** What the person's file says of it. */
  readonly said?: SaidInFile | undefined;
  readonly span?: FieldSpan;
  /** Told how machine-readable lines are being entered. */
  readonly onEntered?: ((entry: ZoneEntry) => void) | undefined;
}

/** One question of a form in the control that its type and format ask for, with its problem in words. */
export function FormField(props: FormFieldProps) {
  const frame = useFieldFrame(props);
  return (
    <>
      <Control {...props} frame={frame} />
      <SecondKeying {...props} />
    </>
  );
}

interface ControlProps extends FormFieldProps {
  readonly frame: FieldFrameProps;
}

/** Above so many choices a row of buttons is no longer seen at a glance. */
const LONGEST_ROW_OF_CHOICES = 3;

function Control(props: ControlProps) {
  const { field } = props;
  switch (field.type) {
    case 'text':
    case 'integer':
    case 'money':
    case 'geopoint':
    case 'calculate':
      return <TypedControl {...props} />;
    case 'date':
      return <DateControl {...props} />;
    case 'selectOne':
      return <OneOfControl {...props} />;
    case 'selectMultiple':
      return <ListControl {...props} />;
    case 'boolean':
      return <YesNoControl {...props} />;
    case 'note':
      return null;
    default:
      return assertNever(field.type);
  }
}

function TypedControl(props: ControlProps) {
  const { field, path, answer, onChange, frame, isReadOnly = false } = props;
  const { t } = useTranslation(['common', 'interview']);
  const [typed, setTyped] = useState<string | null>(null);
  const readText = (text: string): Answer | null => {
    if (text.trim() === '') return null;
    const parsed = parseTyped(field, text);
    // What cannot be read as this field's kind is kept as typed and explained beside it.
    return 'answer' in parsed ? parsed.answer : { value: text.slice(0, LONGEST_TEXT) };
  };
  const shared = {
    ...frame,
    id: fieldId(path),
    value: typed ?? typedText(field, answer),
    isReadOnly: isReadOnly || field.readOnly || field.type === 'calculate',
    onChange: (text: string) => {
      setTyped(text);
      onChange(readText(text));
    },
    onBlur: () => setTyped(null),
  };
  if (field.type === 'money') {
    const isNone = answer !== null && !isNonAnswer(answer) && answer.value === 0;
    const halalas = answer !== null && !isNonAnswer(answer) ? answer.value : null;
    return (
      <MoneyField
        {...shared}
        currency={
          field.appearance.includes('moneyOrNone') && answer === null && !shared.isReadOnly ? (
            <Row gap={1}>
              {t('common:riyal')}
              <Button size="sm" kind="quiet" onPress={() => onChange({ value: 0 })}>
                {t('interview:noneConfirmed')}
              </Button>
            </Row>
          ) : (
            t('common:riyal')
          )
        }
        formatted={typeof halalas === 'number' ? writtenMoney(halalas) : undefined}
        help={isNone ? t('interview:noneIsConfirmed') : shared.help}
      />
    );
  }
  if (field.type === 'integer') return <NumberField {...shared} />;
  if (field.appearance.includes('mrz')) {
    return <ZoneField {...shared} onEntered={props.onEntered} />;
  }
  switch (field.format) {
    case 'saudiMobile':
    case 'phone':
      return <PhoneField {...shared} />;
    case 'iban':
      return <IdentifierField {...shared} groupOf={4} />;
    case null:
    case 'arabicName':
      return field.appearance.includes('multiline') ? (
        <TextArea {...shared} />
      ) : (
        <TextField {...shared} />
      );
    case 'latinName':
      return <TextField {...shared} dir="ltr" lang="en" />;
    default:
      return <IdentifierField {...shared} />;
  }
}

function DateControl({ path, answer, onChange, frame, field, isReadOnly = false }: ControlProps) {
  const dateTexts = useDateTexts();
  // The calendar of an empty date is remembered while the page stands, as its boxes hold nothing.
  const [calendar, setCalendar] = useState<'hijri' | 'gregorian'>('hijri');
  // While a hand is in the boxes they show what it typed: the first digit of a day is a date too, and
  // written back as `02` it would leave no room for the second.
  const [typed, setTyped] = useState<DateParts | null>(null);
  const parts = typed ?? datePartsOf(answer, calendar);
  return (
    <DateField
      {...frame}
      id={fieldId(path)}
      isReadOnly={isReadOnly || field.readOnly}
      parts={parts}
      onLeave={() => setTyped(null)}
      onChange={(changed) => {
        setCalendar(changed.calendar);
        // The menu of calendars lies outside the boxes: after it nobody leaves them.
        setTyped(changed.calendar === parts.calendar ? changed : null);
        onChange(dateAnswer(changed));
      }}
      texts={dateTexts}
    />
  );
}

function OneOfControl(props: ControlProps) {
  const { field, path, answer, choices, onChange, frame, isReadOnly = false } = props;
  const { t } = useTranslation('interview');
  const language = useLanguage();
  const value =
    answer !== null && !isNonAnswer(answer) && typeof answer.value === 'string'
      ? answer.value
      : null;
  const options = choices.map((choice) => ({
    value: choice.name,
    label: inLanguage(choice.label, language),
  }));
  const shared = {
    ...frame,
    id: fieldId(path),
    options,
    value,
    isReadOnly: isReadOnly || field.readOnly,
    onChange: (chosen: string) => onChange({ value: chosen }),
  };
  if (options.length > 0 && options.length <= LONGEST_ROW_OF_CHOICES) return <Choice {...shared} />;
  return <Select {...shared} placeholder={t('choose')} nothingFound={t('nothingFound')} />;
}

function ListControl(props: ControlProps) {
  const { field, choices, path, answer, onChange, frame, isReadOnly = false } = props;
  const language = useLanguage();
  const values =
    answer !== null && !isNonAnswer(answer) && Array.isArray(answer.value) ? answer.value : [];
  return (
    <CheckboxGroup
      {...frame}
      id={fieldId(path)}
      columns={3}
      isReadOnly={isReadOnly || field.readOnly}
      options={choices.map((choice) => ({
        value: choice.name,
        label: inLanguage(choice.label, language),
      }))}
      values={values}
      onChange={(chosen) => onChange(chosen.length === 0 ? null : { value: [...chosen] })}
    />
  );
}

function YesNoControl(props: ControlProps) {
  const { field, path, answer, onChange, frame, isReadOnly = false } = props;
  const { t } = useTranslation('interview');
  const value =
    answer !== null && !isNonAnswer(answer) && typeof answer.value === 'boolean'
      ? String(answer.value)
      : null;
  return (
    <Choice
      {...frame}
      id={fieldId(path)}
      value={value}
      isReadOnly={isReadOnly || field.readOnly}
      options={[
        { value: 'true', label: t('yes') },
        { value: 'false', label: t('no') },
      ]}
      onChange={(chosen) => onChange({ value: chosen === 'true' })}
    />
  );
}
