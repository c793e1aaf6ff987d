import type { ReferenceBundle } from '#shared/contracts/reference.ts';
import { assertNever } from '#shared/domain/assertNever.ts';
import type { VersionedName } from '#shared/domain/case/caseEvent.ts';
import { type DocumentRules, parseDocumentRules } from '#shared/domain/documents/documentRules.ts';
import { withScanBases } from '#shared/domain/documents/scanBases.ts';
import type { KnownRules } from '#shared/domain/known/knownRules.ts';
import { type Library, parseLibrary } from '#shared/domain/library/library.ts';
import { type MatchingRules, parseMatchingRules } from '#shared/domain/matching/matchingRules.ts';
import type {
  PublishedDocument,
  PublishedKind,
} from '#shared/domain/publication/publishedDocument.ts';
import type { Questionnaire } from '#shared/domain/questionnaire/model.ts';
import { parseQuestionnaire } from '#shared/domain/questionnaire/parseQuestionnaire.ts';
import { Settings } from '#shared/domain/settings/settings.ts';
import type { SurveyKey, Surveys } from '#shared/domain/survey/survey.ts';
import type { Association, TextLibrary } from '#shared/domain/texts/textLibrary.ts';
import { type DeliveredReference, readDeliveredReference } from './deliveredReference.ts';
import { type Delivered, VersionShelf } from './versionShelf.ts';

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

/**
 * What was delivered with the program and what headquarters has published since. What is in force is
 * read anew at each use: a publication counts from the next new case on, without a restart.
 */
export interface ReferenceData {
  readonly bundle: ReferenceBundle;
  readonly texts: TextLibrary;
  readonly library: Library;
  /** Every version of the library that is here, the earliest first. */
  readonly libraries: readonly Library[];
  readonly association: Association;
  /** In force now; what an open case keeps of them are its own terms. */
  readonly settings: Settings;
  readonly knownRules: KnownRules;
  readonly surveys: Surveys;
  readonly surveyKey: SurveyKey;
  readonly inForce: RulesInForce;
  /** @throws Error when this laptop does not have a version that the case began with */
  rulesOf(versions: RulesInForce): CaseRules;
  /** Which of these versions are not here. */
  missingOf(versions: RulesInForce): readonly VersionedName[];
  isHere(kind: PublishedKind, version: VersionedName): boolean;
  /** @throws Error when this version is not here */
  settingsOf(version: VersionedName): Settings;
  /** Every version of one kind that is here, by `id@version`. */
  sourcesOf(kind: PublishedKind): Readonly<Record<string, unknown>>;
  /** Takes versions that were published; one that is there already stays as it is. */
  take(documents: readonly PublishedDocument[]): void;
}

const RULE_KINDS = ['questionnaire', 'documentRules', 'matchingRules'] as const;

/** @throws when a file is missing or does not parse: the program is then not whole */
export function loadReferenceData(folder: string): ReferenceData {
  return createReference(readDeliveredReference(folder), false);
}

/** @param training the training office has document rules of its own: the same, with bases for scanning */
export function createReference(delivered: DeliveredReference, training: boolean): ReferenceData {
  const { texts, association, knownRules, surveys, surveyKey, bringList } = delivered;
  const questionnaires = new VersionShelf(parseQuestionnaire, delivered.questionnaires);
  const documentRules = new VersionShelf(parseDocumentRules, delivered.documentRules);
  const trainingRules = new VersionShelf(
    parseDocumentRules,
    delivered.documentRules.map(({ source }) => withBases(source, delivered)),
  );
  const matchingRules = new VersionShelf(parseMatchingRules, delivered.matchingRules);
  const settings = new VersionShelf((source) => Settings.parse(source), delivered.settings);
  const libraries = new VersionShelf(parseLibrary, delivered.libraries);

  const shelves = {
    questionnaire: questionnaires,
    documentRules,
    matchingRules,
    settings,
    library: libraries,
  };

  function takeOne({ kind, id, version, source }: PublishedDocument): void {
    const name = { id, version };
    switch (kind) {
      case 'questionnaire':
        return questionnaires.publish(name, source);
      case 'documentRules': {
        documentRules.publish(name, source);
        const practised = withScanBases(source, delivered.trainingBases);
        return trainingRules.publish({ id: practised.id, version }, practised);
      }
      case 'matchingRules':
        return matchingRules.publish(name, source);
      case 'settings':
        return settings.publish(name, source);
      case 'library':
        return libraries.publish(name, source);
      default:
        return assertNever(kind);
    }
  }

  const reference: ReferenceData = {
    texts: texts.parsed,
    association: association.parsed,
    knownRules: knownRules.parsed,
    surveys,
    surveyKey: surveyKey.parsed,
    get library() {
      return libraries.inForce.parsed();
    },
    get libraries() {
      return libraries.all;
    },
    get settings() {
      return settings.inForce.parsed();
    },
    get inForce() {
      return {
        questionnaire: questionnaires.inForce.version,
        documentRules: (training ? trainingRules : documentRules).inForce.version,
        matchingRules: matchingRules.inForce.version,
      };
    },
    get bundle() {
      return {
        questionnaires: questionnaires.sources,
        documentRules: { ...documentRules.sources, ...trainingRules.sources },
        matchingRules: matchingRules.sources,
        inForce: { ...reference.inForce, library: libraries.inForce.version },
        bringList,
        texts: texts.source,
        library: libraries.inForce.source,
        settings: settings.inForce.source,
        association: association.source,
      };
    },
    rulesOf: (versions) => ({
      questionnaire: questionnaires.get(versions.questionnaire),
      documentRules: rulesIn([documentRules, trainingRules], versions.documentRules),
      matchingRules: matchingRules.get(versions.matchingRules),
    }),
    missingOf: (versions) =>
      RULE_KINDS.filter((kind) => !reference.isHere(kind, versions[kind])).map(
        (kind) => versions[kind],
      ),
    isHere: (kind, version) =>
      shelves[kind].has(version) || (kind === 'documentRules' && trainingRules.has(version)),
    settingsOf: (version) => settings.get(version),
    sourcesOf: (kind) => shelves[kind].sources,
    take: (documents) => {
      for (const document of documents) takeOne(document);
    },
  };
  return reference;
}

function rulesIn(
  [own, practised]: readonly [VersionShelf<DocumentRules>, VersionShelf<DocumentRules>],
  version: VersionedName,
): DocumentRules {
  return (own.has(version) ? own : practised).get(version);
}

function withBases(
  source: unknown,
  { trainingBases }: DeliveredReference,
): Delivered<DocumentRules> {
  const extended = withScanBases(source, trainingBases);
  const parsed = parseDocumentRules(extended);
  return { version: parsed.version, source: extended, parsed };
}
