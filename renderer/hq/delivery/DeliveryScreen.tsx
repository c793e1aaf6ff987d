import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { HandHeart } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqToday, useLookEvery } from '#renderer/access/hq/overview.ts';
import { writtenMoney } from '#renderer/caseParts/answerText.ts';
import { Button } from '#renderer/components/Button.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { Money } from '#renderer/components/Money.tsx';
import { Page, Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { Tabs } from '#renderer/components/Tabs.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { DeliveryView } from '#shared/contracts/hq/delivery.ts';
import { BranchOfficeId } from '#shared/domain/identity.ts';
import { DeliveryTable } from './DeliveryTable.tsx';
import styles from './delivery.module.css';

export interface DeliveryScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
  readonly search: Readonly<Record<string, unknown>>;
}

const EVERY = 'every';

/** What is to be done after the decision, by branch and by month. */
export function DeliveryScreen({ params, search }: DeliveryScreenProps) {
  const { t } = useTranslation(['hqDelivery', 'common']);
  const { client, queries } = useHq();
  const navigate = useNavigate();
  const today = useHqToday();
  const given = DeliveryView.safeParse(params['view']);
  const view = given.success ? given.data : 'toRegister';
  const branch = BranchOfficeId.safeParse(search['branch']);
  const month = typeof search['month'] === 'string' && view === 'due' ? search['month'] : null;
  const input = {
    view,
    ...(branch.success ? { branchOfficeId: branch.data } : {}),
    ...(month === null ? {} : { month }),
  };
  const list = useInfiniteQuery({
    queryKey: [...queries.delivery.list.queryKey({ input }), 'pages'],
    queryFn: ({ pageParam }) =>
      client.delivery.list(pageParam === null ? input : { ...input, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: useLookEvery(),
  });
  const [first] = list.data?.pages ?? [];
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  // Whoever comes without a wish of their own finds the first list that has something to do.
  const begins =
    given.success || first === undefined || first.counts.toRegister > 0
      ? undefined
      : DeliveryView.options.find((each) => first.counts[each] > 0);
  useEffect(() => {
    if (begins === undefined) return;
    void navigate({ to: `/delivery/${begins}` as string, replace: true });
  }, [begins, navigate]);
  const go = (to: DeliveryView, change: { branch?: string; month?: string }) => {
    const wanted = { branch: branch.success ? branch.data : '', month: month ?? '', ...change };
    const kept = Object.entries(wanted).filter(([, value]) => value !== '' && value !== EVERY);
    void navigate({ to: `/delivery/${to}` as string, search: Object.fromEntries(kept) as never });
  };
  const sum = first?.months.find((each) => each.month === month);
  const content = (
    <div className={styles.part}>
      <Stack>
        <Fields>
          {view === 'due' && (
            <Select
              label={t('hqDelivery:month')}
              span={6}
              value={month ?? EVERY}
              options={[
                { value: EVERY, label: t('hqDelivery:untilNow') },
                ...(first?.months ?? []).map((each) => ({
                  value: each.month,
                  label: t('hqDelivery:monthLine', {
                    month: each.month,
                    amount: writtenMoney(each.amount),
                  }),
                })),
              ]}
              onChange={(chosen) => go(view, { month: chosen })}
              placeholder={t('hqDelivery:untilNow')}
              nothingFound={t('hqDelivery:nothingFits')}
            />
          )}
          <Select
            label={t('hqDelivery:branch')}
            span={6}
            value={branch.success ? branch.data : EVERY}
            options={[
              { value: EVERY, label: t('hqDelivery:everyBranch') },
              ...(first?.branches ?? []).map(({ branchOfficeId, name }) => ({
                value: branchOfficeId,
                label: name,
              })),
            ]}
            onChange={(chosen) => go(view, { branch: chosen })}
            placeholder={t('hqDelivery:everyBranch')}
            nothingFound={t('hqDelivery:nothingFits')}
          />
        </Fields>
        {sum !== undefined && (
          <p>
            {t('hqDelivery:sum')}{' '}
            <strong>
              <Money text={writtenMoney(sum.amount)} currency={t('common:riyal')} />
            </strong>
          </p>
        )}
        {list.isPending ? (
          <Skeleton label={t('common:loading')} />
        ) : rows.length === 0 ? (
          <EmptyState icon={HandHeart} title={t(`hqDelivery:empty.${view}`)}>
            {t(`hqDelivery:emptyHelp.${view}`)}
          </EmptyState>
        ) : (
          <Panel body="flush" label={t(`hqDelivery:view.${view}`)}>
            <DeliveryTable rows={rows} view={view} />
          </Panel>
        )}
        {list.hasNextPage && (
          <Row>
            <Button busy={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
              {t('hqDelivery:more')}
            </Button>
          </Row>
        )}
      </Stack>
    </div>
  );
  return (
    <Page
      title={t('hqDelivery:title')}
      subtitle={
        <>
          <DayText day={today} />
          {first !== undefined && first.overdue > 0 && (
            <> · {t('hqDelivery:overdue', { count: first.overdue })}</>
          )}
        </>
      }
    >
      <HqErrorNote error={list.error} />
      <Tabs
        label={t('hqDelivery:title')}
        selectedId={view}
        onSelect={(id) => go(DeliveryView.parse(id), {})}
        tabs={DeliveryView.options.map((id) => ({
          id,
          label: t(`hqDelivery:view.${id}`),
          ...(first === undefined ? {} : { count: first.counts[id] }),
          content: id === view ? content : null,
        }))}
      />
    </Page>
  );
}
