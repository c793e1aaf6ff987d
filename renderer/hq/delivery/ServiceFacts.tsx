import { useTranslation } from 'react-i18next';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Facts } from '#renderer/components/Facts.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import { SERVICE_EVENT_PAYLOADS } from '#shared/domain/case/serviceEvents.ts';
import styles from './delivery.module.css';
import type { OpenService } from './useOpenService.ts';

const AFTER_DECISION: ReadonlySet<string> = new Set([
  ...Object.keys(SERVICE_EVENT_PAYLOADS),
  'decisionReleased',
  'decisionTold',
  'opinionGiven',
  'opinionDeclined',
]);

/** Beside the work: which case it is, and what happened since its decision, the latest first. */
export function ServiceFacts({ open }: { readonly open: OpenService }) {
  const { t } = useTranslation(['hqDelivery', 'caseFrame', 'common']);
  const { state, file } = open;
  const numbers = state.headquarters.decisions.flatMap(({ content, released }) =>
    content === null || released === null ? [] : [content.number],
  );
  const happened = file.events.filter(({ kind }) => AFTER_DECISION.has(kind)).toReversed();
  return (
    <Stack>
      <Panel title={t('hqDelivery:whereItStands')} compact>
        <Facts
          facts={[
            {
              id: 'reference',
              term: t('hqDelivery:reference'),
              value: <Bdi>{state.reference}</Bdi>,
            },
            ...(file.fileNo === null
              ? []
              : [
                  {
                    id: 'file',
                    term: t('hqDelivery:fileNo'),
                    value: <Bdi>{file.fileNo}</Bdi>,
                  },
                ]),
            { id: 'branch', term: t('hqDelivery:branchName'), value: file.branchName },
            ...(numbers.length === 0
              ? []
              : [
                  {
                    id: 'decision',
                    term: t('hqDelivery:decision'),
                    value: <Bdi>{numbers.join(' · ')}</Bdi>,
                  },
                ]),
          ]}
        />
      </Panel>
      {happened.length > 0 && (
        <Panel title={t('hqDelivery:history')} compact>
          <ol className={styles.history}>
            {happened.map((event) => (
              <li key={event.eventId}>
                <span>{t(`caseFrame:event.${happenedAs(event.kind)}`)}</span>
                <small className={styles.muted}>
                  <InstantText instant={event.at} today={file.today} layout="line" />
                  {file.people[event.actorId] !== undefined && ` · ${file.people[event.actorId]}`}
                </small>
              </li>
            ))}
          </ol>
        </Panel>
      )}
    </Stack>
  );
}

/** Answers have words of their own by their section; none of them stands here. */
function happenedAs(kind: OpenService['file']['events'][number]['kind']) {
  return kind === 'answersChanged' ? ('answersCorrected' as const) : kind;
}
