import { useNavigate } from '@tanstack/react-router';
import { ListChecks } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  BranchPaper,
  BranchSheet,
  type SheetCopy,
} from '#renderer/caseParts/papers/BranchPaper.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { BringEntries } from './BringEntries.tsx';
import { BringIntroduction } from './BringIntroduction.tsx';
import styles from './bringList.module.css';
import { type BringListView, useBringList } from './useBringList.ts';

/** The list as a paper to take home. It belongs to no case, so no copy of it is recorded. */
export function BringListPaper() {
  const { t } = useTranslation('bringList');
  const navigate = useNavigate();
  const view = useBringList('/bring-list/paper');
  const { place, language } = view;
  const isEmpty = view.entries.length === 0;
  const search = new URLSearchParams(
    Object.entries(place).map(([key, value]) => [key, String(value)]),
  );
  return (
    <BranchPaper
      back={{ href: `#/bring-list?${search}`, label: t('backToList') }}
      name={t('paperTitle')}
      chosen={{
        language,
        change: (chosen) =>
          void navigate({
            to: '/bring-list/paper',
            search: { ...place, language: chosen },
            replace: true,
          }),
      }}
      counted={null}
      sheet={isEmpty ? null : (copy) => <Sheet view={view} copy={copy} />}
      instead={
        isEmpty && (
          <EmptyState icon={ListChecks} title={t('emptyTitle')}>
            {t('emptyLine')}
          </EmptyState>
        )
      }
    />
  );
}

function Sheet({ view, copy }: { readonly view: BringListView; readonly copy: SheetCopy }) {
  const { t } = useTranslation('bringList');
  const title = t('paperTitle');
  return (
    <BranchSheet copy={copy} title={title} margin={title}>
      <div className={styles.paper}>
        <BringIntroduction visit={view.visit} />
        <BringEntries entries={view.entries} visit={view.visit} />
      </div>
    </BranchSheet>
  );
}
