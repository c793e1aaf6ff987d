import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { CaseDecision } from '#shared/contracts/hq/decisions.ts';
import { useCommitteeAction } from './useCommitteeAction.ts';

const TEXT = 'deferral-answer';

/** What deferred items wait for; once it is there they come back before the committee. */
export function DeferredPanel({ found }: { readonly found: CaseDecision }) {
  const { t } = useTranslation('hqCommittee');
  const { client } = useHq();
  const language = useLanguage();
  const mayRecord = useHqMay('appeals.record');
  const [text, setText] = useState('');
  const [isAsked, setAsked] = useState(false);
  const act = useCommitteeAction(client.appeals.answerDeferral);
  const waiting = found.deferred.filter(({ answer }) => answer === null);
  if (found.deferred.length === 0) return null;
  const nameOf = (itemId: string) =>
    found.items.find((item) => item.itemId === itemId)?.label?.[language] ?? t('unnamedItem');
  const isMissing = text.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const [first] = waiting;
    if (isMissing) focusField(TEXT);
    else if (first !== undefined) {
      const { decisionId } = first;
      const itemIds = waiting
        .filter((each) => each.decisionId === decisionId)
        .map(({ itemId }) => itemId);
      act.mutate({ caseId: found.case.caseId, decisionId, itemIds, text });
    }
  };
  return (
    <form noValidate onSubmit={submit} aria-label={t('deferredTitle')}>
      <Panel title={t('deferredTitle')}>
        <Stack>
          {found.deferred.map((each) => (
            <p key={each.itemId}>
              <strong>{nameOf(each.itemId)}</strong>: <Words>{each.awaited}</Words>
              {each.until !== null && (
                <>
                  {' '}
                  ({t('awaitedUntil')} <DayText day={each.until} />)
                </>
              )}
              {each.answer !== null && (
                <>
                  <br />
                  {t('deferredAnswer')}: <Words>{each.answer}</Words>
                </>
              )}
            </p>
          ))}
          {mayRecord && found.may.answerDeferral && waiting.length > 0 && (
            <>
              <TextArea
                id={TEXT}
                label={t('deferredAnswer')}
                help={t('deferredAnswerHelp')}
                isRequired
                rows={2}
                longest={2000}
                value={text}
                onChange={setText}
                error={isAsked && isMissing ? t('problem.answerMissing') : undefined}
              />
              <HqErrorNote error={act.error} />
              <Row>
                <Button type="submit" busy={act.isPending}>
                  {t('deferredIsThere')}
                </Button>
              </Row>
            </>
          )}
        </Stack>
      </Panel>
    </form>
  );
}
