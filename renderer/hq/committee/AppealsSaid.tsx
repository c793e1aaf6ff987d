import { Link } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Facts } from '#renderer/components/Facts.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import type { CaseDecision } from '#shared/contracts/hq/decisions.ts';

/** Appeals against decisions on this case, as they were taken down. */
export function AppealsSaid({ found }: { readonly found: CaseDecision }) {
  const { t } = useTranslation(['hqCommittee', 'committee', 'appeal']);
  const mayRecord = useHqMay('appeals.record');
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
        {mayRecord && (
          <Row>
            <Link
              to={`/committee/case/${found.case.caseId}/N9/${appeal.appealId}` as string}
              className={buttonClass('quiet', 'sm')}
            >
              <Icon of={Printer} size="sm" />
              <span>{t('appeal:printN9')}</span>
            </Link>
          </Row>
        )}
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
