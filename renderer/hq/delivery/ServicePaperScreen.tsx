import { useMutation, useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useSupportName } from '#renderer/caseParts/decisionWords.tsx';
import { PaperFacts } from '#renderer/caseParts/PaperFacts.tsx';
import { qrTextOf } from '#renderer/caseParts/qrTextOf.ts';
import { DeliveryReceiptBody } from '#renderer/caseParts/service/DeliveryReceiptBody.tsx';
import { WithdrawalBody } from '#renderer/caseParts/service/WithdrawalBody.tsx';
import { Words, writtenPhone } from '#renderer/caseParts/summaryValue.tsx';
import { usePageMargins } from '#renderer/caseParts/usePageMargins.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { PaperRoom } from '#renderer/components/PaperRoom.tsx';
import { PrintPage } from '#renderer/components/PrintPage.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { InLanguage } from '#renderer/language/InLanguage.tsx';
import { directionOf } from '#renderer/language/i18n.ts';
import { LanguageChoice } from '#renderer/language/LanguageChoice.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import { applicantOf, textAnswer } from '#shared/domain/case/applicantIdentity.ts';
import type { CaseAssessment } from '#shared/domain/case/assessCase.ts';
import type { AtService, DeliveryMade } from '#shared/domain/case/serviceState.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import { maskIdentifier } from '#shared/domain/identifiers/maskIdentifier.ts';
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
  const { t } = useTranslation(['hqDelivery', 'papers']);
  const { queries } = useHq();
  const [language, setLanguage] = useState<Language>('ar');
  const [printed, setPrinted] = useState<{ readonly copy: number; readonly in: Language } | null>(
    null,
  );
  const record = useMutation(queries.delivery.print.mutationOptions());
  const { caseId } = open.state;
  const subject = shown.paper === 'N7' ? shown.delivery.deliveryId : null;
  /** The copy is recorded first, its number is drawn, and only then the sheet goes to the printer. */
  const print = async () => {
    const { copy } = await record.mutateAsync({ caseId, paper: shown.paper, subject, language });
    setPrinted({ copy, in: language });
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    window.print();
  };
  return (
    <PaperRoom
      back={{ href: `#/delivery/case/${caseId}`, label: t('hqDelivery:back') }}
      name={t(`papers:name.${shown.paper}`)}
      isInside
      end={
        <>
          <LanguageChoice
            label={t('papers:paperLanguage')}
            value={language}
            onChange={setLanguage}
          />
          <Button
            kind="main"
            icon={Printer}
            busy={record.isPending}
            // What refused it stands in `error`.
            onPress={() => void print().catch(() => undefined)}
          >
            {t('hqDelivery:print')}
          </Button>
        </>
      }
      notes={<HqErrorNote error={record.error} />}
    >
      <InLanguage language={language}>
        <Sheet open={open} shown={shown} copy={printed?.in === language ? printed.copy : null} />
      </InLanguage>
    </PaperRoom>
  );
}

interface SheetProps extends OnePaperProps {
  readonly copy: number | null;
}

function Sheet({ open, shown, copy }: SheetProps) {
  const { t } = useTranslation(['hqDelivery', 'papers', 'service']);
  const language = useLanguage();
  const { queries } = useHq();
  const association = useQuery(queries.imports.letterhead.queryOptions()).data;
  const assessment = useAssessed(open);
  const { state } = open;
  usePageMargins(`${shown.paper} · ${state.reference}`, language);
  if (association === undefined || assessment === null) return null;
  const written =
    copy === null
      ? t('papers:copy.preview')
      : copy === 1
        ? t('papers:copy.original')
        : t('papers:copy.again', { copy });
  return (
    <PrintPage
      lang={language}
      dir={directionOf(language)}
      association={inLanguage(association.name, language)}
      unit={t('hqDelivery:unit')}
      referenceLabel={t('papers:reference')}
      reference={state.reference}
      qr={{ text: qrTextOf(state), label: t('papers:qr') }}
      title={t(`papers:name.${shown.paper}`)}
      subtitle={<Subtitle open={open} shown={shown} assessment={assessment} />}
      foot={[
        <span key="form">
          {t('papers:form')} <Bdi>{shown.paper}</Bdi> ·{' '}
          {inLanguage(association.policyVersion, language)} ·{' '}
          <strong data-copy={copy ?? 'preview'}>{written}</strong>
        </span>,
        <span key="contact">{inLanguage(association.contactLine, language)}</span>,
      ]}
    >
      <Applicant open={open} shown={shown} />
      {shown.paper === 'N7' ? (
        <DeliveryReceiptBody state={state} delivery={shown.delivery} />
      ) : (
        <WithdrawalBody withdrawal={shown.withdrawal} />
      )}
    </PrintPage>
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

/** Whose paper it is, masked, and who at headquarters gave it. */
function Applicant({ open, shown }: OnePaperProps) {
  const { t } = useTranslation('papers');
  const applicant = applicantOf(open.state);
  // Arabic says applicant in two forms.
  const context: 'female' | 'male' = textAnswer(open.state, 'sex') === 'female' ? 'female' : 'male';
  const actorId = shown.paper === 'N7' ? shown.delivery.actorId : shown.withdrawal.actorId;
  const said = (value: ReactNode | null) => value ?? t('notStated');
  return (
    <PaperFacts
      facts={[
        {
          id: 'applicant',
          term: t('applicant', { context }),
          value: said(applicant.name === '' ? null : <Words>{applicant.name}</Words>),
        },
        {
          id: 'identity',
          term: t('identity'),
          value: said(
            applicant.idNumber === null ? null : <Bdi>{maskIdentifier(applicant.idNumber)}</Bdi>,
          ),
        },
        {
          id: 'mobile',
          term: t('mobile'),
          value: said(
            applicant.mobile === null ? null : <Bdi>{writtenPhone(applicant.mobile)}</Bdi>,
          ),
        },
        {
          id: 'officer',
          term: t('officer'),
          value: <Words>{open.file.people[actorId] ?? ''}</Words>,
        },
      ]}
    />
  );
}
