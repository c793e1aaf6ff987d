import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/domain/assertNever.ts';
import type { ValidityRule } from '#shared/domain/documents/documentRules.ts';

/** Which dates of a document are accepted, in words. */
export function useAcceptedDates(): (rule: ValidityRule) => string {
  const { t } = useTranslation(['waiting', 'documents']);
  return (rule) => {
    switch (rule.kind) {
      case 'unexpired':
        return t('waiting:paper.valid');
      case 'activeUntil':
        return t('waiting:paper.active');
      case 'issuedWithin':
        return t('waiting:paper.issuedFrom', {
          window: t(`documents:window.${rule.unit}`, { count: rule.count }),
        });
      case 'none':
        return t('waiting:paper.anyDate');
      default:
        return assertNever(rule);
    }
  };
}
