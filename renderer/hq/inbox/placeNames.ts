import type { CaseRules } from '#renderer/access/reference.ts';
import { inLanguage } from '#renderer/language/useLanguage.ts';
import { withoutRowIds } from '#shared/domain/answers/answerSet.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import type { Item, LocalText } from '#shared/domain/questionnaire/model.ts';

/** What places of a case are called by the rules alone, whoever's case it is. */
export interface PlaceNames {
  /** A field or repeat by its path. */
  readonly field: (path: string) => string;
  readonly document: (documentKey: string) => string;
  readonly row: (rowKey: string) => string;
}

/** What is not in these rules is called by its own key. */
export function placeNames(rules: CaseRules | null, language: Language): PlaceNames {
  if (rules === null) {
    const same = (key: string) => key;
    return { field: same, document: same, row: same };
  }
  const fields = new Map<string, LocalText>();
  const visit = (items: readonly Item[]) => {
    for (const item of items) {
      if (item.kind !== 'group') fields.set(item.schemaPath, item.label);
      if (item.kind !== 'field') visit(item.items);
    }
  };
  for (const section of rules.questionnaire.sections) visit(section.items);
  const said = (label: LocalText | undefined, key: string) =>
    label === undefined ? key : inLanguage(label, language);
  const typeOf = (documentKey: string) => documentKey.split('/')[0] ?? documentKey;
  const documentOf = (documentKey: string) =>
    rules.documentRules.rules.find(({ type }) => type === typeOf(documentKey))?.face.label;
  return {
    field: (path) => said(fields.get(withoutRowIds(path)), path),
    document: (documentKey) => said(documentOf(documentKey), documentKey),
    row: (rowKey) => {
      const [row = '', documentKey = ''] = rowKey.split('@');
      const rule = rules.matchingRules.rules.find(
        (each) => each.row === row && each.document === typeOf(documentKey),
      );
      return said(rule?.label, rowKey);
    },
  };
}
