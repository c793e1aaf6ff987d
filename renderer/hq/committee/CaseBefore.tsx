import { useTranslation } from 'react-i18next';
import { writtenMoney } from '#renderer/caseParts/answerText.ts';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Facts } from '#renderer/components/Facts.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { dayOf } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { CaseInSession } from '#shared/contracts/hq/committee.ts';
import { OUTCOME_OF } from './itemDraft.ts';

/** What led here, where it is not a first decision: the appeal, or what deferred items waited for. */
export function CaseBefore({ found }: { readonly found: CaseInSession }) {
  const { t } = useTranslation(['committee', 'hqCommittee', 'common']);
  const language = useLanguage();
  const { appeal, answers, standing, report } = found;
  const nameOf = (itemId: string) =>
    found.items.find((item) => item.itemId === itemId)?.label?.[language] ??
    t('hqCommittee:unnamedItem');
  return (
    <>
      {report !== null && (
        <Panel
          title={t('committee:reportTitle')}
          note={
            <>
              <Words>{report.officerName}</Words> · <DayText day={report.reportedOn} />
            </>
          }
        >
          <Stack gap={2}>
            <p dir="auto">{report.findings}</p>
            {report.items.map((item) => (
              <p key={item.itemId}>
                <strong>
                  {nameOf(item.itemId)}: {t(`hqCommittee:outcome.${OUTCOME_OF[item.recommends]}`)}
                </strong>{' '}
                {item.amount !== null && (
                  <>
                    <Bdi>{writtenMoney(item.amount)}</Bdi> {t('common:riyal')} ·{' '}
                  </>
                )}
                {item.months !== null && `${t('hqCommittee:forMonths', { count: item.months })} · `}
                <Words>{item.reason}</Words>
              </p>
            ))}
            {found.agenda.decided === null && (
              <Note tone="info" slim>
                {t('committee:recommendedNote')}
              </Note>
            )}
          </Stack>
        </Panel>
      )}
      {appeal !== null && (
        <Panel title={t('committee:appealTitle')}>
          <Stack>
            <Facts
              layout="columns"
              facts={[
                {
                  id: 'against',
                  term: t('committee:against'),
                  value: <Bdi>{appeal.decisionNumber}</Bdi>,
                },
                {
                  id: 'filedOn',
                  term: t('committee:filedOn'),
                  value: <DayText day={appeal.filedOn} />,
                },
                { id: 'grounds', term: t('committee:grounds'), value: <bdi>{appeal.grounds}</bdi> },
                ...(appeal.newDocuments === null
                  ? []
                  : [
                      {
                        id: 'newDocuments',
                        term: t('committee:newDocuments'),
                        value: <bdi>{appeal.newDocuments}</bdi>,
                      },
                    ]),
                ...(appeal.lateReason === null
                  ? []
                  : [
                      {
                        id: 'lateReason',
                        term: t('committee:lateReason'),
                        value: <bdi>{appeal.lateReason}</bdi>,
                      },
                    ]),
              ]}
            />
            <Note tone="info" slim>
              {t('committee:othersDecide')}
            </Note>
          </Stack>
        </Panel>
      )}
      {answers.length > 0 && (
        <Panel title={t('committee:answersTitle')}>
          <Stack gap={2}>
            {answers.map(({ text, at }) => (
              <p key={at}>
                <DayText day={dayOf(at)} /> · <Words>{text}</Words>
              </p>
            ))}
          </Stack>
        </Panel>
      )}
      {standing.length > 0 && (
        <Note tone="info" slim>
          {t('committee:standingTitle')} ({standing.length}). {t('committee:standingHelp')}
        </Note>
      )}
    </>
  );
}
