import { useTranslation } from 'react-i18next';
import { writtenMoney } from '#renderer/caseParts/answerText.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { PrintSection, PrintTable } from '#renderer/components/PrintPage.tsx';
import { FundingSource } from '#shared/domain/case/decision.ts';
import { type CommitteeSession, standingMotions } from '#shared/domain/committee/session.ts';

/** What the session granted in money, by its source: zakat stands apart. Nothing where nothing was granted. */
export function MinutesTotals({ session }: { readonly session: CommitteeSession }) {
  const { t } = useTranslation(['committee', 'hqCommittee']);
  const granted = session.agenda
    .filter(({ decided }) => decided !== null)
    .flatMap((agenda) => standingMotions(agenda))
    .flatMap(({ decision }) => (decision.outcome === 'accepted' ? [decision] : []));
  const sums = FundingSource.options.flatMap((source) => {
    const sum = granted
      .filter(({ fundingSource }) => fundingSource === source)
      .reduce(
        (total, { amount, period }) =>
          total + (amount ?? 0) * (period.kind === 'monthly' ? period.months : 1),
        0,
      );
    return sum === 0 ? [] : [{ source, sum }];
  });
  if (sums.length === 0) return null;
  return (
    <PrintSection title={t('committee:paper.totals')}>
      <PrintTable
        heads={[t('committee:paper.source'), t('committee:paper.sum')]}
        rows={sums.map(({ source, sum }) => ({
          id: source,
          cells: [t(`hqCommittee:funding.${source}`), <Bdi key="sum">{writtenMoney(sum)}</Bdi>],
        }))}
      />
    </PrintSection>
  );
}
