import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { GraduationCap } from 'lucide-react';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useOverview } from '#renderer/access/hq/overview.ts';
import { useHqPerson } from '#renderer/access/hq/status.ts';
import { useWishes, wish } from '#renderer/access/hq/wishes.ts';
import { AppearanceMenu } from '#renderer/appearance/AppearanceMenu.tsx';
import { AppShell, type RailItem } from '#renderer/components/AppShell.tsx';
import { Badge } from '#renderer/components/Badge.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { useFocusOnScreen } from '#renderer/components/use-focus-on-screen.ts';
import { FindPerson } from './FindPerson.tsx';
import { HqCommands } from './HqCommands.tsx';
import { HqFailures } from './HqFailures.tsx';
import { HubPill } from './HubPill.tsx';
import { Masthead } from './Masthead.tsx';
import { ACCOUNT, fetchScreens, placesFor } from './places.ts';
import { useSignOut } from './signOut.ts';

/** The screen that the person came for is fetched and drawn first. */
const FETCH_AFTER_MS = 3_000;

/** Rail, top bar and the hub's own state around every screen of headquarters. */
export function HqFrame() {
  const { t } = useTranslation(['hqShell', 'shell', 'common']);
  const person = useHqPerson();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const overview = useOverview().data;
  const signOut = useSignOut();
  useFocusOnScreen(path);
  const { roles } = person;
  useEffect(() => {
    const timer = setTimeout(() => void fetchScreens(roles), FETCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [roles]);
  const items: readonly RailItem[] = placesFor(person.roles).map((place) => {
    const count = overview === undefined ? 0 : (place.waiting?.(overview) ?? 0);
    return {
      id: place.id,
      label: t(`hqShell:place.${place.id}`),
      icon: place.icon,
      href: place.path,
      isCurrent: path === place.path || path.startsWith(`${place.path}/`),
      count,
      countLabel: t('hqShell:waiting', { count }),
    };
  });
  return (
    <AppShell
      navigationLabel={t('shell:navigation')}
      items={items}
      renderLink={(item, link) => <Link to={item.href} {...link} />}
      person={{
        name: person.displayName,
        initial: person.displayName.trim().slice(0, 1),
        link: (inside) => <Link to={ACCOUNT.path} {...inside} />,
      }}
      lockLabel={t('hqShell:signOut')}
      onLock={() => signOut.mutate({})}
      skipLabel={t('shell:skip')}
      topbar={
        <>
          <FindPerson />
          <Masthead />
          <AppearanceMenu wishes={useWishes()} onChange={wish} />
          {overview?.training === true && (
            <Badge tone="review" icon={GraduationCap}>
              {t('shell:training')}
            </Badge>
          )}
        </>
      }
      safety={<HubPill />}
      denseRail
    >
      <HqErrorNote error={signOut.error} />
      <HqFailures resetKey={path}>
        <Suspense fallback={<Skeleton label={t('common:loading')} />}>
          <Outlet />
        </Suspense>
      </HqFailures>
      <HqCommands onSignOut={() => signOut.mutate({})} />
    </AppShell>
  );
}
