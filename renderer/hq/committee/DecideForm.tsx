import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Button } from '#renderer/components/Button.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import type { AskedItem, CaseDecision } from '#shared/contracts/hq/decisions.ts';
import { ItemFields, itemFieldId } from './ItemFields.tsx';
import { ItemTitle } from './ItemTitle.tsx';
import { draftOf, type ItemDraft, PROBLEM_FIELD, readDraft } from './itemDraft.ts';

/** Every item that was asked for, decided together: the case has one answer. */
export function DecideForm({ found }: { readonly found: CaseDecision }) {
  const { t } = useTranslation(['hqCommittee', 'common']);
  const { queries } = useHq();
  const cache = useQueryClient();
  const mayDecide = useHqMay('cases.decide');
  const [drafts, setDrafts] = useState<readonly ItemDraft[]>(() => found.items.map(draftOf));
  const [isAsked, setAsked] = useState(false);
  const decide = useMutation(
    queries.decisions.decide.mutationOptions({
      onSettled: () => cache.invalidateQueries({ queryKey: queries.decisions.key() }),
    }),
  );
  if (!mayDecide || !found.may.decide) {
    return (
      <>
        {found.items.map((item) => (
          <Panel key={item.itemId} title={<ItemTitle item={item} />}>
            <Asked item={item} />
          </Panel>
        ))}
        <Note tone="info">
          {t(mayDecide ? 'hqCommittee:cannotBeDecided' : 'hqCommittee:notYours')}
        </Note>
      </>
    );
  }
  const change = (itemId: string, part: Partial<ItemDraft>) =>
    setDrafts((all) =>
      all.map((draft) => (draft.itemId === itemId ? { ...draft, ...part } : draft)),
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const read = drafts.map((draft) => ({ draft, reading: readDraft(draft) }));
    for (const { draft, reading } of read) {
      if (!('problems' in reading)) continue;
      const [first] = reading.problems;
      if (first !== undefined) focusField(itemFieldId(draft.itemId, PROBLEM_FIELD[first]));
      return;
    }
    decide.mutate({
      caseId: found.case.caseId,
      items: read.flatMap(({ reading }) => ('item' in reading ? [reading.item] : [])),
    });
  };
  return (
    <form noValidate onSubmit={submit} aria-label={t('hqCommittee:decisionTitle')}>
      <Stack>
        {found.items.map((item) => {
          const draft = drafts.find(({ itemId }) => itemId === item.itemId) ?? draftOf(item);
          const reading = readDraft(draft);
          return (
            <Panel key={item.itemId} title={<ItemTitle item={item} />}>
              <Stack>
                <Asked item={item} />
                <ItemFields
                  draft={draft}
                  problems={isAsked && 'problems' in reading ? reading.problems : []}
                  onChange={(part) => change(item.itemId, part)}
                />
              </Stack>
            </Panel>
          );
        })}
        <Note tone="gold">{t('hqCommittee:keptUntilItsDay')}</Note>
        <HqErrorNote error={decide.error} />
        <Row>
          <Button kind="main" type="submit" busy={decide.isPending}>
            {t('hqCommittee:decide')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}

/** Why the person asks for it, in their own words. */
function Asked({ item }: { readonly item: AskedItem }) {
  return item.reason === null ? null : <p dir="auto">{item.reason}</p>;
}
