import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseBringList } from '#shared/domain/documents/bringListQuestions.ts';
import { type DocumentRules, parseDocumentRules } from '#shared/domain/documents/documentRules.ts';
import { ScanBases } from '#shared/domain/documents/scanBases.ts';
import { type KnownRules, parseKnownRules } from '#shared/domain/known/knownRules.ts';
import { type Library, parseLibrary } from '#shared/domain/library/library.ts';
import { type MatchingRules, parseMatchingRules } from '#shared/domain/matching/matchingRules.ts';
import type { Questionnaire } from '#shared/domain/questionnaire/model.ts';
import { parseQuestionnaire } from '#shared/domain/questionnaire/parseQuestionnaire.ts';
import { Settings } from '#shared/domain/settings/settings.ts';
import { Survey, SurveyKey, type Surveys } from '#shared/domain/survey/survey.ts';
import {
  Association,
  parseTextLibrary,
  type TextLibrary,
} from '#shared/domain/texts/textLibrary.ts';
import type { VersionedName } from '#shared/domain/versionedName.ts';
import { DeliveredFileError } from './deliveredFileError.ts';
import { type Delivered, latestOf } from './versionShelf.ts';

/** What came with the program, parsed. */
export interface DeliveredReference {
  readonly questionnaires: readonly Delivered<Questionnaire>[];
  readonly documentRules: readonly Delivered<DocumentRules>[];
  readonly matchingRules: readonly Delivered<MatchingRules>[];
  readonly settings: readonly Delivered<Settings>[];
  readonly texts: Delivered<TextLibrary>;
  readonly libraries: readonly Delivered<Library>[];
  readonly association: Delivered<Association>;
  readonly knownRules: Delivered<KnownRules>;
  readonly surveys: Surveys;
  readonly surveyKey: Delivered<SurveyKey>;
  /** Bases for scanning that training offices practise on. */
  readonly trainingBases: ScanBases;
  readonly bringList: unknown;
}

/**
 * Reads and parses `resources/`.
 * @throws when a file is missing or does not parse: the program is then not whole
 */
export function readDeliveredReference(folder: string): DeliveredReference {
  const at = (name: string) => join(folder, name);
  const questionnaires = readAll(at('questionnaires'), parseQuestionnaire, itself);
  const form = latestOf(questionnaires).parsed;
  const surveyOf = (name: keyof Surveys) =>
    latestOf(readAll(at('surveys'), (source) => Survey.parse(source), itself, `survey.${name}.`))
      .parsed;
  return {
    questionnaires,
    documentRules: readAll(at('documents'), parseDocumentRules, ownVersion, 'document-rules.'),
    matchingRules: readAll(at('matching'), parseMatchingRules, ownVersion),
    settings: readAll(at('settings'), (source) => Settings.parse(source), itself),
    texts: latestOf(readAll(at('texts'), parseTextLibrary, itself)),
    libraries: readAll(at('library'), parseLibrary, itself),
    association: latestOf(
      readAll(at('association'), (source) => Association.parse(source), itself),
    ),
    knownRules: latestOf(readAll(at('known'), parseKnownRules, itself)),
    surveys: { S1: surveyOf('S1'), S2: surveyOf('S2') },
    surveyKey: latestOf(
      readAll(at('surveys'), (source) => SurveyKey.parse(source), itself, 'survey-key.'),
    ),
    trainingBases: latestOf(
      readAll(at('training'), (source) => ScanBases.parse(source), itself, 'scan-bases.'),
    ).parsed,
    bringList: latestOf(
      readAll(at('documents'), (source) => parseBringList(source, form), ownVersion, 'bring-list.'),
    ).source,
  };
}

function ownVersion(rules: { readonly version: VersionedName }): VersionedName {
  return rules.version;
}

function itself(published: VersionedName): VersionedName {
  return published;
}

function readAll<Parsed>(
  folder: string,
  parse: (source: unknown) => Parsed,
  versionOf: (parsed: Parsed) => VersionedName,
  prefix = '',
): readonly Delivered<Parsed>[] {
  const found = readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && name.endsWith('.json'))
    .toSorted()
    .map((name) => readOne(folder, name, parse, versionOf));
  if (found.length === 0) throw new Error(`nothing published in ${folder}`);
  return found;
}

/** @throws DeliveredFileError when the file is not JSON, or not what it is delivered as */
function readOne<Parsed>(
  folder: string,
  name: string,
  parse: (source: unknown) => Parsed,
  versionOf: (parsed: Parsed) => VersionedName,
): Delivered<Parsed> {
  try {
    const source: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const parsed = parse(source);
    const { id, version } = versionOf(parsed);
    return { version: { id, version }, source, parsed };
  } catch (error) {
    throw new DeliveredFileError(`${basename(folder)}/${name}`, error);
  }
}
