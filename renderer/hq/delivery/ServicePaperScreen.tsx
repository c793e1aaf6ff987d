import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useSupportName } from '#renderer/caseParts/decisionWords.tsx';
import { HeadquartersPaper } from '#renderer/caseParts/papers/HeadquartersPaper.tsx';
import { DeliveryReceiptBody } from '#renderer/caseParts/service/DeliveryReceiptBody.tsx';
import { WithdrawalBody } from '#renderer/caseParts/service/WithdrawalBody.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import type { CaseAssessment } from '#shared/domain/case/assessCase.ts';
import type { AtService, DeliveryMade } from '#shared/domain/case/serviceState.ts';
import { type OpenService, useAssessed, useOpenService } from './useOpenService.ts';

export interface ServicePaperScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
  readonly search: Readonly<Record<string, unknown>>;
}

type Shown =
  | { readonly paper: 'N7'; readonly delivery: DeliveryMade }
  | { readonly paper: 'N8'; readonly withdrawal: NonNullable<AtService['withdrawal']> };

/** The receipt of a delivery (N7) or the withdrawal (N8), as headquarters hands it over. */
export function ServicePaperScreen({ params, search }: ServicePaperScreenProps) {
  const { t } = useTranslation(['hqDelivery', 'common']);
  const { open, isPending, error } = useOpenService(params['caseId']);
  const shown = open === null ? null : shownOf(open, params['paper'], search['at']);
  if (open === null || shown === null) {
    return isPending ? (
      <Skeleton label={t('common:loading')} />
    ) : (
      <>
        <HqErrorNote error={error} />
        <Note tone="stop">{t('hqDelivery:noSuchCase')}</Note>
      </>
    );
  }
  return <OnePaper open={open} shown={shown} />;
}

function shownOf({ state }: OpenService, paper: string | undefined, at: unknown): Shown | null {
  const { withdrawal, deliveries } = state.service;
  if (paper === 'N8') return withdrawal === null ? null : { paper: 'N8', withdrawal };
  const delivery = deliveries.find(({ deliveryId }) => deliveryId === at);
  return paper !== 'N7' || delivery === undefined ? null : { paper: 'N7', delivery };
}

interface OnePaperProps {
  readonly open: OpenService;
  readonly shown: Shown;
}

function OnePaper({ open, shown }: OnePaperProps) {
  const { t } = useTranslation('hqDelivery');
  const { client } = useHq();
  const assessment = useAssessed(open);
  const { state, file } = open;
  const { caseId } = state;
  const { paper } = shown;
  const { actorId } = shown.paper === 'N7' ? shown.delivery : shown.withdrawal;
  const subject = shown.paper === 'N7' ? shown.delivery.deliveryId : null;
  return (
    <HeadquartersPaper
      state={state}
      paper={paper}
      givenBy={file.people[actorId] ?? ''}
      back={{ href: `#/delivery/case/${caseId}`, label: t('back') }}
      record={(language) => client.delivery.print({ caseId, paper, subject, language })}
      subtitle={assessment && <Subtitle open={open} shown={shown} assessment={assessment} />}
    >
      {shown.paper === 'N7' ? (
        <DeliveryReceiptBody state={state} delivery={shown.delivery} />
      ) : (
        <WithdrawalBody withdrawal={shown.withdrawal} />
      )}
    </HeadquartersPaper>
  );
}

interface SubtitleProps extends OnePaperProps {
  readonly assessment: CaseAssessment;
}

function Subtitle({ open, shown, assessment }: SubtitleProps) {
  const { t } = useTranslation('service');
  const nameOf = useSupportName(assessment.evaluation);
  return shown.paper === 'N7'
    ? t('receipt.subtitle', { item: nameOf(shown.delivery.itemId) })
    : t('withdrawal.subtitle', { reference: open.state.reference });
}
