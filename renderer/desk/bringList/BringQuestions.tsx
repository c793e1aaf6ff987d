import { useTranslation } from 'react-i18next';
import { VISIT_DAYS } from '#renderer/caseParts/bringPlace.ts';
import { CheckboxGroup } from '#renderer/components/Checkbox.tsx';
import { Choice } from '#renderer/components/Choice.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { BringChoices } from '#shared/domain/documents/bringList.ts';
import type { BringQuestion } from '#shared/domain/documents/bringListQuestions.ts';

export interface BringQuestionsProps {
  readonly questions: readonly BringQuestion[];
  readonly choices: BringChoices;
  readonly onChoices: (choices: BringChoices) => void;
  /** Days from today. */
  readonly visit: number;
  readonly onVisit: (days: number) => void;
}

/** The few questions of the telephone; each answer changes the list at once. */
export function BringQuestions(props: BringQuestionsProps) {
  const { questions, choices, onChoices, visit, onVisit } = props;
  const { t } = useTranslation(['bringList', 'interview']);
  const language = useLanguage();
  return (
    <Stack gap={4}>
      {questions.map(({ name, ask, pick, options }) => {
        const field = {
          id: `bring-${name}`,
          label: inLanguage(ask, language),
          options: options.map((option) => ({
            value: option.name,
            label: inLanguage(option.label, language),
          })),
        };
        const chosen = choices[name] ?? [];
        return pick === 'one' ? (
          <Select
            key={name}
            {...field}
            value={chosen[0] ?? null}
            onChange={(value) => onChoices({ ...choices, [name]: [value] })}
            placeholder={t('interview:choose')}
            nothingFound={t('interview:nothingFound')}
          />
        ) : (
          <CheckboxGroup
            key={name}
            {...field}
            help={t('bringList:several')}
            columns={2}
            values={chosen}
            onChange={(values) => onChoices({ ...choices, [name]: values })}
          />
        );
      })}
      <Choice
        id="bring-visit"
        label={t('bringList:visit')}
        help={t('bringList:visitHelp')}
        value={String(visit)}
        options={VISIT_DAYS.map((days) => ({
          value: String(days),
          label: t(`bringList:visitIn.${days}`),
        }))}
        onChange={(value) => onVisit(Number(value))}
      />
    </Stack>
  );
}
