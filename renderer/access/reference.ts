import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ReferenceBundle } from '#shared/contracts/reference.ts';
import type { VersionedName } from '#shared/domain/case/caseEvent.ts';
import {
  type BringListQuestions,
  parseBringList,
} from '#shared/domain/documents/bringListQuestions.ts';
import { type DocumentRules, parseDocumentRules } from '#shared/domain/documents/documentRules.ts';
import { type Library, parseLibrary } from '#shared/domain/library/library.ts';
import { type MatchingRules, parseMatchingRules } from '#shared/domain/matching/matchingRules.ts';
import type { Questionnaire } from '#shared/domain/questionnaire/model.ts';
import { parseQuestionnaire } from '#shared/domain/questionnaire/parseQuestionnaire.ts';
import { Settings } from '#shared/domain/settings/settings.ts';
import {
  Association,
  parseTextLibrary,
  type TextLibrary,
} from '#shared/domain/texts/textLibrary.ts';
import { useDesk } from './desk.ts';

/** What a case is read with: the forms and rules of the versions that it began with. */
export interface CaseRules {
  readonly questionnaire: Questionnaire;
  readonly documentRules: DocumentRules;
  readonly matchingRules: MatchingRules;
}

export function useReferenceBundle(): ReferenceBundle {
  const { queries } = useDesk();
  return useSuspenseQuery({
    ...queries.reference.bundle.queryOptions(),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}

const parsed = new Map<string, unknown>();

/** Each version is parsed once and kept: parsing is pure and its rows never change. */
function once<T>(key: string, parse: () => T): T {
  if (!parsed.has(key)) parsed.set(key, parse());
  return parsed.get(key) as T;
}

function versionKey({ id, version }: VersionedName): string {
  return `${id}@${version}`;
}

export function useCaseRules(versions: {
  readonly questionnaire: VersionedName;
  readonly documentRules: VersionedName;
  readonly matchingRules: VersionedName;
}): CaseRules {
  const bundle = useReferenceBundle();
  const questionnaireKey = versionKey(versions.questionnaire);
  const documentsKey = versionKey(versions.documentRules);
  const matchingKey = versionKey(versions.matchingRules);
  return useMemo(
    () => ({
      questionnaire: once(`questionnaire ${questionnaireKey}`, () =>
        parseQuestionnaire(bundle.questionnaires[questionnaireKey]),
      ),
      documentRules: once(`documents ${documentsKey}`, () =>
        parseDocumentRules(bundle.documentRules[documentsKey]),
      ),
      matchingRules: once(`matching ${matchingKey}`, () =>
        parseMatchingRules(bundle.matchingRules[matchingKey]),
      ),
    }),
    [bundle, questionnaireKey, documentsKey, matchingKey],
  );
}

/** The questions before a visit, and the form and rules with which a case would begin now. */
export function useBringListRules(): CaseRules & { readonly questions: BringListQuestions } {
  const bundle = useReferenceBundle();
  const rules = useCaseRules(bundle.inForce);
  return useMemo(
    () => ({
      ...rules,
      questions: once(`bring list ${versionKey(bundle.inForce.questionnaire)}`, () =>
        parseBringList(bundle.bringList, rules.questionnaire),
      ),
    }),
    [bundle, rules],
  );
}

/** The association's texts in force: notice, services, declaration, two-week statement. */
export function useTexts(): TextLibrary {
  const bundle = useReferenceBundle();
  return useMemo(() => once('texts', () => parseTextLibrary(bundle.texts)), [bundle]);
}

/** Periods, days off, reasons in force. */
export function useSettings(): Settings {
  const { settings } = useReferenceBundle();
  return useMemo(() => Settings.parse(settings), [settings]);
}

/** The offline library: the four tools of the employee, and what people ask. */
export function useLibrary(): Library {
  const bundle = useReferenceBundle();
  return useMemo(() => {
    const { version } = bundle.inForce.library;
    return once(`library ${version}`, () => parseLibrary(bundle.library));
  }, [bundle]);
}

/** Name, contact line and policy of the association, as every paper carries them. */
export function useAssociation(): Association {
  const bundle = useReferenceBundle();
  return useMemo(() => once('association', () => Association.parse(bundle.association)), [bundle]);
}
