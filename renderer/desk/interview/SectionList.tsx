import { useTranslation } from 'react-i18next';
import type { StepProps } from '#renderer/caseParts/step.ts';
import { type Part, PartsList } from '#renderer/components/PartsList.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { SectionState } from '#shared/domain/questionnaire/evaluation.ts';
import type { Section } from '#shared/domain/questionnaire/model.ts';
import { sectionKey } from '#shared/domain/questionnaire/sectionKey.ts';

export interface SectionListProps {
  readonly sections: readonly SectionState[];
  readonly current: Section;
  readonly hrefOf: StepProps['hrefOf'];
}

const LOOKS = {
  empty: 'untouched',
  started: 'begun',
  complete: 'done',
  blocked: 'missing',
} as const;

/** The sections of the interview with how far each has come. */
export function SectionList({ sections, current, hrefOf }: SectionListProps) {
  const { t } = useTranslation('interview');
  const language = useLanguage();
  const parts = sections.map((each): Part => {
    const { section, state } = each;
    const toCorrect = each.problems.filter((problem) => problem.blocking).length;
    const words = {
      empty: undefined,
      started: t('sectionState.started', { count: each.missing.length }),
      complete: t('sectionState.complete'),
      blocked: t('sectionState.blocked', { count: toCorrect }),
    };
    const stateLabel = words[state];
    return {
      id: section.name,
      ...(section.letter === null ? {} : { letter: inLanguage(section.letter, language) }),
      title: inLanguage(section.label, language),
      isCurrent: section.name === current.name,
      href: hrefOf('interview', { at: sectionKey(section) }),
      state: LOOKS[state],
      ...(stateLabel === undefined ? {} : { stateLabel }),
    };
  });
  return <PartsList label={t('sections')} parts={parts} />;
}
