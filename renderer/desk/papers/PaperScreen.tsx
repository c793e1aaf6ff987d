import { FileClock, PenLine, Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpenCase, useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { PrintRoom } from '#renderer/caseParts/papers/PrintRoom.tsx';
import { usePrinting } from '#renderer/caseParts/papers/usePrinting.ts';
import { screenBeside } from '#renderer/caseParts/spokenLanguage.ts';
import { buttonClass } from '#renderer/components/button-class.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import { type PaperCode } from '#shared/domain/case/vocabulary.ts';
import { AccuracyDeclaration } from './AccuracyDeclaration.tsx';
import { AppealReceipt } from './AppealReceipt.tsx';
import { DecisionLetter } from './DecisionLetter.tsx';
import { DeclarationToSign } from './DeclarationToSign.tsx';
import { DeliveryReceipt } from './DeliveryReceipt.tsx';
import { LapseNotice } from './LapseNotice.tsx';
import { MissingItems } from './MissingItems.tsx';
import { type PaperReadiness, paperReadiness } from './paperReadiness.ts';
import { Receipt } from './Receipt.tsx';
import { ReferralSlip } from './ReferralSlip.tsx';
import { SupportRequest } from './requestForm/SupportRequest.tsx';
import { VisitSheet } from './VisitSheet.tsx';
import { Withdrawal } from './Withdrawal.tsx';

export interface PaperScreenProps {
  readonly open: OpenCase;
  readonly paper: PaperCode;
  /** Which of several, where a case has more than one of this paper: the referral of a slip. */
  readonly subject?: string | undefined;
}

/** One paper of a case: looked at, printed and made into a PDF by the same page. */
export function PaperScreen({ open, paper, subject }: PaperScreenProps) {
  // Another paper begins anew, in the language in which its own words were spoken.
  return (
    <OnePaper
      key={`${open.state.caseId} ${paper} ${subject ?? ''}`}
      open={open}
      paper={paper}
      subject={subject}
    />
  );
}

function OnePaper({ open, paper, subject }: PaperScreenProps) {
  const { t } = useTranslation('papers');
  const screenLanguage = useLanguage();
  const [chosen, setChosen] = useState<Language | null>(null);
  const { readOnly } = useOpenStatus();
  const { state } = open;
  const readiness = paperReadiness(open, paper, subject);
  const language = chosen ?? spokenLanguage(open, paper, screenLanguage);
  const isVoided = readiness.kind === 'declaration' && readiness.declaration.voidedBy !== null;
  const isPaper =
    readiness.kind === 'request' ||
    readiness.kind === 'receipt' ||
    readiness.kind === 'declaration' ||
    readiness.kind === 'toSign' ||
    readiness.kind === 'missingItems' ||
    readiness.kind === 'visit' ||
    readiness.kind === 'lapse' ||
    readiness.kind === 'referral' ||
    readiness.kind === 'decision' ||
    readiness.kind === 'delivery' ||
    readiness.kind === 'withdrawal' ||
    readiness.kind === 'appeal';
  const refusal = isVoided ? t('voidedNotPrinted') : readOnly ? t('readOnlyNotPrinted') : undefined;
  const { queries } = useDesk();
  const record = useCaseAction(queries.papers.print.mutationOptions());
  const about = subjectOf(readiness);
  const printing = usePrinting({
    sheet: `${state.caseId} ${paper} ${about ?? ''} ${language}`,
    record: () =>
      record.mutateAsync({
        caseId: state.caseId,
        paper,
        language,
        ...(about === null ? {} : { subject: about }),
      }),
    isReady: isPaper && refusal === undefined,
  });
  return (
    <PrintRoom
      back={{
        href: `#/case/${state.caseId}/${placeBehind(paper, readiness)}`,
        label: t('backToCase'),
      }}
      name={t(`name.${paper}`)}
      fileName={`${paper} ${state.reference}`}
      language={language}
      onLanguage={setChosen}
      printing={isPaper ? printing : null}
      blockedReason={refusal}
      notes={<DeskErrorNote error={printing.error} />}
      instead={!isPaper && <NotYet open={open} paper={paper} readiness={readiness} />}
    >
      <Paper open={open} copy={printing.copy} readiness={readiness} />
    </PrintRoom>
  );
}

/** What of several this paper is about: its copies are counted by it. */
function subjectOf(readiness: PaperReadiness): string | null {
  switch (readiness.kind) {
    case 'referral':
      return readiness.referral.referralId;
    case 'visit':
      return readiness.visit.visitId;
    case 'decision':
      return readiness.decision.decisionId;
    case 'appeal':
      return readiness.appeal.appealId;
    case 'delivery':
      return readiness.delivery.deliveryId;
    default:
      return null;
  }
}

/** Where in the case one comes from to a paper. */
function placeBehind(paper: PaperCode, readiness: PaperReadiness): string {
  if (readiness.kind === 'toSign') return 'declaration';
  if (paper === 'N5' || paper === 'N7' || paper === 'N8' || paper === 'N9') return 'service';
  return ['N2', 'N4', 'N6', 'N10'].includes(paper) ? 'waiting' : 'next';
}

interface PaperPartProps {
  readonly open: OpenCase;
  readonly copy: number | null;
  readonly readiness: PaperReadiness;
}

function Paper({ open, copy, readiness }: PaperPartProps) {
  if (readiness.kind === 'request') {
    return <SupportRequest open={open} copy={copy} submission={readiness.submission} />;
  }
  if (readiness.kind === 'receipt') {
    return <Receipt open={open} copy={copy} submission={readiness.submission} />;
  }
  if (readiness.kind === 'declaration') {
    return <AccuracyDeclaration open={open} copy={copy} declaration={readiness.declaration} />;
  }
  if (readiness.kind === 'toSign') return <DeclarationToSign open={open} copy={copy} />;
  if (readiness.kind === 'missingItems') {
    return <MissingItems open={open} copy={copy} list={readiness.list} />;
  }
  if (readiness.kind === 'visit') {
    return <VisitSheet open={open} copy={copy} visit={readiness.visit} />;
  }
  if (readiness.kind === 'lapse') {
    return <LapseNotice open={open} copy={copy} lapse={readiness.lapse} />;
  }
  if (readiness.kind === 'referral') {
    return <ReferralSlip open={open} copy={copy} referral={readiness.referral} />;
  }
  if (readiness.kind === 'decision') {
    const { decision, content } = readiness;
    return <DecisionLetter open={open} copy={copy} decision={decision} content={content} />;
  }
  if (readiness.kind === 'delivery') {
    return <DeliveryReceipt open={open} copy={copy} delivery={readiness.delivery} />;
  }
  if (readiness.kind === 'appeal') {
    return <AppealReceipt open={open} copy={copy} appeal={readiness.appeal} />;
  }
  if (readiness.kind === 'withdrawal') {
    return <Withdrawal open={open} copy={copy} withdrawal={readiness.withdrawal} />;
  }
  return null;
}

interface NotYetProps extends PaperScreenProps {
  readonly readiness: PaperReadiness;
}

function NotYet({ open, paper, readiness }: NotYetProps) {
  const { t } = useTranslation('papers');
  const linkTo = (step: 'next' | 'declaration' | 'waiting', label: string) => (
    <a className={buttonClass('main', 'md')} href={`#/case/${open.state.caseId}/${step}`}>
      {label}
    </a>
  );
  switch (readiness.kind) {
    case 'notSubmitted':
      return (
        <EmptyState
          icon={Send}
          title={t('notSubmitted.title')}
          action={linkTo('next', t('notSubmitted.go'))}
        >
          {t('notSubmitted.body')}
        </EmptyState>
      );
    case 'notSigned':
      return (
        <EmptyState
          icon={PenLine}
          title={t('notSigned.title')}
          action={linkTo('declaration', t('notSigned.go'))}
        >
          {t('notSigned.body')}
        </EmptyState>
      );
    case 'notWaiting':
      return (
        <EmptyState
          icon={FileClock}
          title={t('notWaiting.title')}
          action={linkTo('waiting', t('notWaiting.go'))}
        >
          {t('notWaiting.body')}
        </EmptyState>
      );
    case 'later':
      return (
        <EmptyState
          icon={FileClock}
          title={t('later.title', { paper: t(`name.${paper}`) })}
          action={linkTo('next', t('backToCase'))}
        >
          {t('later.body')}
        </EmptyState>
      );
    case 'request':
    case 'receipt':
    case 'declaration':
    case 'toSign':
    case 'missingItems':
    case 'visit':
    case 'lapse':
    case 'referral':
    case 'decision':
    case 'delivery':
    case 'withdrawal':
    case 'appeal':
      return null;
  }
}

/**
 * In which the applicant was spoken to: the declaration was signed, or the sentence told, in it. What
 * the papers do not speak is printed in Arabic, and the person's own words stand in both.
 */
function spokenLanguage({ state }: OpenCase, paper: PaperCode, screen: Language): Language {
  const told = state.submission?.language;
  const declared = state.declarations.at(-1)?.seal.statement.declaration.language;
  const spoken = paper === 'N3' ? (declared ?? told) : told;
  return spoken === undefined ? screen : screenBeside(spoken, 'ar');
}
