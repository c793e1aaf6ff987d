import { useTranslation } from 'react-i18next';
import { useRejectionReasons } from '#renderer/access/hq/settings.ts';
import { writtenMoney } from '#renderer/caseParts/answerText.ts';
import { spokenDay } from '#renderer/language/days.ts';
import { isolated } from '#renderer/language/isolated.ts';
import { listed } from '#renderer/language/listed.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { SupportItemDecision } from '#shared/domain/case/decision.ts';

/** What a motion says of an item, as one line of the minutes. */
export function useMotionWords(): (item: SupportItemDecision) => string {
  const { t } = useTranslation(['hqCommittee', 'committee', 'common']);
  const language = useLanguage();
  const reasons = useRejectionReasons();
  return (item) => {
    const outcome = t(`hqCommittee:outcome.${item.outcome}`);
    switch (item.outcome) {
      case 'accepted':
        return listed(
          [
            outcome,
            ...(item.amount === null
              ? []
              : [`\u2066${writtenMoney(item.amount)}\u2069 ${t('common:riyal')}`]),
            ...(item.quantity === null
              ? []
              : [`${t('hqCommittee:quantity')} \u2066${item.quantity}\u2069`]),
            item.period.kind === 'once'
              ? t('hqCommittee:once')
              : `${t('hqCommittee:monthly')} (${t('hqCommittee:forMonths', { count: item.period.months })})`,
            t(`hqCommittee:funding.${item.fundingSource}`),
            ...(item.conditions === null ? [] : [item.conditions]),
          ],
          language,
        );
      case 'rejected':
        return `${outcome}: ${reasons.wordsOf(item.code)}. ${isolated(item.reason)}`;
      case 'deferred': {
        const until =
          item.until === null
            ? ''
            : ` (${t('committee:until')} ${spokenDay(item.until, language).gregorian})`;
        return `${outcome}: ${isolated(item.reason)}. ${t('hqCommittee:awaited')}: ${isolated(item.awaited)}${until}`;
      }
    }
  };
}
