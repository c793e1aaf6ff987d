import { useTranslation } from 'react-i18next';
import { useHqToday } from '#renderer/access/hq/overview.ts';
import { Note } from '#renderer/components/Note.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import { listed } from '#renderer/language/listed.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { HqClient } from '#renderer/transport/hqClient.ts';

type Gaps = Awaited<ReturnType<HqClient['intake']['batches']>>['gaps'];

/** A batch that came before one that must come first is kept, and what is missing is named. */
export function GapNotes({ gaps }: { readonly gaps: Gaps }) {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const today = useHqToday();
  return gaps.map((gap) => (
    <Note key={gap.deviceId} tone="review" live="status">
      <strong>
        {t('gapTitle', {
          count: gap.missing.length,
          branch: gap.branchName,
          code: gap.branchCode,
          numbers: listed(gap.missing.map(String), language),
        })}
      </strong>{' '}
      {t('gapText', { arrived: gap.arrived })}
      {gap.lastContactAt !== null && (
        <>
          {' '}
          {t('gapContact')} <InstantText instant={gap.lastContactAt} today={today} layout="line" />
        </>
      )}
    </Note>
  ));
}
