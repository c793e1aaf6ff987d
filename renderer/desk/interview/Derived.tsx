import { useTranslation } from 'react-i18next';
import { useShowAnswer } from '#renderer/caseParts/displayAnswer.tsx';
import { type Fact, Facts } from '#renderer/components/Facts.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { Evaluation } from '#shared/domain/questionnaire/evaluation.ts';
import type { Section } from '#shared/domain/questionnaire/model.ts';

export interface DerivedProps {
  readonly evaluation: Evaluation;
  readonly section: Section;
}

/** The figures that the form works out by itself, live. */
export function Derived({ evaluation, section }: DerivedProps) {
  const { t } = useTranslation('interview');
  const language = useLanguage();
  const show = useShowAnswer();
  const facts = section.items.flatMap((item): readonly Fact[] => {
    if (item.kind !== 'field' || item.type !== 'calculate') return [];
    const state = evaluation.paths.get(item.name);
    if (state?.relevant !== true || state.value === null) return [];
    return [
      {
        id: item.name,
        term: inLanguage(item.label, language),
        value: show(item, { value: state.value }),
      },
    ];
  });
  return facts.length === 0 ? null : (
    <Panel title={t('derivedTitle')} compact>
      <Facts facts={facts} />
    </Panel>
  );
}
