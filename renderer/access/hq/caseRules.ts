import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CaseRules } from '#renderer/access/reference.ts';
import type { VersionedName } from '#shared/domain/case/caseEvent.ts';
import { parseDocumentRules } from '#shared/domain/documents/documentRules.ts';
import { parseMatchingRules } from '#shared/domain/matching/matchingRules.ts';
import { parseQuestionnaire } from '#shared/domain/questionnaire/parseQuestionnaire.ts';
import { versionKey } from '#shared/domain/texts/textLibrary.ts';
import { useHq } from './hq.ts';

/** The versions that a case began with; those in force where none are named. */
export interface CaseVersions {
  readonly questionnaire: VersionedName;
  readonly documentRules: VersionedName;
  readonly matchingRules: VersionedName;
}

const parsed = new Map<string, CaseRules>();

/** What a case is read with, parsed once and kept; null where a version is not at headquarters. */
export function useHqCaseRules(versions: CaseVersions | null): CaseRules | null {
  const { queries } = useHq();
  const input = useMemo(
    () =>
      versions === null
        ? {}
        : {
            questionnaire: versionKey(versions.questionnaire),
            documentRules: versionKey(versions.documentRules),
            matchingRules: versionKey(versions.matchingRules),
          },
    [versions],
  );
  const { rules } = useSuspenseQuery({
    ...queries.imports.rules.queryOptions({ input }),
    staleTime: versions === null ? 0 : Number.POSITIVE_INFINITY,
  }).data;
  return useMemo(() => {
    if (rules === null) return null;
    // What is in force changes with each publication; a version never does.
    const key = versions === null ? null : JSON.stringify(input);
    const known = (key === null ? undefined : parsed.get(key)) ?? {
      questionnaire: parseQuestionnaire(rules.questionnaire),
      documentRules: parseDocumentRules(rules.documentRules),
      matchingRules: parseMatchingRules(rules.matchingRules),
    };
    if (key !== null) parsed.set(key, known);
    return known;
  }, [rules, input, versions]);
}
