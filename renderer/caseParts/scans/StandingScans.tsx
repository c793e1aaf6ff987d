import { useTranslation } from 'react-i18next';
import { Choice } from '#renderer/components/Choice.tsx';
import { clockTime } from '#renderer/language/days.ts';
import type { CaseId, Instant } from '#shared/domain/identity.ts';
import { type KeptScan, StandingScan } from './StandingScan.tsx';

export interface StandingScansProps<Scan extends KeptScan & { readonly at: Instant }> {
  readonly caseId: CaseId;
  readonly scans: readonly Scan[];
  readonly shown: Scan;
  /** What it is a picture of. */
  readonly name: string;
  readonly onChoose: (scanId: string) => void;
}

/** The scans of one thing: the one that is looked at, and the choice where there are several. */
export function StandingScans<Scan extends KeptScan & { readonly at: Instant }>(
  props: StandingScansProps<Scan>,
) {
  const { caseId, scans, shown, name, onChoose } = props;
  const { t } = useTranslation('scans');
  return (
    <>
      {scans.length > 1 && (
        <Choice
          label={t('choose')}
          value={shown.scanId}
          options={scans.map((scan, index) => ({
            value: scan.scanId,
            label: t('chosen', { number: index + 1, time: clockTime(scan.at) }),
          }))}
          onChange={onChoose}
        />
      )}
      <StandingScan key={shown.scanId} caseId={caseId} scan={shown} name={name} />
    </>
  );
}
