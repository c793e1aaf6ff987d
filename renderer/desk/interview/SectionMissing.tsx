import { useTranslation } from 'react-i18next';
import { usePathLabel } from '#renderer/caseParts/pathLabel.ts';
import { type MissingItem, MissingList } from '#renderer/components/Facts.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import type { Evaluation } from '#shared/domain/questionnaire/evaluation.ts';
import type { Section } from '#shared/domain/questionnaire/model.ts';

export interface SectionMissingProps {
  readonly evaluation: Evaluation;
  readonly section: Section;
  /** Whether the person's file says something of it that waits to be confirmed. */
  readonly waiting: (path: string) => boolean;
  readonly onGo: (path: string) => void;
}

/** What this section still wants, each with a link to the very field. */
export function SectionMissing({ evaluation, section, waiting, onGo }: SectionMissingProps) {
  const { t } = useTranslation('interview');
  const label = usePathLabel(evaluation);
  const state = evaluation.sections.find((each) => each.section.name === section.name);
  if (state === undefined) return null;
  const toCorrect = state.problems.filter((problem) => problem.blocking);
  const items: readonly MissingItem[] = [
    ...new Map(
      toCorrect.map((problem): [string, MissingItem] => [
        problem.path,
        {
          id: `problem-${problem.path}`,
          kind: 'error',
          link: <LinkButton onPress={() => onGo(problem.path)}>{label(problem.path)}</LinkButton>,
        },
      ]),
    ).values(),
    ...state.missing.map(
      (path): MissingItem => ({
        id: `missing-${path}`,
        kind: 'unanswered',
        ...(waiting(path) ? { lead: t('fromFile.missing') } : {}),
        link: <LinkButton onPress={() => onGo(path)}>{label(path)}</LinkButton>,
      }),
    ),
  ];
  return (
    <Panel title={t('missingTitle')} compact>
      {items.length === 0 ? t('nothingMissing') : <MissingList items={items} />}
    </Panel>
  );
}
