import { ArrowLeft, ArrowRight, Pencil, PenLine, Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useTexts } from '#renderer/access/reference.ts';
import { SafetyLine } from '#renderer/access/SafetyLine.tsx';
import { useOpenStatus } from '#renderer/access/status.ts';
import { Blockers } from '#renderer/caseParts/Blockers.tsx';
import { blockersInOrder } from '#renderer/caseParts/blockersInOrder.ts';
import { Spoken } from '#renderer/caseParts/Spoken.tsx';
import { SpokenLanguageChoice } from '#renderer/caseParts/SpokenLanguageChoice.tsx';
import { SignedPaperPanel } from '#renderer/caseParts/signedPaper/SignedPaperPanel.tsx';
import { SIGNED_PAPER_ID } from '#renderer/caseParts/signedPaper/signedPaperPlace.ts';
import type { StepProps } from '#renderer/caseParts/step.ts';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { WaitingPanel } from '#renderer/caseParts/WaitingPanel.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { FocusFrame } from '#renderer/components/FocusFrame.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Icon } from '#renderer/components/Icon.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { clockTime } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { standingDeclaration } from '#shared/domain/case/caseState.ts';
import type { SpokenLanguage } from '#shared/domain/case/vocabulary.ts';
import { ConfirmMatching } from './ConfirmMatching.tsx';
import styles from './declaration.module.css';
import { ReadThrough } from './ReadThrough.tsx';
import { SealedPart } from './SealedPart.tsx';
import { SigningPart } from './SigningPart.tsx';
import { signingGap, signingGiven } from './signingForm.ts';
import { signingNeeds } from './signingNeeds.ts';
import { useSigning } from './useSigning.ts';
import { VoidedNote } from './VoidedNote.tsx';

export interface DeclarationPageProps extends StepProps {
  readonly language: SpokenLanguage;
  readonly onLanguage: (language: SpokenLanguage) => void;
}

/** Read-through, text and pad; after signing the seal in their place. */
export function DeclarationPage(props: DeclarationPageProps) {
  const { open, language, go, hrefOf } = props;
  const { caseId } = open.state;
  const { t } = useTranslation(['declaration', 'common']);
  const { queries } = useDesk();
  const { person } = useOpenStatus();
  const { declaration } = useTexts();
  const screenLanguage = useLanguage();
  const signing = useSigning(open);
  const [readAt, setReadAt] = useState<string | null>(null);
  const [consent, setConsent] = useState(false);
  const [tried, setTried] = useState(false);
  const sign = useCaseAction(queries.declaration.sign.mutationOptions());
  const standing = standingDeclaration(open.state);
  const { at } = props.place;
  useEffect(() => {
    if (at === SIGNED_PAPER_ID) focusField(at);
  }, [at]);
  const { allowed } = open.actions.signDeclaration;
  const needs = signingNeeds(open);
  const gap = signingGap(signing.form, needs);
  const signNow = async () => {
    await signing.flush();
    await sign.mutateAsync({
      caseId,
      declaration: { id: declaration.id, version: declaration.version },
      language,
      consentToVerify: consent,
      readAloud: true,
      screenLanguage,
      ...signingGiven(signing.form, needs),
    });
  };
  const blockedReason =
    readAt === null
      ? t('declaration:notReadYet')
      : gap === null
        ? undefined
        : t(`declaration:gap.${gap}`);
  return (
    <FocusFrame
      bar={
        <>
          <Button icon={ArrowLeft} iconFlows onPress={() => go('documents')}>
            {t('declaration:back')}
          </Button>
          <div className={styles.titles}>
            <h1 className={styles.title}>
              <Spoken language={language}>{declaration.title[language]}</Spoken>
            </h1>
            <bdi dir="ltr" className={styles.reference}>
              {open.state.reference}
            </bdi>
          </div>
        </>
      }
      barEnd={
        <>
          <SpokenLanguageChoice
            label={t('declaration:language')}
            value={language}
            onChange={props.onLanguage}
          />
          <SafetyLine isShort />
        </>
      }
      aside={
        <>
          <VoidedNote open={open} />
          {standing !== null ? (
            <SealedPart open={open} declaration={standing} />
          ) : allowed ? (
            <SigningPart
              open={open}
              signing={signing}
              language={language}
              needs={needs}
              gap={tried ? gap : null}
            />
          ) : (
            <Panel title={t('declaration:beforeSigning')} note={t('declaration:beforeSigningNote')}>
              {open.actions.completeMatching.allowed ? (
                <ConfirmMatching caseId={caseId} />
              ) : (
                <Blockers
                  open={open}
                  blockers={blockersInOrder(open, 'signDeclaration')}
                  go={go}
                  hrefOf={hrefOf}
                />
              )}
            </Panel>
          )}
          <SignedPaperPanel open={open} />
          <DeskErrorNote error={sign.error} />
          <WaitingPanel open={open} go={go} step="declaration" />
        </>
      }
      foot={
        standing === null ? (
          <>
            <Checkbox
              size="lg"
              isChecked={consent}
              onChange={setConsent}
              isBlocked={!allowed}
              label={<Spoken language={language}>{declaration.consentToVerify[language]}</Spoken>}
              description={t('declaration:consentOwn')}
            />
            <Button
              key="sign"
              kind="main"
              size="lg"
              icon={PenLine}
              reasonFirst
              busy={sign.isPending}
              blockedReason={allowed ? blockedReason : t('declaration:beforeSigningNote')}
              onPress={() => {
                setTried(true);
                void signNow().catch(() => undefined);
              }}
            >
              {t('declaration:sign')}
            </Button>
          </>
        ) : (
          <>
            <span className={styles.small}>{t('declaration:changeVoids')}</span>
            <a href={`#/case/${caseId}/N3`} className={buttonClass('plain', 'lg')}>
              <Icon of={Printer} />
              {t('declaration:printN3')}
            </a>
            <Button
              key="next"
              kind="main"
              size="lg"
              arrow={ArrowRight}
              autoFocus={!sign.isIdle}
              onPress={() => go('next')}
            >
              {t('declaration:toNext')}
            </Button>
          </>
        )
      }
    >
      <Panel
        title={t('declaration:readTitle')}
        note={t('declaration:readNote')}
        foot={
          standing === null ? (
            <div className={styles.confirm}>
              <Checkbox
                size="lg"
                isChecked={readAt !== null}
                isBlocked={!allowed}
                onChange={(isRead) => setReadAt(isRead ? new Date().toISOString() : null)}
                label={<Spoken language={language}>{declaration.readToMe[language]}</Spoken>}
                description={
                  <>
                    {t(readAt === null ? 'declaration:readByPerson' : 'declaration:readBy')}{' '}
                    <Words>{person.displayName}</Words>
                    {readAt !== null && (
                      <>
                        {t('declaration:separator')}
                        <Bdi>{clockTime(readAt)}</Bdi>
                      </>
                    )}
                  </>
                }
              />
              <Button size="lg" icon={Pencil} onPress={() => go('interview')}>
                {t('declaration:correct')}
              </Button>
            </div>
          ) : undefined
        }
      >
        <ReadThrough open={open} />
      </Panel>
    </FocusFrame>
  );
}
