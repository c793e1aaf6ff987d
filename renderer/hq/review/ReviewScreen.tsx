import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useLookEvery } from '#renderer/access/hq/overview.ts';
import { Page } from '#renderer/components/Page.tsx';
import { Tabs } from '#renderer/components/Tabs.tsx';
import { CollisionsView } from './CollisionsView.tsx';
import { MergesView } from './MergesView.tsx';
import { PairsView } from './PairsView.tsx';

const VIEWS = ['pairs', 'asked', 'collisions', 'merges'] as const;
type View = (typeof VIEWS)[number];

export interface ReviewScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
  readonly search: Readonly<Record<string, unknown>>;
}

/** Who is who: pairs that may be one person, what several persons share, and what was joined. */
export function ReviewScreen({ params, search }: ReviewScreenProps) {
  const { t } = useTranslation('review');
  const { queries } = useHq();
  const navigate = useNavigate();
  const view = VIEWS.find((each) => each === params['view']) ?? 'pairs';
  const openKey = typeof search['pair'] === 'string' ? search['pair'] : null;
  const { data } = useQuery({
    ...queries.review.list.queryOptions({ input: { state: 'open', offset: 0, limit: 1 } }),
    placeholderData: keepPreviousData,
    refetchInterval: useLookEvery(),
  });
  const counts = data?.counts;
  const countOf = (each: View) =>
    counts === undefined ? {} : { count: counts[each === 'pairs' ? 'open' : each] };
  const contentOf = (each: View) => {
    switch (each) {
      case 'pairs':
        return <PairsView key="open" state="open" openKey={openKey} />;
      case 'asked':
        return <PairsView key="asked" state="asked" openKey={openKey} />;
      case 'collisions':
        return <CollisionsView />;
      case 'merges':
        return <MergesView />;
    }
  };
  return (
    <Page title={t('title')} subtitle={t('subtitle')}>
      <Tabs
        label={t('views')}
        selectedId={view}
        onSelect={(id) => void navigate({ to: `/review/${id}` as string, search: {} as never })}
        tabs={VIEWS.map((each) => ({
          id: each,
          label: t(`view.${each}`),
          ...countOf(each),
          content: each === view ? contentOf(each) : null,
        }))}
      />
    </Page>
  );
}
