import { Link } from '@tanstack/react-router';
import { CornerUpLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#renderer/components/Badge.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import type { SyncStatus } from '#shared/contracts/sync.ts';

/** What headquarters did not take, why, and what is to be done; the rest goes on meanwhile. */
export function RefusalsPanel({ refusals }: Pick<SyncStatus, 'refusals'>) {
  const { t } = useTranslation(['sync', 'today']);
  return (
    <Panel
      title={t('sync:refusalsTitle')}
      aside={
        <Badge tone="review" icon={CornerUpLeft}>
          {t('sync:refusalsCount', { count: refusals.length })}
        </Badge>
      }
      note={t('sync:refusalsNote')}
    >
      <Stack gap={3}>
        {refusals.map((refusal) => (
          <Note
            key={refusal.position}
            tone="review"
            action={
              refusal.caseId === null ? undefined : (
                <Link
                  to="/case/$caseId/$step"
                  params={{ caseId: refusal.caseId, step: 'now' }}
                  className={buttonClass('plain', 'sm')}
                >
                  {t('sync:openCase')}
                </Link>
              )
            }
          >
            <strong>
              {refusal.caseId === null
                ? t('sync:refusedDesk')
                : (refusal.applicantName ?? t('today:noName'))}
            </strong>{' '}
            {refusal.reference !== null && <bdi dir="ltr">{refusal.reference}</bdi>}
            <p>{t(`sync:refusal.${refusal.code}`)}</p>
            <p>{t(refusal.withheld ? 'sync:withheld' : 'sync:notWithheld')}</p>
          </Note>
        ))}
      </Stack>
    </Panel>
  );
}
