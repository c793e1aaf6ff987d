import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { createHqRouter } from './router.tsx';
import { SignOutContext } from './signOut.ts';

export interface HqScreensProps {
  /** The person has signed out: nothing of their work stays. */
  readonly onLeave: () => void;
}

/** The screens of one person at work. */
export function HqScreens({ onLeave }: HqScreensProps) {
  const [router] = useState(createHqRouter);
  return (
    <SignOutContext value={onLeave}>
      <RouterProvider<typeof router> router={router} />
    </SignOutContext>
  );
}
