import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useHqToday } from '#renderer/access/hq/overview.ts';
import { type ListedRows, LongListTable } from '#renderer/access/LongListTable.tsx';
import { Badge } from '#renderer/components/Badge.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { RegistryPerson } from '#shared/contracts/hq/registry.ts';
import type { OfferedFilters } from './RegistryFilters.tsx';

export interface RegistryTableProps extends ListedRows<RegistryPerson> {
  readonly offered: OfferedFilters | null;
}

export function RegistryTable({ offered, ...rows }: RegistryTableProps) {
  const { t } = useTranslation(['hqRegistry', 'common', 'service']);
  const language = useLanguage();
  const today = useHqToday();
  const categoryOf = (name: string) => {
    const label = offered?.categories.find((each) => each.name === name)?.label;
    return label === undefined ? '' : inLanguage(label, language);
  };
  return (
    <LongListTable
      {...rows}
      caption={t('hqRegistry:title')}
      rowId={({ personId }) => personId}
      columns={[
        {
          id: 'name',
          head: t('hqRegistry:column.name'),
          isRowName: true,
          cell: ({ personId, name }) => (
            <Link to={`/registry/${personId}` as string}>{name || t('hqRegistry:nameless')}</Link>
          ),
        },
        {
          id: 'file',
          head: t('hqRegistry:column.file'),
          isTight: true,
          cell: ({ fileNo, maskedId }) => (
            <>
              <Bdi>{fileNo}</Bdi>
              {maskedId !== null && (
                <div>
                  <small>
                    <Bdi>{maskedId}</Bdi>
                  </small>
                </div>
              )}
            </>
          ),
        },
        {
          id: 'category',
          head: t('hqRegistry:filter.category'),
          cell: ({ category }) => categoryOf(category),
        },
        {
          id: 'branch',
          head: t('hqRegistry:filter.branchOfficeId'),
          cell: ({ branchName }) => branchName,
        },
        {
          id: 'requests',
          head: t('hqRegistry:column.requests'),
          isFigure: true,
          cell: ({ cases }) => <Bdi>{cases}</Bdi>,
        },
        {
          id: 'latest',
          head: t('hqRegistry:column.latest'),
          cell: ({ latestReference, latestStatus, conflicts }) => (
            <>
              <Bdi>{latestReference}</Bdi>
              <div>
                <small>{t(`common:status.${latestStatus}`)}</small>
              </div>
              {conflicts > 0 && (
                <Badge tone="stop" icon={TriangleAlert}>
                  {t('hqRegistry:conflict')}
                </Badge>
              )}
            </>
          ),
        },
        {
          id: 'at',
          head: t('hqRegistry:column.at'),
          isTight: true,
          cell: ({ latestAt }) => <InstantText instant={latestAt} today={today} />,
        },
      ]}
    />
  );
}
