import { CircleCheck, Printer } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpenCase, useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { AppealFields } from '#renderer/caseParts/AppealFields.tsx';
import { appealDraft, readAppeal } from '#renderer/caseParts/appealDraft.ts';
import { useSupportName } from '#renderer/caseParts/decisionWords.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { focusField } from '#renderer/components/focus-field.ts';
import { Icon } from '#renderer/components/Icon.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { appealableDecision, lastAppealDay, rejectedItems } from '#shared/domain/case/appeal.ts';
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
  const [isWriting, setWriting] = useState(false);
  const [draft, setDraft] = useState(() => appealDraft(today));
  const [tried, setTried] = useState(false);
  const toldOn = decision.told?.toldOn ?? today;
  const lastDay = decision.content === null ? toldOn : lastAppealDay(decision.content, toldOn);
  const reading = readAppeal(draft, { today, toldOn, lastDay });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if ('problem' in reading) {
      focusField(`appeal-${reading.field}`);
      return;
    }
    if (file.isPending) return;
    const { caseId } = open.state;
    file.mutate({ caseId, decisionId: decision.decisionId, ...reading.said });
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
                onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
              />
              <Row>
                <Button kind="main" type="submit" busy={file.isPending}>
                  {t('save')}
                </Button>
                <Button onPress={() => setWriting(false)}>{t('cancel')}</Button>
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
