import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { focusField } from '#renderer/components/focus-field.ts';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { clockTime } from '#renderer/language/days.ts';
import type { CaseInSession } from '#shared/contracts/hq/committee.ts';
import type { SupportItemDecision } from '#shared/domain/case/decision.ts';
import { standingMotions } from '#shared/domain/committee/session.ts';
import { tallyOf } from '#shared/domain/committee/voting.ts';
import { DraftConflict } from './DraftConflict.tsx';
import { itemFieldId } from './ItemFields.tsx';
import { ItemMotion } from './ItemMotion.tsx';
import { PROBLEM_FIELD, readDraft } from './itemDraft.ts';
import { useCommitteeAction } from './useCommitteeAction.ts';
import { useSessionDraft } from './useSessionDraft.ts';

/** Every item of the case with its form, its motion and its votes; then the decision of all of them. */
export function SessionDecision({ found }: { readonly found: CaseInSession }) {
  const { t } = useTranslation(['committee', 'hqCommittee']);
  const { client } = useHq();
  const mayLead = useHqMay('cases.decide');
  const { decided } = found.agenda;
  const isLive = found.session.status === 'open' || found.session.status === 'planned';
  const isEditable = mayLead && isLive && decided === null && found.case.hindrance === null;
  /** Items whose motion is being changed, and those whose form was asked to go to the vote. */
  const [changing, setChanging] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const put = useCommitteeAction(client.committee.put);
  const decide = useCommitteeAction(client.committee.decide);
  // A draft that is sent beside the decision would come too late for it.
  const draft = useSessionDraft(found, isEditable && !decide.isPending);
  const onCase = { sessionId: found.session.sessionId, caseId: found.case.caseId };
  const motions = standingMotions(found.agenda);
  const motionOn = (itemId: string) => motions.find(({ decision }) => decision.itemId === itemId);
  const unput = found.items.filter(
    ({ itemId }) => motionOn(itemId) === undefined || changing.has(itemId),
  );
  const isCarried = found.items.every(({ itemId }) => {
    const motion = motionOn(itemId);
    return (
      motion !== undefined &&
      !changing.has(itemId) &&
      tallyOf(motion, found.session.chairId).isCarried
    );
  });
  const putItems = (itemIds: readonly string[]) => {
    setAsked((before) => new Set([...before, ...itemIds]));
    const motionsOf: SupportItemDecision[] = [];
    for (const item of draft.items) {
      if (!itemIds.includes(item.itemId)) continue;
      const reading = readDraft(item);
      if ('problems' in reading) {
        const [first] = reading.problems;
        if (first !== undefined) focusField(itemFieldId(item.itemId, PROBLEM_FIELD[first]));
        return;
      }
      motionsOf.push(reading.item);
    }
    put.mutate(
      { ...onCase, items: motionsOf },
      {
        onSuccess: () => {
          setChanging(without(itemIds));
          setAsked(without(itemIds));
        },
      },
    );
  };
  return (
    <Stack gap={5}>
      {draft.theirs !== null && <DraftConflict found={found} draft={draft} theirs={draft.theirs} />}
      {found.items.map((item) => (
        <ItemMotion
          key={item.itemId}
          found={found}
          item={item}
          draft={draft.items.find(({ itemId }) => itemId === item.itemId)}
          motion={motionOn(item.itemId)}
          isChanging={changing.has(item.itemId)}
          isAsked={asked.has(item.itemId)}
          isEditable={isEditable}
          isPutting={put.isPending}
          onDraft={(part) => draft.change(item.itemId, part)}
          onPut={() => putItems([item.itemId])}
          onChange={() => setChanging((before) => new Set([...before, item.itemId]))}
        />
      ))}
      <HqErrorNote error={put.error ?? decide.error ?? draft.error} />
      {isEditable && found.session.status === 'open' && (
        <>
          <Note tone="gold">{t('committee:decideHelp')}</Note>
          <Row gap={3}>
            {unput.length > 1 && (
              <Button
                busy={put.isPending}
                onPress={() => putItems(unput.map(({ itemId }) => itemId))}
              >
                {t('committee:putAll')}
              </Button>
            )}
            <Button
              kind="main"
              busy={decide.isPending}
              blockedReason={isCarried ? undefined : t('committee:notReadyYet')}
              onPress={() => decide.mutate(onCase)}
            >
              {t('committee:decide')}
            </Button>
          </Row>
        </>
      )}
      {isEditable && (
        <p role="status">
          {draft.state === 'keeping' && t('committee:saving')}
          {draft.state === 'unkept' && t('committee:notSaved')}
          {draft.state === 'kept' &&
            draft.keptAt !== null &&
            t('committee:saved', { time: `\u2066${clockTime(draft.keptAt)}\u2069` })}
        </p>
      )}
      {decided !== null && (
        <Note
          tone="ok"
          live="status"
          action={
            <Link
              to={`/committee/case/${found.case.caseId}` as string}
              className={buttonClass('plain', 'sm')}
            >
              {t('committee:toDecision')}
            </Link>
          }
        >
          {t('committee:decidedAs')} <Bdi>{decided.decisionNumber}</Bdi>
        </Note>
      )}
    </Stack>
  );
}

function without(itemIds: readonly string[]) {
  return (before: ReadonlySet<string>): ReadonlySet<string> =>
    new Set([...before].filter((each) => !itemIds.includes(each)));
}
