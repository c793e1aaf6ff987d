import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { buttonClass } from '#renderer/components/button-class.ts';
import type { BeneficiariesPlace } from './beneficiariesPlace.ts';
import type { CasesPlace } from './casesPlace.ts';
import type { ContactsPlace } from './contactPlaces.ts';

interface ListPlaces {
  readonly '/cases': CasesPlace;
  readonly '/beneficiaries': BeneficiariesPlace;
  readonly '/contacts': ContactsPlace;
}

const keyOf = (list: keyof ListPlaces) => ['place', list];

/** Keeps where one stands in a list, beside the queries and like them gone behind the lock. */
export function useKeepPlace<List extends keyof ListPlaces>(
  list: List,
): (place: ListPlaces[List]) => void {
  const cache = useQueryClient();
  return (place) => {
    cache.setQueryDefaults(keyOf(list), { gcTime: Number.POSITIVE_INFINITY });
    cache.setQueryData(keyOf(list), place);
  };
}

export interface BackToListProps {
  readonly to: keyof ListPlaces;
  readonly children: ReactNode;
  /** Where the children are no words. */
  readonly label?: string;
  readonly size?: 'sm' | 'md';
}

/** Back to a list as it was left: its filters, its order and the row at its top. */
export function BackToList({ to, children, label, size = 'md' }: BackToListProps) {
  const cache = useQueryClient();
  return (
    <Link
      to={to}
      search={cache.getQueryData<ListPlaces[typeof to]>(keyOf(to)) ?? {}}
      className={buttonClass('quiet', size)}
      aria-label={label}
    >
      {children}
    </Link>
  );
}
