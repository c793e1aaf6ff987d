import { describe, expect, it } from 'vitest';
import { formActionOf, formScope } from '#shared/contracts/caseForms.ts';
import { DraftScope } from '#shared/contracts/cases.ts';

describe('where a form of a case is kept', () => {
  it.each([
    [formScope('inquiry'), 'form/inquiry', 'recordInquiry'],
    [formScope('row', 'M9@D5/r1'), 'form/row-M9-D5-r1', 'recordVerdict'],
    [formScope('absent', 'D6/r2'), 'form/absent-D6-r2', 'recordDocument'],
    ['incomplete', 'incomplete', 'leaveIncomplete'],
    ['answer/01998d2e-7a00-7000-8000-000000000001', undefined, 'refer'],
  ])('%s becomes an action', (scope, written, action) => {
    expect(DraftScope.safeParse(scope).success).toBe(true);
    if (written !== undefined) expect(scope).toBe(written);
    expect(formActionOf(scope)).toBe(action);
  });

  it.each(['B', 'D6/r2', 'declaration', 'form', 'form/other', 'form/toString', 'form/'])(
    '%s is no form',
    (scope) => {
      expect(formActionOf(scope)).toBeNull();
    },
  );
});
