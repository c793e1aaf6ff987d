import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { FolderOpen, Sun } from 'lucide-react';
import { Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeskErrorSentence } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus, useTakeStatus } from '#renderer/access/status.ts';
import { AppShell, type RailItem } from '#renderer/components/AppShell.tsx';
import { Badge } from '#renderer/components/Badge.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { SafetyPill } from '#renderer/components/SafetyPill.tsx';
import { SearchBox } from '#renderer/components/SearchBox.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { GraduationCap } from 'lucide-react';
import { clockTime } from '#renderer/language/dates.tsx';
import { AppearanceMenu } from './AppearanceMenu.tsx';
import { FailureBoundary } from './FailureBoundary.tsx';

const SAFETY_LOOK_EVERY_MS = 15_000;

/** Rail, top bar and the line of safety around every screen of an open desk. */
export function DeskFrame() {
  const { t } = useTranslation(['shell', 'common']);
  const status = useOpenStatus();
  const { client } = useDesk();
  const takeStatus = useTakeStatus();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const lock = useMutation({ mutationFn: () => client.session.lock(), onSuccess: takeStatus });
  const items: readonly RailItem[] = [
    { id: 'today', label: t('today'), icon: Sun, href: '/', isCurrent: path === '/' },
    {
      id: 'cases',
      label: t('cases'),
      icon: FolderOpen,
      href: '/cases',
      isCurrent: path.startsWith('/case') || path === '/new',
    },
  ];
  return (
    <AppShell
      navigationLabel={t('navigation')}
      items={items}
      renderLink={(item, link) => <Link to={item.href} {...link} />}
      person={{
        name: status.person.displayName,
        initial: status.person.displayName.trim().slice(0, 1),
      }}
      lockLabel={t('lock')}
      onLock={() => lock.mutate()}
      skipLabel={t('skip')}
      topbar={
        <>
          <FindByPaper />
          <AppearanceMenu />
          {status.branch.training && (
            <Badge tone="review" icon={GraduationCap}>
              {t('training')}
            </Badge>
          )}
        </>
      }
      safety={<SafetyLine />}
    >
      <FailureBoundary resetKey={path}>
        <Suspense fallback={<Skeleton label={t('common:loading')} />}>
          <Outlet />
        </Suspense>
      </FailureBoundary>
    </AppShell>
  );
}

/** Types or scans: a receipt's QR reader is a keyboard that ends with Enter. */
function FindByPaper() {
  const { t } = useTranslation('shell');
  const { client } = useDesk();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const box = useRef<HTMLInputElement>(null);
  const find = useMutation({
    mutationFn: (typed: string) => client.cases.findByPaper({ text: typed }),
    onSuccess: async ({ caseId }) => {
      setText('');
      await navigate({ to: '/case/$caseId/$step', params: { caseId, step: 'now' } });
    },
  });
  const sentence = useDeskErrorSentence(find.error);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.code === 'KeyK') {
        event.preventDefault();
        box.current?.focus();
      }
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      <SearchBox
        ref={box}
        label={t('findPaperLabel')}
        placeholder={t('findPaper')}
        shortcut="Ctrl K"
        value={text}
        onChange={(typed) => {
          setText(typed);
          find.reset();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && text.trim() !== '') find.mutate(text);
        }}
      />
      {sentence !== null && (
        <Note tone="review" slim live="alert">
          {sentence}
        </Note>
      )}
    </>
  );
}

/** Always there, always true: from the store and the queue as they stand, never from hope. */
function SafetyLine() {
  const { t } = useTranslation('shell');
  const { queries, connection } = useDesk();
  const link = useSyncExternalStore(connection.subscribe, connection.getSnapshot);
  const { data } = useQuery({
    ...queries.safety.get.queryOptions(),
    refetchInterval: SAFETY_LOOK_EVERY_MS,
  });
  const pill = (tone: 'ok' | 'review' | 'stop', state: string, parts: readonly string[]) => (
    <SafetyPill
      tone={tone}
      state={state}
      parts={parts}
      href="/"
      renderLink={(anchor) => <Link to="/" {...anchor} />}
    />
  );
  if (link !== 'connected') return pill('stop', t('safetyLost'), []);
  if (data === undefined) return null;
  const parts = [
    t('safetyWaiting', { count: data.casesWaiting }),
    data.lastContactAt === null
      ? t('safetyNoContact')
      : t('safetyContact', { time: clockTime(data.lastContactAt) }),
  ];
  if (data.readOnly) return pill('stop', t('safetyReadOnly'), parts);
  if (data.headNotRecorded) return pill('review', t('safetyHead'), parts);
  return pill('ok', t('safetySaved'), parts);
}
