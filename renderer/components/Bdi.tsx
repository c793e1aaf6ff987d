import type { ReactNode } from 'react';

/** A run of id, reference, phone, date or amount: always left to right, whatever surrounds it. */
export function Bdi({ children }: { readonly children: ReactNode }) {
  return <bdi dir="ltr">{children}</bdi>;
}

/** A name in another language inside a line; it may wrap between its words. */
export function Foreign({
  lang,
  children,
}: {
  readonly lang: string;
  readonly children: ReactNode;
}) {
  return (
    <bdi lang={lang} dir="auto">
      {children}
    </bdi>
  );
}
