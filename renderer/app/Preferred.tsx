import { type ReactNode, Suspense } from 'react';
import { useStatus } from '#renderer/access/status.ts';
import { Appearance } from '#renderer/appearance/Appearance.tsx';

/** Language, theme and contrast as this laptop's people chose them. */
export function Preferred({ children }: { readonly children: ReactNode }) {
  return (
    <Suspense>
      <Applied>{children}</Applied>
    </Suspense>
  );
}

function Applied({ children }: { readonly children: ReactNode }) {
  return <Appearance wishes={useStatus().preferences}>{children}</Appearance>;
}
