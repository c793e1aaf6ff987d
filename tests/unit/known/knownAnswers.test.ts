import { describe, expect, it } from 'vitest';
import form from '#resources/questionnaires/support-request.v1.json' with { type: 'json' };
import type { Answer } from '#shared/domain/answers/answer.ts';
import type { AnswerPatch } from '#shared/domain/answers/answerPatch.ts';
import type { FromFile } from '#shared/domain/case/caseEvent.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { reduceCase } from '#shared/domain/case/reduceCase.ts';
import { type CaseId, EventId } from '#shared/domain/identity.ts';
import { knownFile } from '#shared/domain/known/knownAnswers.ts';
import { parseKnownRules } from '#shared/domain/known/knownRules.ts';
import type { Questionnaire } from '#shared/domain/questionnaire/model.ts';
import { parseQuestionnaire } from '#shared/domain/questionnaire/parseQuestionnaire.ts';
import { newCaseId, openedEvent } from '#tests/integration/store/support/deskFixture.ts';

const questionnaire = parseQuestionnaire(form);
const rules = parseKnownRules({
  id: 'known-answers',
  version: 1,
  fields: [
    { keeps: 'always', paths: ['nameFirst', 'family/name'] },
    { keeps: 90, paths: ['mobile', 'city', 'family/monthlyIncome', 'residencyType'] },
  ],
});
const ACTOR = openedEvent(newCaseId(), 'R').actorId;

let made = 0;
function at(day: string) {
  made += 1;
  return {
    eventId: EventId.parse(`01950000-0000-7000-8000-${String(made).padStart(12, '0')}`),
    deviceId: '01950000-0000-7000-8000-000000000003',
    epoch: 1,
    seq: made,
    at: `${day}T09:00:00.000Z`,
    hlc: '000000000000000-00000',
    actorId: ACTOR,
    base: null,
    formVersion: null,
  } as const;
}

/** A request that was opened on a day, with what was said in it then and later. */
function request(
  day: string,
  said: readonly {
    readonly on?: string;
    readonly patches: readonly AnswerPatch[];
    readonly fromFile?: FromFile;
  }[],
): CaseState {
  const caseId = newCaseId();
  const opened = openedEvent(caseId, `R-${made}`);
  if (opened.kind !== 'caseOpened') throw new Error('opens nothing');
  const first = reduceCase(null, { ...at(day), ...opened, caseId } as never);
  return said.reduce(
    (state, { on, ...payload }) =>
      reduceCase(state, {
        ...at(on ?? day),
        caseId,
        kind: 'answersChanged',
        payload: { section: 'B', patches: [...payload.patches], ...rest(payload.fromFile) },
      } as never),
    first,
  );
}

function rest(fromFile: FromFile | undefined) {
  return fromFile === undefined ? {} : { fromFile };
}

function set(path: string, answer: Answer | null): AnswerPatch {
  return { op: 'set', path, answer, base: null };
}

const value = (text: string | number): Answer => ({ value: text });

function known(requests: readonly CaseState[], today: string, then: Questionnaire = questionnaire) {
  return knownFile(requests, { rules, questionnaire, formOf: () => then, today });
}

function said(requests: readonly CaseState[], today: string, then?: Questionnaire) {
  return Object.fromEntries(
    known(requests, today, then).answers.map(({ path, answer, saidOn, isFresh }) => [
      path,
      [answer, saidOn, isFresh],
    ]),
  );
}

describe('what is known of a person', () => {
  it('is each field as it was last said, with its day, and whether it still stands', () => {
    const older = request('2026-01-10', [
      { patches: [set('nameFirst', value('نورة')), set('mobile', value('+966501111111'))] },
    ]);
    const newer = request('2026-06-01', [{ patches: [set('city', value('مكة'))] }]);
    expect(said([newer, older], '2026-06-20')).toEqual({
      nameFirst: [value('نورة'), '2026-01-10', true],
      mobile: [value('+966501111111'), '2026-01-10', false],
      city: [value('مكة'), '2026-06-01', true],
    });
  });

  it('is not what was withdrawn or refused since, nor what no rule names', () => {
    const older = request('2026-06-01', [
      { patches: [set('mobile', value('+966501111111')), set('city', value('مكة'))] },
    ]);
    const newer = request('2026-06-10', [
      {
        patches: [
          set('mobile', { nonAnswer: 'refused', reason: 'لا تريد' }),
          set('city', value('جدة')),
          set('iban', value('SA0000')),
        ],
      },
      { patches: [set('city', null)] },
    ]);
    expect(said([newer, older], '2026-06-20')).toEqual({});
  });

  it('is the household as a whole, from the last request that asked for it', () => {
    const rows = (name: string): readonly AnswerPatch[] => [
      { op: 'addRow', repeat: 'family', rowId: name },
      set(`family/${name}/name`, value(name)),
      set(`family/${name}/monthlyIncome`, value(5)),
    ];
    const older = request('2026-01-01', [{ patches: rows('saad') }]);
    const newer = request('2026-03-01', [{ patches: rows('huda') }]);
    const bare = request('2026-07-01', [{ patches: [set('city', value('مكة'))] }]);
    const file = known([bare, newer, older], '2026-07-02');
    expect(file.rows).toEqual([{ repeat: 'family', rowId: 'huda' }]);
    expect(
      file.answers
        .filter(({ path }) => path.startsWith('family'))
        .map(({ path, isFresh }) => [path, isFresh]),
    ).toEqual([
      ['family/huda/name', true],
      ['family/huda/monthlyIncome', false],
    ]);
  });

  it('keeps its day when a request takes it over, and gets a new one when it is confirmed', () => {
    const origin = newCaseId();
    const file = (path: string): FromFile => ({
      taken: [{ path, saidOn: '2026-05-01', caseId: origin }],
      toConfirm: [],
    });
    const taken = request('2026-07-01', [
      { patches: [set('city', value('مكة'))], fromFile: file('city') },
    ]);
    expect(known([taken], '2026-07-02').answers).toMatchObject([
      { path: 'city', saidOn: '2026-05-01', caseId: origin },
    ]);
    expect(said([taken], '2026-08-01')['city']).toEqual([value('مكة'), '2026-05-01', false]);
    const confirmed = request('2026-07-01', [
      { patches: [set('city', value('مكة'))], fromFile: file('city') },
      { on: '2026-07-15', patches: [set('city', value('مكة'))] },
    ]);
    expect(said([confirmed], '2026-08-01')['city']).toEqual([value('مكة'), '2026-07-15', true]);
  });

  it('is asked anew where another version of the form asks something else, or offers it no more', () => {
    const then = request('2026-06-01', [
      { patches: [set('city', value('مكة')), set('residencyType', value('martian'))] },
    ]);
    const field = questionnaire.fieldByName.get('city');
    if (field === undefined) throw new Error('no city');
    const before: Questionnaire = {
      ...questionnaire,
      version: 99,
      fieldByName: new Map([
        ...questionnaire.fieldByName,
        ['city', { ...field, type: 'integer' as const }],
      ]),
    };
    expect(said([then], '2026-06-20', before)).toEqual({});
    expect(Object.keys(said([then], '2026-06-20', { ...questionnaire, version: 99 }))).toEqual([
      'city',
    ]);
  });
});

describe('a request that takes from the file', () => {
  const origin: CaseId = newCaseId();
  const fromFile: FromFile = {
    taken: [{ path: 'city', saidOn: '2026-05-01', caseId: origin }],
    toConfirm: [
      { path: 'mobile', saidOn: '2025-05-01', caseId: origin, answer: value('+966501111111') },
      { path: 'family/r1/name', saidOn: '2025-05-01', caseId: origin, answer: value('سعد') },
    ],
  };
  const opening = {
    patches: [set('city', value('مكة')), { op: 'addRow' as const, repeat: 'family', rowId: 'r1' }],
    fromFile,
  };

  it('has no answer where one waits to be confirmed', () => {
    const state = request('2026-07-01', [opening]);
    expect(state.answers.values).toEqual({ city: value('مكة') });
    expect(Object.keys(state.toConfirm)).toEqual(['mobile', 'family/r1/name']);
    expect(state.taken).toEqual({ city: { saidOn: '2026-05-01', caseId: origin } });
  });

  it('waits no longer for what is confirmed, changed, or gone with its row', () => {
    const state = request('2026-07-01', [
      opening,
      { patches: [set('mobile', value('+966501111111')), set('city', value('جدة'))] },
      { patches: [{ op: 'removeRow', repeat: 'family', rowId: 'r1' }] },
    ]);
    expect(state.toConfirm).toEqual({});
    expect(state.taken).toEqual({});
  });
});
