import { z } from 'zod';

const Row = z.int().min(1).max(10_000_000);

/** The row at the top of a long list, from the address; none for the first. */
export function listRow(search: Readonly<Record<string, unknown>>): { readonly from?: number } {
  const from = Row.safeParse(search['from']);
  return from.success ? { from: from.data } : {};
}
