import { useState } from 'react';

/** Rows that are listed at first, and how many more at each wish. */
const AT_ONCE = 100;
/** Headquarters gives no more at once. */
const MOST = 1_000;

/** How many rows of a list are asked for, and the way to more of them while there may be some. */
export function useMoreRows(): {
  readonly limit: number;
  readonly onMore: (listed: number) => (() => void) | null;
} {
  const [limit, setLimit] = useState(AT_ONCE);
  return {
    limit,
    onMore: (listed) =>
      listed < limit || limit >= MOST ? null : () => setLimit(Math.min(MOST, limit + AT_ONCE)),
  };
}
