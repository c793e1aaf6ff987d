import { CircleCheck, Printer } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpenCase, useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote, useDeskErrorSentence } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { AppealFields } from '#renderer/caseParts/AppealFields.tsx';
import { appealOf, readAppeal, writeAppeal } from '#renderer/caseParts/appealDraft.ts';
import { useSupportName } from '#renderer/caseParts/decisionWords.tsx';
import { KeptLine } from '#renderer/caseParts/KeptLine.tsx';
import { useFormDraft } from '#renderer/caseParts/useFormDraft.ts';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { focusField } from '#renderer/components/focus-field.ts';
import { Icon } from '#renderer/components/Icon.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { formScope } from '#shared/contracts/caseForms.ts';
import { appealableDecision, lastAppealDay, rejectedItems } from '#shared/domain/case/appeal.ts';
import type { AppealSaid } from '#shared/domain/case/appealEvents.ts';
import { reviewOf } from '#shared/domain/case/appealState.ts';
import type { DecisionOnCase } from '#shared/domain/case/headquartersState.ts';

/** What the person says against a decision (N9), and what was said before. */
export function AppealPanel({ open }: { readonly open: OpenCase }) {
  const { t } = useTranslation('appeal');
  const [isAsked, setAsked] = useState(false);
  const { caseId, afterDecision } = open.state;
  const found = appealableDecision(open.state);
  if (open.state.headquarters.decisions.length === 0) return null;
  return (
    <>
      {afterDecision.appeals.map((appeal) => {
        const isDecided = reviewOf(open.state, appeal.decisionId) !== null;
        return (
          <Note
            key={appeal.appealId}
            tone={isDecided ? 'ok' : 'info'}
            icon={CircleCheck}
            action={
              <a
                className={buttonClass('plain', 'sm')}
                href={`#/case/${caseId}/N9?at=${JSON.stringify(appeal.appealId)}`}
              >
                <Icon of={Printer} size="sm" />
                <span>{t('printN9')}</span>
              </a>
            }
          >
            {t(isDecided ? 'decided' : 'open')} · <DayText day={appeal.filedOn} />
          </Note>
        );
      })}
      {'decision' in found && open.actions.fileAppeal.allowed ? (
        <AppealForm open={open} decision={found.decision} />
      ) : (
        afterDecision.appeals.length === 0 &&
        'refusal' in found &&
        found.refusal !== 'appealNotTold' &&
        (isAsked ? (
          <Note tone="info" live="status">
            {t(`refusal.${found.refusal}`)}
          </Note>
        ) : (
          <Row>
            <Button kind="quiet" onPress={() => setAsked(true)}>
              {t('file')}
            </Button>
          </Row>
        ))
      )}
    </>
  );
}

function AppealForm({
  open,
  decision,
}: {
  readonly open: OpenCase;
  readonly decision: DecisionOnCase;
}) {
  const { t } = useTranslation('appeal');
  const { queries } = useDesk();
  const { today } = useOpenStatus();
  const nameOf = useSupportName(open.assessment.evaluation);
  const file = useCaseAction(queries.appeals.file.mutationOptions());
  const form = useFormDraft(open, formScope('appeal'), {});
  const draft = appealOf(form, today);
  const [isWriting, setWriting] = useState(form.isBegun);
  const [tried, setTried] = useState(false);
  const toldOn = decision.told?.toldOn ?? today;
  const lastDay = decision.content === null ? toldOn : lastAppealDay(decision.content, toldOn);
  const reading = readAppeal(draft, { today, toldOn, lastDay });
  const send = async (said: Omit<AppealSaid, 'decisionId'>) => {
    await form.flush();
    const { caseId } = open.state;
    await file.mutateAsync({ caseId, decisionId: decision.decisionId, ...said });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if ('problem' in reading) {
      focusField(`appeal-${reading.field}`);
      return;
    }
    if (file.isPending) return;
    void send(reading.said).catch(() => undefined);
  };
  return (
    <form noValidate onSubmit={submit} aria-label={t('title')}>
      <Panel title={t('title')}>
        <Stack gap={4}>
          <p>{t('why')}</p>
          {isWriting ? (
            <>
              <DeskErrorNote error={file.error} />
              <AppealFields
                draft={draft}
                problem={tried && 'problem' in reading ? reading : null}
                isLate={reading.isLate}
                lastDay={lastDay}
                items={rejectedItems(decision).map((itemId) => ({ itemId, name: nameOf(itemId) }))}
                onChange={(part) => writeAppeal(form, part)}
              />
              <Row>
                <Button kind="main" type="submit" busy={file.isPending}>
                  {t('save')}
                </Button>
                <Button onPress={() => setWriting(false)}>{t('cancel')}</Button>
                <KeptLine parts={[form]} useSentence={useDeskErrorSentence} />
              </Row>
            </>
          ) : (
            <Row>
              <Button onPress={() => setWriting(true)}>{t('file')}</Button>
            </Row>
          )}
        </Stack>
      </Panel>
    </form>
  );
}
