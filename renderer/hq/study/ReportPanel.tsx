import { CircleCheck, CircleX, Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { writtenMoney } from '#renderer/caseParts/answerText.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { Money } from '#renderer/components/Money.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import type { Mark } from '#shared/domain/case/caseState.ts';
import type { ItemRecommendation, StudyReport } from '#shared/domain/case/studyEvents.ts';
import { AskedName } from './AskedPanel.tsx';
import styles from './study.module.css';
import type { StudyAtHand } from './studyCase.ts';

const LOOKS = {
  accept: { tone: 'ok', icon: CircleCheck },
  reject: { tone: 'stop', icon: CircleX },
  defer: { tone: 'review', icon: Clock },
} as const;

/** The officer's reports, the one in force first. */
export function ReportPanel({ at }: { readonly at: StudyAtHand }) {
  const { t } = useTranslation('hqStudy');
  return at.state.study.reports.toReversed().map((report, index) => (
    <Panel
      key={report.reportId}
      title={t(index === 0 ? 'report' : 'earlierReport')}
      compact={index > 0}
    >
      <Report at={at} report={report} />
    </Panel>
  ));
}

function Report({ at, report }: { readonly at: StudyAtHand; readonly report: Mark & StudyReport }) {
  const { t } = useTranslation('hqStudy');
  return (
    <Stack gap={3}>
      <span className={styles.quiet}>
        {report.officerName} · {t('reportedOn')} <DayText day={report.reportedOn} />
      </span>
      <p className={styles.words} dir="auto">
        {report.findings}
      </p>
      {report.items.map((item) => (
        <Recommended key={item.itemId} at={at} item={item} />
      ))}
    </Stack>
  );
}

function Recommended({
  at,
  item,
}: {
  readonly at: StudyAtHand;
  readonly item: ItemRecommendation;
}) {
  const { t } = useTranslation(['hqStudy', 'common']);
  const asked = at.file.items.find(({ itemId }) => itemId === item.itemId);
  const { tone, icon } = LOOKS[item.recommends];
  return (
    <div className={styles.item}>
      <span>
        <strong>{asked === undefined ? null : <AskedName item={asked} />}</strong>{' '}
        <Badge tone={tone} icon={icon}>
          {t(`hqStudy:recommend.${item.recommends}`)}
        </Badge>{' '}
        {item.amount !== null && (
          <Money text={writtenMoney(item.amount)} currency={t('common:riyal')} />
        )}{' '}
        {item.quantity !== null && t('hqStudy:quantity', { count: item.quantity })}{' '}
        {item.months !== null && t('hqStudy:forMonths', { count: item.months })}
      </span>
      <span className={styles.words} dir="auto">
        {item.reason}
      </span>
    </div>
  );
}
