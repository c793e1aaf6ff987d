import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Facts } from '#renderer/components/Facts.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { CaseDecision } from '#shared/contracts/hq/decisions.ts';
import { DecidedItem } from './DecidedItems.tsx';
import { ReleasePanel, type ShownDecision } from './ReleasePanel.tsx';

/** One decision with its items; the last one with what became of its release. */
export function DecisionPanel({
  found,
  decision,
  isLast,
}: {
  readonly found: CaseDecision;
  readonly decision: ShownDecision;
  readonly isLast: boolean;
}) {
  const { t } = useTranslation(['hqCommittee', 'committee']);
  const language = useLanguage();
  const { content, session, toldOn, appealUntil } = decision;
  const nameOf = (itemId: string) =>
    found.items.find((item) => item.itemId === itemId)?.label?.[language] ??
    t('hqCommittee:unnamedItem');
  return (
    <>
      <Panel
        title={
          <>
            {t(content.reviewOf === null ? 'hqCommittee:decisionTitle' : 'hqCommittee:reviewTitle')}{' '}
            <Bdi>{content.number}</Bdi>
          </>
        }
      >
        <Stack>
          <Facts
            layout="columns"
            facts={[
              {
                id: 'decidedOn',
                term: t('hqCommittee:decidedOn'),
                value: <DayText day={content.decidedOn} />,
              },
              ...(session === null
                ? content.reviewOf === null
                  ? []
                  : [
                      {
                        id: 'director',
                        term: t('hqCommittee:reviewTitle'),
                        value: t('hqCommittee:director.by'),
                      },
                    ]
                : [
                    {
                      id: 'session',
                      term: t('committee:number'),
                      value: (
                        <Link to={`/committee/session/${session.sessionId}` as string}>
                          <Bdi>{session.number}</Bdi>
                        </Link>
                      ),
                    },
                  ]),
              ...(toldOn === null || isLast
                ? []
                : [{ id: 'told', term: t('hqCommittee:toldOn'), value: <DayText day={toldOn} /> }]),
              ...(appealUntil === null
                ? []
                : [
                    {
                      id: 'appeal',
                      term: t('hqCommittee:appealUntil'),
                      value: <DayText day={appealUntil} />,
                    },
                  ]),
            ]}
          />
          {content.items.map((item) => (
            <Stack key={item.itemId} gap={2}>
              <strong>{nameOf(item.itemId)}</strong>
              <DecidedItem item={item} />
            </Stack>
          ))}
        </Stack>
      </Panel>
      {isLast && <ReleasePanel found={found} decision={decision} />}
    </>
  );
}
