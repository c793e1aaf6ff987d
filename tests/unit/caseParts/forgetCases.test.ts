import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { forgetBehindLock } from '#renderer/access/status.ts';

describe('behind the lock', () => {
  it('keeps nothing but the status, whoever has locked', () => {
    const cache = new QueryClient();
    const statusKey = [['session', 'status'], { type: 'query' }];
    cache.setQueryData(statusKey, { phase: 'locked' });
    cache.setQueryData([['cases', 'get'], { input: { caseId: 'x' } }], { events: [] });
    cache.setQueryData(['unkeptPage', 'x', 'B'], { typed: 'نورة' });
    forgetBehindLock(cache, statusKey);
    expect(
      cache
        .getQueryCache()
        .getAll()
        .map(({ queryKey }) => queryKey),
    ).toEqual([statusKey]);
  });
});
