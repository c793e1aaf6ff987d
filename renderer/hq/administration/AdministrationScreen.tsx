import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHqToday } from '#renderer/access/hq/overview.ts';
import { useHqPerson } from '#renderer/access/hq/status.ts';
import { Page } from '#renderer/components/Page.tsx';
import { Tabs } from '#renderer/components/Tabs.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { type HqPermission, rolesMay } from '#shared/domain/hub/hqPermission.ts';
import styles from './administration.module.css';
import { BranchesPart } from './BranchesPart.tsx';
import { HealthPart } from './HealthPart.tsx';
import { LaptopsPart } from './LaptopsPart.tsx';
import { PeoplePart } from './PeoplePart.tsx';
import { ReferencePart } from './reference/ReferencePart.tsx';
import { useWaitingRequests } from './useWaitingRequests.ts';

interface Part {
  readonly id: 'people' | 'laptops' | 'branches' | 'health' | 'reference';
  readonly permission: HqPermission;
  readonly content: ReactNode;
}

const PARTS: readonly Part[] = [
  { id: 'people', permission: 'people.administer', content: <PeoplePart /> },
  { id: 'laptops', permission: 'devices.read', content: <LaptopsPart /> },
  { id: 'branches', permission: 'devices.read', content: <BranchesPart /> },
  { id: 'health', permission: 'devices.read', content: <HealthPart /> },
  { id: 'reference', permission: 'reference.read', content: <ReferencePart /> },
];

export interface AdministrationScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
}

/** Who works here, which laptops belong to headquarters, and how they are. */
export function AdministrationScreen({ params }: AdministrationScreenProps) {
  const { t } = useTranslation('hqAdministration');
  const navigate = useNavigate();
  const { roles } = useHqPerson();
  const today = useHqToday();
  const waiting = useWaitingRequests();
  const parts = PARTS.filter(({ permission }) => rolesMay(roles, permission));
  const shown = parts.find(({ id }) => id === params['part']) ?? parts[0];
  return (
    <Page title={t('title')} subtitle={<DayText day={today} />}>
      {shown !== undefined && (
        <Tabs
          label={t('title')}
          selectedId={shown.id}
          onSelect={(id) => void navigate({ to: `/administration/${id}` as string })}
          tabs={parts.map(({ id, content }) => ({
            id,
            label: t(`part.${id}`),
            ...(id === 'laptops' && waiting > 0 ? { count: waiting } : {}),
            content: <div className={styles.part}>{content}</div>,
          }))}
        />
      )}
    </Page>
  );
}
