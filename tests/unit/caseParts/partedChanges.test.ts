import { expect, test } from 'vitest';
import { partedChanges } from '#renderer/caseParts/partedChanges.ts';
import type { CaseEvent } from '#shared/domain/case/caseEvent.ts';

/** A page that gave one field a value upon another event's. */
function gave(eventId: string, value: string, base: string | null, path = 'nameFirst'): CaseEvent {
  const patches = [{ op: 'set', path, answer: { value }, base }];
  return { eventId, kind: 'answersChanged', payload: { section: 'B', patches } } as never;
}

const valuesIn = (events: readonly CaseEvent[]) =>
  [...partedChanges(events)].map(([eventId, changes]) => [
    eventId,
    changes.map(({ answer }) => (answer !== null && 'value' in answer ? answer.value : null)),
  ]);

test('values upon values, each knowing the one before, are nothing to be told', () => {
  expect(valuesIn([gave('a', 'ريم', null), gave('b', 'ريما', 'a'), gave('c', 'رؤى', 'b')])).toEqual(
    [],
  );
});

test('two values upon one, what was built on them, and the choice are all told', () => {
  const events = [
    gave('a', 'ريم', null),
    gave('b', 'ريما', 'a'),
    gave('c', 'رؤى', 'a'),
    gave('d', 'رؤى بنت', 'c'),
    gave('e', 'ريما', 'd'),
  ];
  expect(valuesIn(events)).toEqual([
    ['b', ['ريما']],
    ['c', ['رؤى']],
    ['d', ['رؤى بنت']],
    ['e', ['ريما']],
  ]);
});

test('other fields of the same page are left out', () => {
  const events = [
    gave('a', 'ريم', null),
    gave('b', 'ريما', 'a'),
    gave('c', 'رؤى', 'a'),
    gave('d', 'عبد الله', 'a', 'nameFather'),
  ];
  expect(valuesIn(events).map(([eventId]) => eventId)).toEqual(['b', 'c']);
});
