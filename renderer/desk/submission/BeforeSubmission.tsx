import { useQuery } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useTexts } from '#renderer/access/reference.ts';
import { Blockers } from '#renderer/caseParts/Blockers.tsx';
import { CaseTimeline } from '#renderer/caseParts/CaseTimeline.tsx';
import { HorizonNote } from '#renderer/caseParts/HorizonNote.tsx';
import { CaseKnownPanel } from '#renderer/caseParts/known/CaseKnownPanel.tsx';
import { PromiseSentence } from '#renderer/caseParts/PromiseSentence.tsx';
import { Spoken, TranslationNote } from '#renderer/caseParts/Spoken.tsx';
import { SpokenLanguageChoice } from '#renderer/caseParts/SpokenLanguageChoice.tsx';
import { theirLanguage } from '#renderer/caseParts/spokenLanguage.ts';
import type { StepProps } from '#renderer/caseParts/step.ts';
import { WaitingPanel } from '#renderer/caseParts/WaitingPanel.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { CaseFrame } from '#renderer/components/CaseFrame.tsx';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { deskErrorOf } from '#renderer/transport/deskError.ts';
import type { Blocker } from '#shared/domain/case/availableActions.ts';
import { DocumentKey } from '#shared/domain/case/caseEvent.ts';
import { standingDeclaration } from '#shared/domain/case/caseState.ts';
import type { SpokenLanguage } from '#shared/domain/case/vocabulary.ts';
import styles from './submission.module.css';

/** The sentence is read out with its day; only then may the request be handed in. */
export function BeforeSubmission(props: StepProps) {
  const { open, head, go } = props;
  const { t } = useTranslation(['submission', 'common']);
  const { queries } = useDesk();
  const texts = useTexts();
  const screen = useLanguage();
  const declared = standingDeclaration(open.state)?.seal.statement.declaration.language;
  const [language, setLanguage] = useState<SpokenLanguage>(
    declared ?? theirLanguage(open.state.answers, screen),
  );
  const [understood, setUnderstood] = useState(false);
  const { caseId } = open.state;
  const { data: promise, error } = useQuery(
    queries.submission.promise.queryOptions({ input: { caseId } }),
  );
  const submit = useCaseAction(queries.submission.submit.mutationOptions());
  const action = open.actions.submitCase;
  const blockers = [...action.blockers, ...unrecordedIn(submit.error)];
  const blocked = !action.allowed
    ? t('submission:notYet')
    : understood
      ? undefined
      : t('submission:tellFirst');
  return (
    <CaseFrame
      {...head}
      aside={
        <Stack gap={4}>
          {blockers.length > 0 && (
            <Panel title={t('submission:before')} compact>
              <Blockers open={open} blockers={blockers} go={go} hrefOf={props.hrefOf} />
            </Panel>
          )}
          <CaseKnownPanel open={open} />
          <HorizonNote open={open} />
          <WaitingPanel open={open} go={go} step="next" />
          <CaseTimeline open={open} limit={6} />
        </Stack>
      }
      foot={
        <>
          <Button onPress={() => go('declaration')}>{t('submission:back')}</Button>
          <Button
            kind="main"
            size="lg"
            icon={Send}
            busy={submit.isPending}
            reasonFirst
            blockedReason={blocked}
            onPress={() => {
              if (promise === undefined) return;
              submit.mutate({
                caseId,
                statement: { id: texts.statement.id, version: texts.statement.version },
                language,
                toldAndUnderstood: true,
                toldReplyNotBefore: promise.replyNotBefore,
              });
            }}
          >
            {t('submission:submit')}
          </Button>
        </>
      }
    >
      <Panel
        title={t('submission:title')}
        note={t('submission:readOut')}
        aside={
          <SpokenLanguageChoice
            label={t('submission:language')}
            value={language}
            onChange={setLanguage}
          />
        }
      >
        <Stack gap={6}>
          <DeskErrorNote error={submit.error ?? error} />
          <TranslationNote language={language} />
          {promise !== undefined && (
            <PromiseSentence
              texts={texts}
              language={language}
              replyNotBefore={promise.replyNotBefore}
              contactFrom={promise.contactFrom}
              className={styles.sentence}
            />
          )}
          {promise !== undefined && language !== 'ar' && language !== 'en' && (
            <PromiseSentence
              texts={texts}
              language="ar"
              replyNotBefore={promise.replyNotBefore}
              contactFrom={promise.contactFrom}
              className={styles.beside}
            />
          )}
          <p className={styles.muted}>
            <Spoken language={language}>{texts.courtesy.thanks[language]}</Spoken>
          </p>
          <Row>
            <Checkbox
              size="lg"
              isChecked={understood}
              onChange={setUnderstood}
              label={t('submission:told')}
              description={
                <>
                  <Spoken language={language}>{texts.statement.toldAndUnderstood[language]}</Spoken>
                  {' · '}
                  {t('submission:toldHelp')}
                </>
              }
            />
          </Row>
        </Stack>
      </Panel>
    </CaseFrame>
  );
}

/** Documents that were typed and not recorded: the desk refuses rather than lose what was kept of them. */
function unrecordedIn(error: unknown): readonly Blocker[] {
  if (error === null) return [];
  return (deskErrorOf(error).data?.blockers ?? []).flatMap(({ code, documentKey }): Blocker[] => {
    const key = DocumentKey.safeParse(documentKey);
    return code === 'documentUnrecorded' && key.success ? [{ code, documentKey: key.data }] : [];
  });
}
