import { describe, expect, it } from 'vitest';
import { countTyped, halalasTyped } from '#renderer/caseParts/typedAmounts.ts';
import { readDraft } from '#renderer/hq/committee/itemDraft.ts';
import type { ItemDraft } from '#shared/domain/committee/draft.ts';

describe('amounts as they are typed', () => {
  it.each([
    ['1500', 150_000],
    ['1,500.50', 150_050],
    ['1٬500.5', 150_050],
    [' 0.01 ', 1],
    ['', null],
    ['0', undefined],
    ['0.00', undefined],
    ['-5', undefined],
    ['1.234', undefined],
    ['123456789', undefined],
    ['ألف', undefined],
  ])('«%s» is %s halalas', (typed, halalas) => {
    expect(halalasTyped(typed)).toBe(halalas);
  });

  it.each([
    ['3', 3],
    ['99999', 99_999],
    ['', null],
    ['0', undefined],
    ['1.5', undefined],
    ['100000', undefined],
  ])('«%s» is a count of %s', (typed, count) => {
    expect(countTyped(typed)).toBe(count);
  });
});

const DRAFT: ItemDraft = {
  itemId: 'r1',
  outcome: 'accepted',
  amount: '1500',
  quantity: '',
  monthly: false,
  months: '',
  fundingSource: 'zakat',
  conditions: '',
  code: null,
  reason: '',
  awaited: '',
  until: '',
};

describe('an item as it is decided', () => {
  it.each([
    [{ outcome: null }, ['outcomeMissing']],
    [{ amount: 'x' }, ['amountWrong']],
    [{ amount: '' }, ['nothingGiven']],
    [{ quantity: '0' }, ['quantityWrong']],
    [{ monthly: true }, ['monthsWrong']],
    [{ monthly: true, months: '61' }, ['monthsWrong']],
    [{ fundingSource: null }, ['fundingMissing']],
    [{ outcome: 'rejected' }, ['codeMissing', 'reasonMissing']],
    [{ outcome: 'deferred', reason: 'ينتظر' }, ['awaitedMissing']],
  ] as const)('%j needs %j', (change, problems) => {
    expect(readDraft({ ...DRAFT, ...change })).toEqual({ problems });
  });

  it('says amount, period and where the money comes from', () => {
    expect(readDraft({ ...DRAFT, monthly: true, months: '6' })).toEqual({
      item: {
        itemId: 'r1',
        outcome: 'accepted',
        amount: 150_000,
        quantity: null,
        period: { kind: 'monthly', months: 6 },
        fundingSource: 'zakat',
        conditions: null,
        reason: null,
      },
    });
  });
});
