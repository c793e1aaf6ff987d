import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpenCase, useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote, useDeskErrorSentence } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useSupportName } from '#renderer/caseParts/decisionWords.tsx';
import { KeptLine } from '#renderer/caseParts/KeptLine.tsx';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { useFormDraft } from '#renderer/caseParts/useFormDraft.ts';
import { Button } from '#renderer/components/Button.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { formScope } from '#shared/contracts/caseForms.ts';
import { deferredItems } from '#shared/domain/case/appealState.ts';
import type { DecisionId } from '#shared/domain/case/decision.ts';

const TEXT = 'deferral-text';

/** What the committee asked for before it looks at deferred items again; the branch says when it is there. */
export function DeferredPanel({ open }: { readonly open: OpenCase }) {
  const { t } = useTranslation('appeal');
  const { queries } = useDesk();
  const nameOf = useSupportName(open.assessment.evaluation);
  const act = useCaseAction(queries.appeals.answerDeferral.mutationOptions());
  const form = useFormDraft(open, formScope('deferral'), {});
  const [tried, setTried] = useState(false);
  const deferred = deferredItems(open.state);
  const waiting = deferred.filter(({ answer }) => answer === null);
  const [first] = waiting;
  if (deferred.length === 0) return null;
  const text = form.text('text');
  const isMissing = text.trim() === '';
  const send = async (decisionId: DecisionId) => {
    await form.flush();
    await act.mutateAsync({
      caseId: open.state.caseId,
      decisionId,
      itemIds: waiting
        .filter((each) => each.decisionId === decisionId)
        .map(({ item }) => item.itemId),
      text,
    });
    form.forget();
    setTried(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (first === undefined || act.isPending) return;
    if (isMissing) {
      focusField(TEXT);
      return;
    }
    void send(first.decisionId).catch(() => undefined);
  };
  return (
    <form noValidate onSubmit={submit} aria-label={t('deferred.title')}>
      <Panel title={t('deferred.title')}>
        <Stack gap={4}>
          {deferred.map(({ item, answer }) => (
            <p key={item.itemId}>
              <strong>{nameOf(item.itemId)}</strong>: <Words>{item.awaited}</Words>
              {item.until !== null && (
                <>
                  {' '}
                  ({t('deferred.until')} <DayText day={item.until} />)
                </>
              )}
              {answer !== null && (
                <>
                  <br />
                  {t('deferred.answer')}: <Words>{answer.text}</Words>
                </>
              )}
            </p>
          ))}
          {waiting.length === 0 ? (
            <Note tone="ok" slim live="status">
              {t('deferred.answered')}
            </Note>
          ) : (
            open.actions.answerDeferral.allowed && (
              <>
                <p>{t('deferred.help')}</p>
                <DeskErrorNote error={act.error} />
                <TextArea
                  id={TEXT}
                  label={t('deferred.answer')}
                  help={t('deferred.answerHelp')}
                  isRequired
                  rows={2}
                  longest={2000}
                  value={text}
                  onChange={(written) => form.set('text', written)}
                  error={tried && isMissing ? t('deferred.answerMissing') : undefined}
                />
                <Row>
                  <Button type="submit" busy={act.isPending}>
                    {t('deferred.save')}
                  </Button>
                  <KeptLine parts={[form]} useSentence={useDeskErrorSentence} />
                </Row>
              </>
            )
          )}
        </Stack>
      </Panel>
    </form>
  );
}
