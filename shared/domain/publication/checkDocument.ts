import { assertNever } from '../assertNever.ts';
import { parseBringList } from '../documents/bringListQuestions.ts';
import { compileCondition } from '../documents/condition.ts';
import { type DocumentRules, parseDocumentRules } from '../documents/documentRules.ts';
import { checkPages } from '../library/checkPages.ts';
import { type Library, type LibraryPage, parseLibrary } from '../library/library.ts';
import { type MatchingRules, parseMatchingRules } from '../matching/matchingRules.ts';
import { ExpressionFault } from '../questionnaire/expression/types.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import { parseQuestionnaire } from '../questionnaire/parseQuestionnaire.ts';
import { Settings } from '../settings/settings.ts';
import type { VersionedName } from '../versionedName.ts';
import { type DocumentFault, faultAt } from './documentFault.ts';
import { placedFaults } from './placedFaults.ts';
import type { PublishedKind } from './publishedDocument.ts';
import { faultsOf } from './readFaults.ts';

/** What stands beside a document once it is published: it must fit all of it. */
export interface InForceBeside {
  readonly questionnaire: Questionnaire;
  readonly documentRules: DocumentRules;
  readonly matchingRules: MatchingRules;
  readonly settings: Settings;
  readonly library: Library;
  /** Of each page that was ever in force the latest. */
  readonly latestPages: ReadonlyMap<string, LibraryPage>;
  readonly bringList: unknown;
}

export type CheckedDocument =
  | { readonly ok: true; readonly version: VersionedName }
  | { readonly ok: false; readonly faults: readonly DocumentFault[] };

const MOST_FAULTS = 200;

/**
 * Looks at all of a document that somebody wants to publish: its own form, its name and number, and
 * whether forms and rules still fit each other when it has come into force.
 */
export function checkDocument(
  kind: PublishedKind,
  source: unknown,
  beside: InForceBeside,
): CheckedDocument {
  try {
    const { inside, inForce, fit } = read(kind, source, beside);
    const version = { id: inside.id, version: inside.version };
    const faults = [...numberFaults(version, inForce, kind), ...fit()].slice(0, MOST_FAULTS);
    return faults.length === 0
      ? { ok: true, version }
      : { ok: false, faults: placedFaults(faults, source) };
  } catch (error) {
    const faults = faultsOf(error, source).slice(0, MOST_FAULTS);
    return { ok: false, faults: placedFaults(faults, source) };
  }
}

interface Read {
  readonly inside: VersionedName;
  readonly inForce: VersionedName;
  readonly fit: () => readonly DocumentFault[];
}

function read(kind: PublishedKind, source: unknown, beside: InForceBeside): Read {
  switch (kind) {
    case 'questionnaire': {
      const questionnaire = parseQuestionnaire(source);
      return {
        inside: questionnaire,
        inForce: beside.questionnaire,
        fit: () => [
          ...rulesFit(beside.documentRules, questionnaire),
          ...matrixFits(beside.matchingRules, questionnaire, beside.documentRules),
          ...bringListFits(beside.bringList, questionnaire),
        ],
      };
    }
    case 'documentRules': {
      const rules = parseDocumentRules(source);
      return {
        inside: rules.version,
        inForce: beside.documentRules.version,
        fit: () => [
          ...rulesFit(rules, beside.questionnaire),
          ...matrixFits(beside.matchingRules, beside.questionnaire, rules),
        ],
      };
    }
    case 'matchingRules': {
      const rules = parseMatchingRules(source);
      return {
        inside: rules.version,
        inForce: beside.matchingRules.version,
        fit: () => matrixFits(rules, beside.questionnaire, beside.documentRules),
      };
    }
    case 'settings': {
      const settings = Settings.parse(source);
      return {
        inside: settings,
        inForce: beside.settings,
        fit: () => reasonsKept(settings, beside.settings),
      };
    }
    case 'library': {
      const library = parseLibrary(source);
      return {
        inside: library,
        inForce: beside.library,
        fit: () => checkPages(library, beside),
      };
    }
    default:
      return assertNever(kind);
  }
}

function numberFaults(
  inside: VersionedName,
  inForce: VersionedName,
  kind: PublishedKind,
): readonly DocumentFault[] {
  const at = (field: 'id' | 'version') => {
    if (kind !== 'questionnaire') return field;
    return field === 'id' ? 'settings.form_id' : 'settings.version';
  };
  return [
    ...(inside.id === inForce.id ? [] : [faultAt(at('id'), 'otherDocument', inForce.id)]),
    ...(inside.version > inForce.version
      ? []
      : [faultAt(at('version'), 'versionNotNew', String(inForce.version + 1))]),
  ];
}

/** Every condition, and every answer from which a need follows, is one of this questionnaire. */
function rulesFit(rules: DocumentRules, form: Questionnaire): readonly DocumentFault[] {
  return rules.rules.flatMap(({ type, neededWhen, because, perRow, variants }) => [
    ...conditionFits(form, neededWhen, perRow, `documents.${type}.neededWhen`),
    ...variants.flatMap(({ variant, when }) =>
      conditionFits(form, when, perRow, `documents.${type}.variants.${variant}.when`),
    ),
    ...because
      .map((name) => (perRow === null ? name : `${perRow}/${name}`))
      .filter((path) => !form.fieldByName.has(path) && !form.repeatByPath.has(path))
      .map((path) => faultAt(`documents.${type}.because`, 'noSuchField', path)),
  ]);
}

/** A row may state what a form does not ask for yet; its conditions and documents must be there. */
function matrixFits(
  { rules }: MatchingRules,
  form: Questionnaire,
  { byType }: DocumentRules,
): readonly DocumentFault[] {
  return rules.flatMap(({ row, document, perRow, appliesWhen, alsoWhen }) => [
    ...(byType.has(document) ? [] : [faultAt(`rows.${row}.reads`, 'noSuchDocument', document)]),
    ...[appliesWhen, alsoWhen].flatMap((condition) =>
      condition === null ? [] : conditionFits(form, condition, perRow, `rows.${row}`),
    ),
  ]);
}

function conditionFits(
  form: Questionnaire,
  condition: string,
  perRow: string | null,
  path: string,
): readonly DocumentFault[] {
  try {
    compileCondition(form, condition, perRow);
    return [];
  } catch (error) {
    if (!(error instanceof ExpressionFault)) throw error;
    return [faultAt(path, 'conditionFaulty', condition)];
  }
}

function bringListFits(bringList: unknown, form: Questionnaire): readonly DocumentFault[] {
  try {
    parseBringList(bringList, form);
    return [];
  } catch (error) {
    return [faultAt('', 'bringListFaulty', error instanceof Error ? error.message : '')];
  }
}

/** What a decision gave as its reason keeps its words for good: a reason is taken back, never away. */
function reasonsKept(settings: Settings, inForce: Settings): readonly DocumentFault[] {
  const kept = new Set<string>(settings.rejectionReasons.map(({ code }) => code));
  return inForce.rejectionReasons
    .filter(({ code }) => !kept.has(code))
    .map(({ code }) => faultAt('rejectionReasons', 'reasonGone', code));
}
