import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldFrameProps, FieldSpan } from '#renderer/components/Field.tsx';
import type { NonAnswer } from '#renderer/components/NonAnswerMenu.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import { isNonAnswer, NonAnswerCode } from '#shared/domain/answers/answer.ts';
import type { Field } from '#shared/domain/questionnaire/model.ts';
import type { FormFieldProps } from './FormField.tsx';
import { FromFile } from './FromFile.tsx';
import { useLibraryHelp } from './LibraryHelp.tsx';
import { useProblemSentence } from './problemSentence.ts';

/** Label, help, mark, problem and non-answer of a question, in the language of the screen. */
export function useFieldFrame(props: FormFieldProps): FieldFrameProps {
  const { field, isRequired, problems } = props;
  const { t } = useTranslation(['common', 'interview', 'library']);
  const language = useLanguage();
  const sentence = useProblemSentence();
  const nonAnswer = useNonAnswer(props);
  const help = useLibraryHelp();
  const page = help?.pageNaming(field.name) ?? null;
  // A missing answer is said beside the page, not shouted at an empty box.
  // Nor is a number that was keyed twice "as printed" still called wrong: its own note says so.
  const { answer } = props;
  const asPrinted = answer !== null && !isNonAnswer(answer) && answer.asPrinted === true;
  const shown = problems.find(
    (problem) => problem.code !== 'required' && (problem.blocking || !asPrinted),
  );
  return {
    label: inLanguage(field.label, language),
    isRequired,
    mark: isRequired ? undefined : t('common:optional'),
    sensitiveLabel: field.sensitive ? t('interview:sensitive') : undefined,
    help: field.hint === null ? undefined : inLanguage(field.hint, language),
    below: props.said === undefined ? undefined : <FromFile field={field} said={props.said} />,
    error: shown === undefined ? undefined : sentence(shown),
    guide:
      help === null || page === null
        ? undefined
        : { label: t('library:helpField'), onPress: () => help.open(page) },
    span: props.span ?? spanOf(field),
    nonAnswer: props.isReadOnly === true || field.readOnly ? undefined : nonAnswer,
  };
}

function useNonAnswer({ field, answer, onChange }: FormFieldProps): NonAnswer | undefined {
  const { t } = useTranslation('interview');
  // The code is chosen before its reason is written; only both together are an answer.
  const [chosen, setChosen] = useState<NonAnswerCode | null>(null);
  if (field.nonAnswers.length === 0) return undefined;
  const coded =
    answer !== null && isNonAnswer(answer)
      ? { code: answer.nonAnswer, reason: answer.reason }
      : chosen === null
        ? undefined
        : { code: chosen, reason: '' };
  return {
    menuLabel: t('nonAnswer.menu'),
    options: field.nonAnswers.map((code) => ({
      code,
      label: t(`nonAnswer.${code}`),
      chip: t(`nonAnswer.chip.${code}`),
    })),
    onChoose: (code) => {
      const parsed = NonAnswerCode.parse(code);
      setChosen(parsed);
      onChange(null);
    },
    coded,
    reasonLabel: t('nonAnswer.reason'),
    onReason: (reason) => {
      const code = coded?.code;
      if (code === undefined) return;
      setChosen(code);
      onChange(reason.trim() === '' ? null : { nonAnswer: code, reason });
    },
    changeLabel: t('nonAnswer.change'),
    onClear: () => {
      setChosen(null);
      onChange(null);
    },
  };
}

function spanOf(field: Field): FieldSpan {
  if (field.appearance.includes('multiline') || field.type === 'selectMultiple') return 12;
  if (field.appearance.includes('wide')) return 12;
  if (field.type === 'money' || field.type === 'integer') return 4;
  if (field.format === 'digits4' || field.format === 'digits5') return 3;
  return 6;
}
