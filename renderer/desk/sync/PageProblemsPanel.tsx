import { Link } from '@tanstack/react-router';
import { FileWarning } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#renderer/components/Badge.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import type { SyncStatus } from '#shared/contracts/sync.ts';

/** Pages of scans that cannot go to headquarters: whose they are, why, and what is to be done. */
export function PageProblemsPanel({ pageProblems }: Pick<SyncStatus, 'pageProblems'>) {
  const { t } = useTranslation(['sync', 'today']);
  return (
    <Panel
      title={t('sync:pagesTitle')}
      aside={
        <Badge tone="review" icon={FileWarning}>
          {t('sync:refusalsCount', { count: pageProblems.length })}
        </Badge>
      }
      note={t('sync:refusalsNote')}
    >
      <Stack gap={3}>
        {pageProblems.map(({ scanId, page, caseId, reference, applicantName, problem }) => (
          <Note
            key={`${scanId} ${page}`}
            tone="review"
            action={
              <Link
                to="/case/$caseId/$step"
                params={{ caseId, step: 'now' }}
                className={buttonClass('plain', 'sm')}
              >
                {t('sync:openCase')}
              </Link>
            }
          >
            <strong>{applicantName ?? t('today:noName')}</strong>{' '}
            {reference !== null && <bdi dir="ltr">{reference}</bdi>}
            <p>{t(`sync:pageProblem.${problem}`, { page: page + 1 })}</p>
          </Note>
        ))}
      </Stack>
    </Panel>
  );
}
