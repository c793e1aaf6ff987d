import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import type { OpenStatus } from '#renderer/access/status.ts';
import { Covered } from '#renderer/desk/session/Covered.tsx';
import { router } from './router.tsx';

/**
 * The screens of an open desk, and the cover over them. Once drawn they stay drawn under it, so that
 * no typed letter is lost; a window that is opened while the desk is covered draws none.
 */
export function OpenDesk({ status }: { readonly status: OpenStatus }) {
  const [wasSeen, setSeen] = useState(!status.covered);
  if (!status.covered && !wasSeen) setSeen(true);
  return (
    <>
      {wasSeen && (
        <div inert={status.covered} aria-hidden={status.covered ? 'true' : undefined}>
          <RouterProvider router={router} />
        </div>
      )}
      {status.covered && <Covered status={status} />}
    </>
  );
}
