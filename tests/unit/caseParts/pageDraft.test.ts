import { describe, expect, it, vi } from 'vitest';
import { type DraftClient, PageDraft } from '#renderer/caseParts/pageDraft.ts';
import { EMPTY_ANSWERS } from '#shared/domain/answers/answer.ts';
import type { AnswerPatch } from '#shared/domain/answers/answerPatch.ts';
import { applyPatches } from '#shared/domain/answers/applyPatches.ts';
import { mergePatches } from '#shared/domain/answers/mergePatches.ts';
import { CaseId } from '#shared/domain/identity.ts';

const CASE = CaseId.parse('019a0000-0000-7000-8000-000000000001');
const set = (path: string, value: string): AnswerPatch => ({
  op: 'set',
  path,
  answer: { value },
  base: null,
});

/** A desk that keeps pages as the real one does, on a disk that can be full, and answers when it is let. */
function createStubDesk() {
  let kept: readonly AnswerPatch[] = [];
  let failure: Error | null = null;
  let letAnswer: (() => void) | null = null;
  const sent: (readonly AnswerPatch[])[] = [];
  const client: DraftClient = {
    saveDraft: async ({ body }) => {
      const patches = body.kind === 'answers' ? body.patches : [];
      sent.push(patches);
      if (letAnswer !== null) {
        await new Promise<void>((resolve) => {
          letAnswer = resolve;
        });
      }
      if (failure !== null) throw failure;
      kept = mergePatches(kept, patches);
      return { savedAt: '2026-11-23T08:00:00.000Z' };
    },
  };
  return {
    client,
    sent,
    kept: () => applyPatches(EMPTY_ANSWERS, kept).values,
    fill: () => {
      failure = new Error('diskFull');
    },
    free: () => {
      failure = null;
    },
    holdAnswers: () => {
      letAnswer = () => undefined;
    },
    answer: () => {
      letAnswer?.();
      letAnswer = null;
    },
  };
}

function open(desk: ReturnType<typeof createStubDesk>): PageDraft {
  return new PageDraft(desk.client, {
    caseId: CASE,
    scope: 'B',
    patches: [],
    savedAt: null,
    onKept: () => undefined,
  });
}

describe('a page that is being written', () => {
  it('is kept at a pause, and every two seconds by whoever types on without one', async () => {
    vi.useFakeTimers();
    try {
      const desk = createStubDesk();
      const page = open(desk);
      page.change(set('street', 'ش'));
      await vi.advanceTimersByTimeAsync(349);
      expect(desk.sent).toHaveLength(0);
      await vi.advanceTimersByTimeAsync(1);
      expect(desk.kept()).toEqual({ street: { value: 'ش' } });
      for (let key = 1; key <= 12; key += 1) {
        page.change(set('street', 'ش'.repeat(key)));
        await vi.advanceTimersByTimeAsync(200);
      }
      // Ten keys of two seconds were sent, and the two that came after them wait for their pause.
      expect(desk.sent).toHaveLength(2);
      expect(desk.kept()).toEqual({ street: { value: 'ش'.repeat(10) } });
      await vi.advanceTimersByTimeAsync(350);
      expect(desk.kept()).toEqual({ street: { value: 'ش'.repeat(12) } });
    } finally {
      vi.useRealTimers();
    }
  });

  it('sends what is new, so that another window of the page loses nothing', async () => {
    const desk = createStubDesk();
    const [here, there] = [open(desk), open(desk)];
    here.change(set('nameFirst', 'نورة'));
    await here.flush();
    there.change(set('street', 'شارع الحج'));
    await there.flush();
    there.change(set('nameFirst', 'نوره'));
    await there.flush();
    here.change(set('city', 'مكة'));
    await here.flush();
    expect(desk.kept()).toEqual({
      nameFirst: { value: 'نوره' },
      street: { value: 'شارع الحج' },
      city: { value: 'مكة' },
    });
    expect(here.getSnapshot().patches).toHaveLength(2);
  });

  it('sends again what was refused, together with what came after', async () => {
    const desk = createStubDesk();
    const page = open(desk);
    desk.fill();
    page.change(set('nameFirst', 'نورة'));
    await page.flush();
    expect(page.getSnapshot().save.kind).toBe('failed');
    desk.free();
    page.change(set('city', 'مكة'));
    await page.flush();
    expect(page.getSnapshot().save.kind).toBe('saved');
    expect(desk.kept()).toEqual({ nameFirst: { value: 'نورة' }, city: { value: 'مكة' } });
  });

  it('is not left over a change that the desk could not keep', async () => {
    const desk = createStubDesk();
    const page = open(desk);
    desk.fill();
    page.change(set('nameFirst', 'نورة'));
    await expect(page.keep()).rejects.toThrow('diskFull');
    expect(page.isKept).toBe(false);
    await expect(page.keep()).rejects.toThrow('diskFull');
    desk.free();
    // Leaving tries once more by itself: nobody has to press anything first.
    await page.keep();
    expect(page.isKept).toBe(true);
    expect(desk.kept()).toEqual({ nameFirst: { value: 'نورة' } });
  });

  it('has everything kept when it is left while a save is under way and another change comes', async () => {
    const desk = createStubDesk();
    const page = open(desk);
    desk.holdAnswers();
    page.change(set('nameFirst', 'نورة'));
    const first = page.flush();
    page.change(set('nameFirst', 'نوره'));
    const [second, third] = [page.keep(), page.keep()];
    expect(page.getSnapshot().save.kind).not.toBe('saved');
    desk.answer();
    await Promise.all([first, second, third]);
    expect(desk.kept()).toEqual({ nameFirst: { value: 'نوره' } });
    expect(desk.sent).toHaveLength(2);
  });
});
