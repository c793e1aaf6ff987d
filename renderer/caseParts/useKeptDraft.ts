import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

/**
 * A form that is not saved yet stays while one looks elsewhere: beside the queries of the desk, and like
 * them gone behind the lock.
 */
export function useKeptDraft<Form>(
  name: string,
  empty: Form,
): readonly [Form, (form: Form) => void, () => void] {
  const cache = useQueryClient();
  const key = ['draft', name];
  const [form, setForm] = useState<Form>(() => cache.getQueryData<Form>(key) ?? empty);
  const keep = (next: Form) => {
    cache.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY });
    cache.setQueryData(key, next);
    setForm(next);
  };
  const forget = () => cache.removeQueries({ queryKey: key, exact: true });
  return [form, keep, forget];
}
