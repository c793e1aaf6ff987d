import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerPatch } from '#shared/domain/answers/answerPatch.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { refusalOf } from './support/refusal.ts';
import { createTestDesk, foundBranch, type TestDesk } from './support/testDesk.ts';
import { openCase, readCase, setAnswer } from './support/widowCase.ts';

describe('one page open in two windows', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await createTestDesk();
    await foundBranch(desk);
  });
  afterAll(() => desk.close());

  function save(caseId: CaseId, scope: string, patches: readonly AnswerPatch[]) {
    const body = { kind: 'answers' as const, patches: [...patches] };
    return desk.client.interview.saveDraft({ caseId, scope, body });
  }

  it('keeps what each of them was told is saved', async () => {
    const caseId = await openCase(desk.client);
    await save(caseId, 'B', [setAnswer('nameFirst', { value: 'نورة' })]);
    await save(caseId, 'B', [setAnswer('nameFather', { value: 'عبدالله' })]);
    await save(caseId, 'B', [setAnswer('nameFirst', { value: 'نوره' })]);
    await desk.client.interview.leavePage({ caseId, section: 'B' });
    const { state } = await readCase(desk.client, caseId);
    expect(state.answers.values).toMatchObject({
      nameFirst: { value: 'نوره' },
      nameFather: { value: 'عبدالله' },
    });
  });

  it('does not bring back a row that the other window took away', async () => {
    const caseId = await openCase(desk.client);
    await save(caseId, 'D', [
      { op: 'addRow', repeat: 'family', rowId: 'r1' },
      { op: 'addRow', repeat: 'family', rowId: 'r2' },
    ]);
    await save(caseId, 'D', [{ op: 'removeRow', repeat: 'family', rowId: 'r1' }]);
    await save(caseId, 'D', [{ op: 'addRow', repeat: 'family', rowId: 'r3' }]);
    await desk.client.interview.leavePage({ caseId, section: 'D' });
    expect((await readCase(desk.client, caseId)).state.answers.rows['family']).toEqual([
      'r2',
      'r3',
    ]);
  });

  it('refuses, rather than stores, a draft that could not be read again', async () => {
    const caseId = await openCase(desk.client);
    const rows = (from: number) =>
      Array.from({ length: 1500 }, (_, index) => ({
        op: 'addRow' as const,
        repeat: 'family',
        rowId: `r${from + index}`,
      }));
    await save(caseId, 'D', rows(0));
    expect((await refusalOf(save(caseId, 'D', rows(5000)))).code).toBe('inputInvalid');
    const { drafts } = await desk.client.cases.get({ caseId });
    expect(drafts.map(({ scope }) => scope)).toEqual(['D']);
  });

  it('leaves only pages of the questionnaire', async () => {
    const caseId = await openCase(desk.client);
    for (const section of ['declaration', 'D1', 'nowhere']) {
      const leaving = desk.client.interview.leavePage({ caseId, section });
      expect((await refusalOf(leaving)).code).toBe('inputInvalid');
    }
  });

  it('never says that something is saved which could not become an event', async () => {
    const caseId = await openCase(desk.client);
    for (const value of ['نورة\ud83d', '\udc00', 'نو\u0000رة']) {
      const saving = save(caseId, 'B', [setAnswer('nameFirst', { value })]);
      expect((await refusalOf(saving)).code).toBe('inputInvalid');
      const why = save(caseId, 'B', [
        setAnswer('nameFirst', { nonAnswer: 'refused', reason: value }),
      ]);
      expect((await refusalOf(why)).code).toBe('inputInvalid');
    }
    await save(caseId, 'B', [setAnswer('nameFirst', { value: 'نورة \u{1f33f}' })]);
    expect((await desk.client.interview.leavePage({ caseId, section: 'B' })).events).toHaveLength(
      1,
    );
  });
});
