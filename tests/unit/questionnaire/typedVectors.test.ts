import { describe, expect, test } from 'vitest';
import source from '#resources/questionnaires/support-request.v1.json' with { type: 'json' };
import { parseQuestionnaire } from '#shared/domain/questionnaire/parseQuestionnaire.ts';
import { parseTyped } from '#shared/domain/questionnaire/parseTyped.ts';
import { TYPED_VECTORS } from '#tests/fixtures/typedVectors.ts';

const form = parseQuestionnaire(source);

describe.each(TYPED_VECTORS)('$name', ({ field: name, taken, refused }) => {
  const field = form.fieldByName.get(name);
  if (field === undefined) throw new Error(`no field ${name}`);

  test.each(taken.map(([typed, kept]) => [typed, kept] as const))(
    '%s is taken as %s',
    (typed, kept) => {
      expect(parseTyped(field, typed)).toEqual({ answer: { value: kept } });
    },
  );

  test.each(refused)('%s is refused: %s', (typed, problem) => {
    expect(parseTyped(field, typed)).toMatchObject({ problem: { code: problem } });
  });
});
