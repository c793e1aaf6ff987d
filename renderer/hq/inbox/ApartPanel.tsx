import { useTranslation } from 'react-i18next';
import type { CaseRules } from '#renderer/access/reference.ts';
import { useShowAnswer } from '#renderer/caseParts/displayAnswer.tsx';
import { Facts } from '#renderer/components/Facts.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { clockTime, dayOf, spokenDay } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { CaseState, FieldConflict } from '#shared/domain/case/caseState.ts';
import { findField } from '#shared/domain/questionnaire/fields.ts';
import styles from './inbox.module.css';
import type { PlaceNames } from './placeNames.ts';

export interface ApartPanelProps {
  readonly state: CaseState;
  readonly rules: CaseRules;
  readonly names: PlaceNames;
  /** Names of those who worked on it. */
  readonly people: Readonly<Record<string, string>>;
}

/**
 * Fields that two people changed apart: each value with who gave it and when. The branch chooses, with the
 * person whom it is about, and has it signed anew: the seal stands on one of the values alone.
 */
export function ApartPanel({ state, rules, names, people }: ApartPanelProps) {
  const { t } = useTranslation('import');
  const conflicts = Object.values(state.conflicts);
  if (conflicts.length === 0) return null;
  return (
    <Panel title={t('apartTitle')} compact>
      <Stack gap={3}>
        <p className={styles.quiet}>{t('apartHelp')}</p>
        {conflicts.map((conflict) => (
          <Values
            key={conflict.path}
            conflict={conflict}
            rules={rules}
            names={names}
            people={people}
          />
        ))}
      </Stack>
    </Panel>
  );
}

function Values({
  conflict: { path, candidates },
  rules,
  names,
  people,
}: Omit<ApartPanelProps, 'state'> & { readonly conflict: FieldConflict }) {
  const { t } = useTranslation('headquarters');
  const language = useLanguage();
  const show = useShowAnswer();
  const field = findField(rules.questionnaire, path);
  return (
    <section aria-label={names.field(path)}>
      <strong>{names.field(path)}</strong>
      <Facts
        facts={candidates.map(({ mark, answer }) => ({
          id: mark.eventId,
          term: t('conflict.who', {
            name: people[mark.actorId] ?? t('conflict.someone'),
            day: spokenDay(dayOf(mark.at), language).gregorian,
            time: clockTime(mark.at),
          }),
          value:
            answer === null || field === undefined ? t('conflict.removed') : show(field, answer),
        }))}
      />
    </section>
  );
}
