import { useTranslation } from 'react-i18next';
import { Panel } from '#renderer/components/Panel.tsx';
import { Timeline } from '#renderer/components/Timeline.tsx';
import { clockTime, dayOf, spokenDay } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { ImportCaseFile } from '#shared/contracts/hq/imports.ts';
import { useStepName } from './findingWords.ts';

/** Single entries of these say nothing by themselves: the data beside them say it. */
const MANY: ReadonlySet<string> = new Set([
  'verdictRecorded',
  'documentRecorded',
  'answersChanged',
]);

/** What happened to the case and who did it, the latest first. */
export function CaseSteps({ file }: { readonly file: ImportCaseFile }) {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const step = useStepName();
  const items = file.events
    .filter(({ kind }) => !MANY.has(kind))
    .toReversed()
    .map((event) => {
      const person = file.people[event.actorId];
      const day = spokenDay(dayOf(event.at), language).gregorian;
      return {
        id: event.eventId,
        time: clockTime(event.at),
        title: step(event.kind),
        detail: person === undefined ? day : `${day} · ${person}`,
      };
    });
  return (
    <Panel title={t('steps')} compact>
      <Timeline label={t('steps')} items={items} />
    </Panel>
  );
}
