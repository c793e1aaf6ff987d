import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ReferenceBundle } from '#shared/contracts/reference.ts';
import type { VersionedName } from '#shared/domain/case/caseEvent.ts';
import { parseBringList } from '#shared/domain/documents/bringListQuestions.ts';
import { type DocumentRules, parseDocumentRules } from '#shared/domain/documents/documentRules.ts';
import { ScanBases, withScanBases } from '#shared/domain/documents/scanBases.ts';
import { type KnownRules, parseKnownRules } from '#shared/domain/known/knownRules.ts';
import { type Library, parseLibrary } from '#shared/domain/library/library.ts';
import { type MatchingRules, parseMatchingRules } from '#shared/domain/matching/matchingRules.ts';
import type { Questionnaire } from '#shared/domain/questionnaire/model.ts';
import { parseQuestionnaire } from '#shared/domain/questionnaire/parseQuestionnaire.ts';
import { Settings } from '#shared/domain/settings/settings.ts';
import { Survey, SurveyKey } from '#shared/domain/survey/survey.ts';
import {
  Association,
  parseTextLibrary,
  sameVersion,
  type TextLibrary,
  versionKey,
} from '#shared/domain/texts/textLibrary.ts';
import { DeliveredFileError } from './deliveredFileError.ts';

/** What a case is read with: the versions that it began with. */
export interface CaseRules {
  readonly questionnaire: Questionnaire;
  readonly documentRules: DocumentRules;
  readonly matchingRules: MatchingRules;
}

/** The versions with which a new case begins. */
export interface RulesInForce {
  readonly questionnaire: VersionedName;
  readonly documentRules: VersionedName;
  readonly matchingRules: VersionedName;
}

export interface ReferenceData {
  readonly bundle: ReferenceBundle;
  readonly texts: TextLibrary;
  readonly library: Library;
  readonly association: Association;
  readonly settings: Settings;
  readonly knownRules: KnownRules;
  readonly survey: Survey;
  readonly surveyKey: SurveyKey;
  readonly inForce: RulesInForce;
  /** The document rules of the training office: the same, with bases for scanning to practise on. */
  readonly trainingRules: VersionedName;
  /** @throws Error when this laptop does not have a version that the case began with */
  rulesOf(versions: RulesInForce): CaseRules;
}

/**
 * Reads and parses what headquarters published, as delivered in `resources/`.
 * @throws when a file is missing or does not parse: the program is then not whole
 */
export function loadReferenceData(folder: string): ReferenceData {
  const questionnaires = readAll(
    join(folder, 'questionnaires'),
    parseQuestionnaire,
    (form) => form,
  );
  const documentRules = readAll(
    join(folder, 'documents'),
    parseDocumentRules,
    ownVersion,
    'document-rules.',
  );
  const bases = latest(
    readAll(
      join(folder, 'training'),
      (source) => ScanBases.parse(source),
      (source) => source,
      'scan-bases.',
    ),
  );
  const trainingRules = documentRules.map(({ source }) => withBases(source, bases.parsed));
  const matchingRules = readAll(join(folder, 'matching'), parseMatchingRules, ownVersion);
  const texts = latest(readAll(join(folder, 'texts'), parseTextLibrary, (library) => library));
  const library = latest(readAll(join(folder, 'library'), parseLibrary, (each) => each));
  const association = latest(
    readAll(
      join(folder, 'association'),
      (source) => Association.parse(source),
      (association) => association,
    ),
  );
  const settings = latest(
    readAll(join(folder, 'settings'), (source) => Settings.parse(source), itself),
  );
  const knownRules = latest(readAll(join(folder, 'known'), parseKnownRules, itself));
  const survey = latest(
    readAll(join(folder, 'surveys'), (source) => Survey.parse(source), itself, 'survey.'),
  );
  const surveyKey = latest(
    readAll(join(folder, 'surveys'), (source) => SurveyKey.parse(source), itself, 'survey-key.'),
  );
  const form = latest(questionnaires);
  const bringList = latest(
    readAll(
      join(folder, 'documents'),
      (source) => parseBringList(source, form.parsed),
      ownVersion,
      'bring-list.',
    ),
  );
  const inForce: RulesInForce = {
    questionnaire: form.version,
    documentRules: latest(documentRules).version,
    matchingRules: latest(matchingRules).version,
  };
  return {
    bundle: {
      questionnaires: sources(questionnaires),
      documentRules: sources([...documentRules, ...trainingRules]),
      matchingRules: sources(matchingRules),
      inForce,
      bringList: bringList.source,
      texts: texts.source,
      library: library.source,
      settings: settings.source,
      association: association.source,
    },
    texts: texts.parsed,
    library: library.parsed,
    association: association.parsed,
    settings: settings.parsed,
    knownRules: knownRules.parsed,
    survey: survey.parsed,
    surveyKey: surveyKey.parsed,
    inForce,
    trainingRules: latest(trainingRules).version,
    rulesOf: (versions) => ({
      questionnaire: find(questionnaires, versions.questionnaire),
      documentRules: find([...documentRules, ...trainingRules], versions.documentRules),
      matchingRules: find(matchingRules, versions.matchingRules),
    }),
  };
}

/** What an office works with: the training office has document rules of its own. */
export function referenceFor(reference: ReferenceData, training: boolean): ReferenceData {
  if (!training) return reference;
  const inForce = { ...reference.inForce, documentRules: reference.trainingRules };
  return { ...reference, inForce, bundle: { ...reference.bundle, inForce } };
}

interface Published<Parsed> {
  readonly version: VersionedName;
  readonly source: unknown;
  readonly parsed: Parsed;
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
): readonly Published<Parsed>[] {
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
): Published<Parsed> {
  try {
    const source: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const parsed = parse(source);
    const { id, version } = versionOf(parsed);
    return { version: { id, version }, source, parsed };
  } catch (error) {
    throw new DeliveredFileError(`${basename(folder)}/${name}`, error);
  }
}

/** The greatest version; there is one form, one set of rules and one set of texts in force. */
function latest<Parsed>(published: readonly Published<Parsed>[]): Published<Parsed> {
  const [first, ...others] = published;
  if (!first) throw new Error('nothing published');
  return others.reduce(
    (best, other) => (other.version.version > best.version.version ? other : best),
    first,
  );
}

function find<Parsed>(published: readonly Published<Parsed>[], version: VersionedName): Parsed {
  const found = published.find((one) => sameVersion(one.version, version));
  if (!found) throw new Error(`not on this laptop: ${versionKey(version)}`);
  return found.parsed;
}

function withBases(source: unknown, bases: ScanBases): Published<DocumentRules> {
  const extended = withScanBases(source, bases);
  const parsed = parseDocumentRules(extended);
  return { version: parsed.version, source: extended, parsed };
}

function sources(published: readonly Published<unknown>[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(published.map(({ version, source }) => [versionKey(version), source]));
}
