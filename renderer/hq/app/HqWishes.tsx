import type { ReactNode } from 'react';
import { useWishes } from '#renderer/access/hq/wishes.ts';
import { Appearance } from '#renderer/appearance/Appearance.tsx';

/** Language, light and contrast as they are kept in this browser. */
export function HqWishes({ children }: { readonly children: ReactNode }) {
  return <Appearance wishes={useWishes()}>{children}</Appearance>;
}
