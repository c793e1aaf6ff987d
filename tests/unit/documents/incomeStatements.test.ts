import { expect, it } from 'vitest';
import source from '#resources/documents/document-rules.v1.json' with { type: 'json' };
import { parseDocumentRules } from '#shared/domain/documents/documentRules.ts';
import { withIncomeDays } from '#shared/domain/documents/incomeStatements.ts';

it('at the decision statements of income are as old as the settings say, and all else as before', () => {
  const rules = parseDocumentRules(source);
  const changed = withIncomeDays(rules, 45);
  const differing = changed.rules.filter(
    (rule) =>
      JSON.stringify(rule.face.validity) !==
      JSON.stringify(rules.byType.get(rule.type)?.face.validity),
  );
  expect(differing.map(({ type, face }) => [type, face.validity])).toEqual(
    ['D9', 'D10', 'D11'].map((type) => [type, { kind: 'issuedWithin', count: 45, unit: 'days' }]),
  );
  expect(changed.byType.get('D10')).toBe(changed.rules.find(({ type }) => type === 'D10'));
  expect(withIncomeDays(rules, 90).rules.map(({ face }) => face.validity)).toEqual(
    rules.rules.map(({ face }) => face.validity),
  );
});
