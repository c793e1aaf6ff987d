import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqPersonContext, useForgetWork, useHqStatus } from '#renderer/access/hq/status.ts';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { SessionOver } from '#renderer/hq/session/SessionOver.tsx';
import { SetUp } from '#renderer/hq/session/SetUp.tsx';
import { SignIn } from '#renderer/hq/session/SignIn.tsx';
import type { HqPerson } from '#shared/contracts/hq/session.ts';
import { HqScreens } from './HqScreens.tsx';

/** Which door headquarters stands at. */
export function HqApp() {
  const { t } = useTranslation();
  return (
    <Suspense fallback={<Skeleton label={t('loading')} />}>
      <Doors />
    </Suspense>
  );
}

/**
 * The screens stay drawn under the door while the session of the same person is taken up again, so that
 * no typed letter is lost; whoever else signs in finds nothing of it.
 */
function Doors() {
  const status = useHqStatus();
  const forget = useForgetWork();
  const [worker, setWorker] = useState<HqPerson | null>(null);
  const signedIn = status.phase === 'signedIn' ? status.person : null;
  if (signedIn !== null && signedIn !== worker) {
    setWorker(signedIn);
  }
  const leave = () => {
    // Whoever comes next begins at the first of their own places.
    window.history.replaceState(null, '', '#/');
    setWorker(null);
    forget();
  };
  if (status.phase === 'firstRun') return <SetUp />;
  const shown = signedIn ?? worker;
  if (shown === null) return <SignIn />;
  const isOver = signedIn === null;
  return (
    <>
      <div inert={isOver} aria-hidden={isOver ? 'true' : undefined}>
        <HqPersonContext value={shown}>
          <HqScreens key={shown.personId} onLeave={leave} />
        </HqPersonContext>
      </div>
      {isOver && <SessionOver person={shown} onOther={leave} />}
    </>
  );
}
