import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Icon } from '#renderer/components/Icon.tsx';
import { Page } from '#renderer/components/Page.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { SessionId } from '#shared/domain/committee/sessionEvents.ts';
import { PlanForm } from './PlanForm.tsx';
import { EMPTY_PLAN, planDraftOf } from './sessionPlanDraft.ts';
import { useCommitteeAction } from './useCommitteeAction.ts';

export interface PlanScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
}

/** A session is planned, or its plan changed before it begins. */
export function PlanScreen({ params }: PlanScreenProps) {
  const sessionId = SessionId.safeParse(params['sessionId']);
  return sessionId.success ? <ChangePlan sessionId={sessionId.data} /> : <NewPlan />;
}

function NewPlan() {
  const { t } = useTranslation(['committee', 'common']);
  const { queries, client } = useHq();
  const navigate = useNavigate();
  const terms = useQuery(queries.committee.terms.queryOptions());
  const plan = useCommitteeAction(client.committee.plan);
  return (
    <Page title={t('committee:planTitle')} action={<Back to="/committee" />}>
      <HqErrorNote error={terms.error} />
      {terms.data === undefined ? (
        <Skeleton label={t('common:loading')} />
      ) : (
        <PlanForm
          {...terms.data}
          begin={EMPTY_PLAN}
          isBusy={plan.isPending}
          error={plan.error}
          onSave={(input) =>
            plan.mutate(input, {
              onSuccess: ({ session }) =>
                void navigate({ to: `/committee/session/${session.sessionId}` as string }),
            })
          }
        />
      )}
    </Page>
  );
}

function ChangePlan({ sessionId }: { readonly sessionId: SessionId }) {
  const { t } = useTranslation(['committee', 'common']);
  const { queries, client } = useHq();
  const navigate = useNavigate();
  const open = useQuery({
    ...queries.committee.open.queryOptions({ input: { sessionId } }),
    // What is typed here begins with what stood when the form was opened.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const replan = useCommitteeAction(client.committee.replan);
  const at = `/committee/session/${sessionId}`;
  return (
    <Page
      title={t('committee:replanTitle', {
        number: `\u2066${open.data?.session.number ?? ''}\u2069`,
      })}
      action={<Back to={at} />}
    >
      <HqErrorNote error={open.error} />
      {open.data === undefined ? (
        <Skeleton label={t('common:loading')} />
      ) : (
        <PlanForm
          begin={planDraftOf(open.data.session)}
          today={open.data.today}
          quorum={open.data.quorum}
          isBusy={replan.isPending}
          error={replan.error}
          onSave={(input) =>
            replan.mutate(
              { ...input, sessionId, version: open.data.session.version },
              { onSuccess: () => void navigate({ to: at as string }) },
            )
          }
        />
      )}
    </Page>
  );
}

function Back({ to }: { readonly to: string }) {
  const { t } = useTranslation('committee');
  return (
    <Link to={to as string} className={buttonClass('quiet', 'md')}>
      <Icon of={ArrowLeft} flow />
      <span>{t(to === '/committee' ? 'backToSessions' : 'backToSession')}</span>
    </Link>
  );
}
