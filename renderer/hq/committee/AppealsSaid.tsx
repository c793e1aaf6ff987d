import { useTranslation } from 'react-i18next';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Facts } from '#renderer/components/Facts.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import type { CaseDecision } from '#shared/contracts/hq/decisions.ts';

/** Appeals against decisions on this case, as they were taken down. */
export function AppealsSaid({ found }: { readonly found: CaseDecision }) {
  const { t } = useTranslation(['hqCommittee', 'committee']);
  return found.appeals.map((appeal) => (
    <Panel
      key={appeal.appealId}
      title={
        <>
          {t('committee:appealTitle')} <Bdi>{appeal.decisionNumber}</Bdi>
        </>
      }
    >
      <Stack>
        <Facts
          layout="columns"
          facts={[
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
                    id: 'late',
                    term: t('committee:lateReason'),
                    value: <bdi>{appeal.lateReason}</bdi>,
                  },
                ]),
          ]}
        />
        {!appeal.isDecided && (
          <Note tone="info" slim>
            {t('committee:othersDecide')}
          </Note>
        )}
      </Stack>
    </Panel>
  ));
}
