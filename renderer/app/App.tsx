import { useState } from 'react';
import { RestoreWayProvider } from '#renderer/access/restoreWay.ts';
import { useForgetBehindLock, useStatus } from '#renderer/access/status.ts';
import { KioskScreen } from '#renderer/desk/kiosk/KioskScreen.tsx';
import { ConfirmRecovery } from '#renderer/desk/session/ConfirmRecovery.tsx';
import { FirstRun } from '#renderer/desk/session/FirstRun.tsx';
import { RestoreDoor } from '#renderer/desk/session/RestoreDoor.tsx';
import { Trouble } from '#renderer/desk/session/Trouble.tsx';
import { Unlock } from '#renderer/desk/session/Unlock.tsx';
import type { DeskStatus } from '#shared/contracts/session.ts';
import { assertNever } from '#shared/domain/assertNever.ts';
import { OpenDesk } from './OpenDesk.tsx';

/** Which door the desk stands at. Screens with cases exist only behind the last. */
export function App() {
  const status = useStatus();
  useForgetBehindLock(status);
  /** What stood here when the restore was begun; null while none is. */
  const [restoresFrom, setRestoresFrom] = useState<DeskStatus['phase'] | null>(null);
  if (restoresFrom !== null) {
    return (
      <RestoreDoor setsAside={restoresFrom !== 'firstRun'} onLeave={() => setRestoresFrom(null)} />
    );
  }
  return (
    <RestoreWayProvider value={() => setRestoresFrom(status.phase)}>
      <Doors status={status} />
    </RestoreWayProvider>
  );
}

function Doors({ status }: { readonly status: DeskStatus }) {
  switch (status.phase) {
    case 'firstRun':
      return <FirstRun />;
    case 'confirmRecovery':
      return <ConfirmRecovery status={status} />;
    case 'locked':
      return <Unlock status={status} />;
    case 'trouble':
      return <Trouble status={status} />;
    case 'open':
      if (status.kiosk !== null) return <KioskScreen status={status} kiosk={status.kiosk} />;
      return <OpenDesk status={status} />;
    default:
      return assertNever(status);
  }
}
