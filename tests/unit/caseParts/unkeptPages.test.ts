import { ORPCError } from '@orpc/client';
import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { PageDraft } from '#renderer/caseParts/pageDraft.ts';
import { findUnkeptPage, leaveInHand } from '#renderer/caseParts/unkeptPages.ts';
import { CaseId } from '#shared/domain/identity.ts';

const place = { caseId: CaseId.parse('019a0000-0000-7000-8000-000000000001'), scope: 'B' };

function typedPage(failure: () => Error | null): PageDraft {
  const saveDraft = async () => {
    const error = failure();
    if (error !== null) throw error;
    return { savedAt: '2026-11-23T08:00:00.000Z' };
  };
  const page = new PageDraft(
    { saveDraft },
    { ...place, patches: [], savedAt: null, onKept: () => undefined },
  );
  page.change({ op: 'set', path: 'nameFirst', answer: { value: 'نورة' }, base: null });
  return page;
}

describe('a page that is left', () => {
  it('is found again with what a full disk could not keep, and then keeps it', async () => {
    const cache = new QueryClient();
    let full = true;
    const page = typedPage(() => (full ? new ORPCError('diskFull') : null));
    await leaveInHand(cache, place, page);
    const again = findUnkeptPage(cache, place);
    expect(again).toBe(page);
    expect(again?.getSnapshot().save.kind).toBe('failed');
    full = false;
    await again?.keep();
    await leaveInHand(cache, place, page);
    expect(findUnkeptPage(cache, place)).toBeNull();
  });

  it('is at hand while its save is under way, and given up once it is kept', async () => {
    const cache = new QueryClient();
    const page = typedPage(() => null);
    const leaving = leaveInHand(cache, place, page);
    const { scope, caseId } = place;
    expect(cache.getQueryData(['unkeptPage', caseId, scope])).toBe(page);
    await leaving;
    expect(findUnkeptPage(cache, place)).toBeNull();
  });

  it('does not stay in memory behind the lock', async () => {
    const cache = new QueryClient();
    await leaveInHand(
      cache,
      place,
      typedPage(() => new ORPCError('notUnlocked')),
    );
    expect(findUnkeptPage(cache, place)).toBeNull();
  });
});
