import { ArrowLeft, ArrowRight, Pencil, PenLine, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useTexts } from '#renderer/access/reference.ts';
import { SafetyLine } from '#renderer/access/SafetyLine.tsx';
import { useOpenStatus } from '#renderer/access/status.ts';
import { Blockers } from '#renderer/caseParts/Blockers.tsx';
import { blockersInOrder } from '#renderer/caseParts/blockersInOrder.ts';
import type { StepProps } from '#renderer/caseParts/step.ts';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { FocusFrame } from '#renderer/components/FocusFrame.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { isBlank } from '#renderer/components/signature-strokes.ts';
import { clockTime } from '#renderer/language/days.ts';
import { LanguageChoice } from '#renderer/language/LanguageChoice.tsx';
import { standingDeclaration } from '#shared/domain/case/caseState.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import { ConfirmMatching } from './ConfirmMatching.tsx';
import styles from './declaration.module.css';
import { PadPart } from './PadPart.tsx';
import { ReadThrough } from './ReadThrough.tsx';
import { SealedPart } from './SealedPart.tsx';
import { drawnMark, useMark } from './useMark.ts';
import { VoidedNote } from './VoidedNote.tsx';

export interface DeclarationPageProps extends StepProps {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

/** Read-through, text and pad; after signing the seal in their place. */
export function DeclarationPage(props: DeclarationPageProps) {
  const { open, language, go, hrefOf } = props;
  const { caseId } = open.state;
  const { t } = useTranslation(['declaration', 'common']);
  const { queries } = useDesk();
  const { person } = useOpenStatus();
  const { declaration } = useTexts();
  const mark = useMark(open);
  const [readAt, setReadAt] = useState<string | null>(null);
  const [consent, setConsent] = useState(false);
  const [tried, setTried] = useState(false);
  const sign = useCaseAction(queries.declaration.sign.mutationOptions());
  const standing = standingDeclaration(open.state);
  const { allowed } = open.actions.signDeclaration;
  const blank = isBlank(mark.strokes);
  const signNow = async () => {
    await mark.flush();
    await sign.mutateAsync({
      caseId,
      declaration: { id: declaration.id, version: declaration.version },
      language,
      consentToVerify: consent,
      readAloud: true,
      mark: drawnMark(mark.strokes),
    });
  };
  const blockedReason =
    readAt === null ? t('declaration:notReadYet') : blank ? t('declaration:blank') : undefined;
  return (
    <FocusFrame
      bar={
        <>
          <Button icon={ArrowLeft} iconFlows onPress={() => go('documents')}>
            {t('declaration:back')}
          </Button>
          <h1 className={styles.title}>{declaration.title[language]}</h1>
          <bdi dir="ltr" className={styles.reference}>
            {open.state.reference}
          </bdi>
        </>
      }
      barEnd={
        <>
          <LanguageChoice
            label={t('declaration:language')}
            value={language}
            onChange={props.onLanguage}
          />
          <SafetyLine />
        </>
      }
      aside={
        <>
          <VoidedNote open={open} />
          {standing !== null ? (
            <SealedPart open={open} declaration={standing} />
          ) : allowed ? (
            <PadPart
              open={open}
              mark={mark}
              error={tried && blank ? t('declaration:blank') : undefined}
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
          <DeskErrorNote error={sign.error} />
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
              label={declaration.consentToVerify[language]}
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
                label={t('declaration:readToMe')}
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
