import { useForgetBehindLock, useStatus } from '#renderer/access/status.ts';
import { KioskScreen } from '#renderer/desk/kiosk/KioskScreen.tsx';
import { ConfirmRecovery } from '#renderer/desk/session/ConfirmRecovery.tsx';
import { FirstRun } from '#renderer/desk/session/FirstRun.tsx';
import { Trouble } from '#renderer/desk/session/Trouble.tsx';
import { Unlock } from '#renderer/desk/session/Unlock.tsx';
import { assertNever } from '#shared/domain/assertNever.ts';
import { OpenDesk } from './OpenDesk.tsx';

/** Which door the desk stands at. Screens with cases exist only behind the last. */
export function App() {
  const status = useStatus();
  useForgetBehindLock(status);
  switch (status.phase) {
    case 'firstRun':
      return <FirstRun />;
    case 'confirmRecovery':
      return <ConfirmRecovery status={status} />;
    case 'locked':
      return <Unlock status={status} />;
    case 'trouble':
      return <Trouble trouble={status.trouble} />;
    case 'open':
      if (status.kiosk !== null) return <KioskScreen status={status} kiosk={status.kiosk} />;
      return <OpenDesk status={status} />;
    default:
      return assertNever(status);
  }
}
