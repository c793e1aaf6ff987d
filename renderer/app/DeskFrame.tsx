import { useMutation } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import {
  BookOpen,
  FolderOpen,
  GraduationCap,
  MessageCircle,
  RefreshCw,
  Sun,
  Users,
} from 'lucide-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#renderer/access/desk.ts';
import { useLibraryNews } from '#renderer/access/libraryReads.ts';
import { SafetyLine } from '#renderer/access/SafetyLine.tsx';
import { useOpenStatus, useTakeStatus } from '#renderer/access/status.ts';
import { AppShell, type RailItem } from '#renderer/components/AppShell.tsx';
import { Badge } from '#renderer/components/Badge.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { useFocusOnScreen } from '#renderer/components/use-focus-on-screen.ts';
import { DeskAppearance } from './DeskAppearance.tsx';
import { DeskCommands } from './DeskCommands.tsx';
import { DeskFailures } from './DeskFailures.tsx';
import { FindAnything } from './FindAnything.tsx';
import { useCoverWhenIdle } from './useCoverWhenIdle.ts';

const STANDS_ALONE =
  /^\/(case\/[^/]+\/(declaration|N\d+)|bring-list\/paper|request-form|complaints\/[^/]+\/receipt|contacts\/[^/]+\/slip\/[^/]+)$/;

/** Rail, top bar and the line of safety around every screen of an open desk. */
export function DeskFrame() {
  const { t } = useTranslation(['shell', 'library', 'sync', 'common']);
  const status = useOpenStatus();
  const { client } = useDesk();
  const takeStatus = useTakeStatus();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const lock = useMutation({ mutationFn: () => client.session.lock(), onSuccess: takeStatus });
  const news = useLibraryNews().length;
  const standsAlone = STANDS_ALONE.test(path);
  useCoverWhenIdle(standsAlone ? null : status.preferences.coverAfterMinutes);
  useFocusOnScreen(path);
  const items: readonly RailItem[] = [
    { id: 'today', label: t('today'), icon: Sun, href: '/', isCurrent: path === '/' },
    {
      id: 'cases',
      label: t('cases'),
      icon: FolderOpen,
      href: '/cases',
      isCurrent: path.startsWith('/case') || path === '/new',
    },
    {
      id: 'beneficiaries',
      label: t('beneficiaries'),
      icon: Users,
      href: '/beneficiaries',
      isCurrent: path.startsWith('/beneficiaries'),
    },
    {
      id: 'contacts',
      label: t('contacts'),
      icon: MessageCircle,
      href: '/contacts',
      isCurrent: /^\/(contacts|complaints)/.test(path),
    },
    {
      id: 'library',
      label: t('library:title'),
      icon: BookOpen,
      href: '/library',
      isCurrent: path === '/library',
      count: news,
      countLabel: t('library:news', { count: news }),
    },
    {
      id: 'sync',
      label: t('sync:rail'),
      icon: RefreshCw,
      href: '/sync',
      isCurrent: path === '/sync',
    },
  ];
  const screen = (
    <DeskFailures resetKey={path}>
      <Suspense fallback={<Skeleton label={t('common:loading')} />}>
        <Outlet />
      </Suspense>
    </DeskFailures>
  );
  // With the beneficiary at the screen, and on paper, the app steps back.
  if (standsAlone) return screen;
  return (
    <AppShell
      navigationLabel={t('navigation')}
      items={items}
      renderLink={(item, link) => <Link to={item.href} {...link} />}
      person={{
        name: status.person.displayName,
        initial: status.person.displayName.trim().slice(0, 1),
        link: (inside) => <Link to="/staff" {...inside} />,
      }}
      lockLabel={t('lock')}
      onLock={() => lock.mutate()}
      skipLabel={t('skip')}
      topbar={
        <>
          <FindAnything />
          <DeskAppearance />
          {status.branch.training && (
            <Badge tone="review" icon={GraduationCap}>
              {t('training')}
            </Badge>
          )}
        </>
      }
      safety={<SafetyLine />}
    >
      {screen}
      <DeskCommands />
    </AppShell>
  );
}
