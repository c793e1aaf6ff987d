import { describe, expect, it } from 'vitest';
import source from '#resources/known/known-answers.v1.json' with { type: 'json' };
import form from '#resources/questionnaires/support-request.v1.json' with { type: 'json' };
import { isFreshAnswer } from '#shared/domain/known/knownAnswers.ts';
import { parseKnownRules } from '#shared/domain/known/knownRules.ts';
import { parseQuestionnaire } from '#shared/domain/questionnaire/parseQuestionnaire.ts';

const rules = parseKnownRules(source);
const questionnaire = parseQuestionnaire(form);

describe('the delivered rules of what is known', () => {
  it('name only fields that the form asks, and a day only where there is one', () => {
    for (const [path, keeps] of rules.keeps) {
      const field = questionnaire.fieldByName.get(path);
      expect(field?.asked, path).toBe(true);
      if (keeps === 'untilItsDay') expect(field?.type, path).toBe('date');
    }
  });

  it('take over neither a consent, nor what is asked for, nor what HQ alone may see', () => {
    for (const path of rules.keeps.keys()) {
      expect(path).not.toMatch(/^(privacyNotice|verifyWithThirdParties|photo|supportItems|geo)/);
    }
    expect(rules.keeps.has('contactForSurvey')).toBe(false);
  });

  it('refuse a field that is named twice', () => {
    const twice = { ...source, fields: [...source.fields, { keeps: 10, paths: ['mobile'] }] };
    expect(() => parseKnownRules(twice)).toThrow(/twice/);
  });
});

describe('how long an answer is fresh', () => {
  const date = (year: number, month: number, day: number) => ({
    value: { calendar: 'gregorian' as const, year, month, day },
  });

  it.each([
    ['for good', 'always', { value: 'x' }, '1990-01-01', true],
    ['to its last day', 90, { value: 5 }, '2026-08-25', true],
    ['not a day longer', 90, { value: 5 }, '2026-08-24', false],
    ['until the day that it names', 'untilItsDay', date(2026, 11, 23), '2020-01-01', true],
    ['not after that day', 'untilItsDay', date(2026, 11, 22), '2026-11-01', false],
    ['not for what is no day', 'untilItsDay', { value: 'x' }, '2026-11-23', false],
  ] as const)('%s', (_name, keeps, answer, saidOn, fresh) => {
    expect(isFreshAnswer(keeps, answer, saidOn, '2026-11-23')).toBe(fresh);
  });
});
