import { Link, Navigate, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type OpenCase, useCase } from '#renderer/access/caseFile.ts';
import { applicantOf } from '#renderer/caseParts/applicant.ts';
import { BackToList } from '#renderer/caseParts/BackToList.tsx';
import { CaseBanner } from '#renderer/caseParts/CaseBanner.tsx';
import { LibraryHelpRoom, StepHelpButton } from '#renderer/caseParts/LibraryHelp.tsx';
import { StatusBadge } from '#renderer/caseParts/StatusBadge.tsx';
import {
  CASE_PLACES,
  CASE_STEPS,
  type CasePlace,
  type CaseStep,
  type StepPlace,
  type StepProps,
} from '#renderer/caseParts/step.ts';
import { Icon } from '#renderer/components/Icon.tsx';
import { Spine, type SpineStep } from '#renderer/components/Spine.tsx';
import { DecisionStep } from '#renderer/desk/decision/DecisionStep.tsx';
import { DeclarationStep } from '#renderer/desk/declaration/DeclarationStep.tsx';
import { DocumentsStep } from '#renderer/desk/documents/DocumentsStep.tsx';
import { InterviewStep } from '#renderer/desk/interview/InterviewStep.tsx';
import { OpinionStep } from '#renderer/desk/kiosk/OpinionStep.tsx';
import { PaperScreen } from '#renderer/desk/papers/PaperScreen.tsx';
import { NextStep } from '#renderer/desk/submission/NextStep.tsx';
import { WaitingStep } from '#renderer/desk/waiting/WaitingStep.tsx';
import { WelcomeStep } from '#renderer/desk/welcome/WelcomeStep.tsx';
import { assertNever } from '#shared/domain/assertNever.ts';
import { standingDeclaration } from '#shared/domain/case/caseState.ts';
import { standingDecision } from '#shared/domain/case/headquartersState.ts';
import { isReferralOpen } from '#shared/domain/case/reduceReferral.ts';
import { ReferralStep } from '#shared/domain/case/referral.ts';
import { PaperCode } from '#shared/domain/case/vocabulary.ts';
import { CaseId } from '#shared/domain/identity.ts';

/** One case, one step of it open. `now` is the step at which the case stands. */
export function CaseRoute() {
  const { caseId, step } = useParams({ from: '/case/$caseId/$step' });
  const paper = PaperCode.safeParse(step);
  const id = CaseId.parse(caseId);
  return paper.success ? (
    <OpenPaper caseId={id} paper={paper.data} />
  ) : (
    <OpenStep caseId={id} named={step} />
  );
}

function OpenPaper({ caseId, paper }: { readonly caseId: CaseId; readonly paper: PaperCode }) {
  const { at } = useSearch({ from: '/case/$caseId/$step' });
  return <PaperScreen open={useCase(caseId)} paper={paper} subject={at} />;
}

function OpenStep({ caseId, named }: { readonly caseId: CaseId; readonly named: string }) {
  const open = useCase(caseId);
  const place = useSearch({ from: '/case/$caseId/$step' });
  const navigate = useNavigate();
  const asked = CASE_PLACES.find((each) => each === named);
  const step = asked ?? stepNow(open);
  const hrefOf = (to: CasePlace, at: StepPlace = {}) => {
    const search = new URLSearchParams(
      Object.entries(at).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, JSON.stringify(value)]],
      ),
    );
    return `#/case/${caseId}/${to}${search.size === 0 ? '' : `?${search}`}`;
  };
  const go: StepProps['go'] = (to, at = {}) =>
    void navigate({
      to: '/case/$caseId/$step',
      params: { caseId, step: to },
      search: {
        ...(at.at === undefined ? {} : { at: at.at }),
        ...(at.field === undefined ? {} : { field: at.field }),
      },
    });
  const props: StepProps = {
    open,
    place,
    hrefOf,
    go,
    head: {
      back: <BackToCases />,
      name: <ApplicantName open={open} />,
      facts: <CaseFacts open={open} />,
      spine: <CaseSpine open={open} current={step} hrefOf={hrefOf} />,
      banner: <CaseBanner open={open} go={go} />,
    },
  };
  // `now` leads to the step itself, so that its address says which it is.
  if (asked === undefined) {
    return <Navigate to="/case/$caseId/$step" params={{ caseId, step }} replace />;
  }
  return (
    <LibraryHelpRoom step={step === 'waiting' ? 'documents' : step} section={place.at ?? null}>
      <StepScreen key={step} step={step} props={props} />
    </LibraryHelpRoom>
  );
}

function StepScreen({ step, props }: { readonly step: CasePlace; readonly props: StepProps }) {
  switch (step) {
    case 'welcome':
      return <WelcomeStep {...props} />;
    case 'interview':
      return <InterviewStep {...props} />;
    case 'documents':
      return <DocumentsStep {...props} />;
    case 'declaration':
      return <DeclarationStep {...props} />;
    case 'next':
      return <NextStep {...props} />;
    case 'service':
      return <DecisionStep {...props} />;
    case 'opinion':
      return <OpinionStep {...props} />;
    case 'waiting':
      return <WaitingStep {...props} />;
    default:
      return assertNever(step);
  }
}

/** The steps that the branch does before the decision. */
const STEPS_HERE = ['welcome', 'interview', 'documents', 'declaration', 'next'] as const;

/** The first step that is not done yet. */
function stepNow(open: OpenCase): CaseStep {
  if (standingDecision(open.state.headquarters) !== null) return 'service';
  return STEPS_HERE.find((step) => !isDone(open, step)) ?? 'next';
}

function isDone({ state }: OpenCase, step: CaseStep): boolean {
  switch (step) {
    case 'welcome':
      return (
        state.privacyNotice !== null &&
        state.servicesExplained !== null &&
        state.inquiriesConfirmed !== null
      );
    case 'interview':
      return state.interviewCompleted !== null;
    case 'documents':
      return state.matchingCompleted !== null;
    case 'declaration':
      return standingDeclaration(state) !== null;
    case 'next':
      return state.submission !== null;
    case 'opinion':
      return state.opinion !== null;
    case 'service':
      return standingDecision(state.headquarters)?.told != null;
    default:
      return assertNever(step);
  }
}

function BackToCases() {
  const { t } = useTranslation('caseFrame');
  return (
    <BackToList to="/cases" size="sm" label={t('back')}>
      <Icon of={ArrowLeft} flow />
    </BackToList>
  );
}

function ApplicantName({ open }: { readonly open: OpenCase }) {
  const { t } = useTranslation('caseFrame');
  return applicantOf(open.state.answers).name ?? t('noName');
}

function CaseFacts({ open }: { readonly open: OpenCase }) {
  const { t } = useTranslation('caseFrame');
  const { maskedId } = applicantOf(open.state.answers);
  return (
    <>
      {maskedId !== null && (
        <span>
          {t('id')} <bdi dir="ltr">{maskedId}</bdi>
        </span>
      )}
      <span>
        {t('reference')} <bdi dir="ltr">{open.state.reference}</bdi>
      </span>
      <StatusBadge state={open.state} />
      <Link to="/beneficiaries/$beneficiaryId" params={{ beneficiaryId: open.state.beneficiaryId }}>
        {t('file')}
      </Link>
      <StepHelpButton />
    </>
  );
}

interface CaseSpineProps {
  readonly open: OpenCase;
  readonly current: CasePlace;
  readonly hrefOf: StepProps['hrefOf'];
}

function CaseSpine({ open, current, hrefOf }: CaseSpineProps) {
  const { t } = useTranslation(['caseFrame', 'waiting', 'headquarters']);
  const asked = new Set(open.state.referrals.filter(isReferralOpen).map(({ step }) => step));
  const { incompleteness } = open.state;
  /** A referral hangs on the step that raised it until it is answered; so does what is awaited. */
  const waits = (step: CaseStep) => {
    if (ReferralStep.options.some((each) => each === step && asked.has(each))) {
      return { clause: t('waiting:openQuestionOnSpine') };
    }
    if (step === 'service' && decision !== null && decision.told === null) {
      const isReleased = decision.released !== null;
      return {
        clause: t(isReleased ? 'headquarters:decision.spineTell' : 'headquarters:decision.spine'),
      };
    }
    return step === 'documents' && incompleteness !== null
      ? { clause: t('waiting:incompleteOnSpine') }
      : null;
  };
  const decision = standingDecision(open.state.headquarters);
  const steps = CASE_STEPS.map((step): SpineStep => {
    const done = isDone(open, step);
    const isLater =
      (step === 'service' && decision === null) ||
      (step === 'opinion' && !open.actions.giveOpinion.inPlace);
    const state = done ? 'done' : isLater ? 'later' : 'open';
    return {
      id: step,
      label: t(`caseFrame:step.${step}`),
      state,
      isCurrent: step === current,
      href: hrefOf(step),
      stateLabel: t(`caseFrame:stepState.${state}`),
      ...(waits(step) ?? (step === current ? { clause: t(`caseFrame:clause.${step}`) } : {})),
    };
  });
  return <Spine label={t('caseFrame:spine')} steps={steps} />;
}
