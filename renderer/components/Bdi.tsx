import type { ReactNode } from 'react';

/** A run of id, reference, phone, date or amount: always left to right, whatever surrounds it. */
export function Bdi({ children }: { readonly children: ReactNode }) {
  return <bdi dir="ltr">{children}</bdi>;
}
