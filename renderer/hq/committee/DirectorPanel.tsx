import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqMay, useHqPerson } from '#renderer/access/hq/status.ts';
import { Button } from '#renderer/components/Button.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import type { AskedItem, CaseDecision } from '#shared/contracts/hq/decisions.ts';
import type { SupportItemDecision } from '#shared/domain/case/decision.ts';
import { ItemFields, itemFieldId } from './ItemFields.tsx';
import { ItemTitle } from './ItemTitle.tsx';
import { draftOf, PROBLEM_FIELD, readDraft } from './itemDraft.ts';
import { useCommitteeAction } from './useCommitteeAction.ts';

type Review = NonNullable<CaseDecision['review']>;

/** An appeal that the director decides alone; why it is not theirs to decide is said in words. */
export function DirectorPanel({ found }: { readonly found: CaseDecision }) {
  const { t } = useTranslation(['hqCommittee', 'hqErrors']);
  const mayDecide = useHqMay('appeals.decide');
  const { personId } = useHqPerson();
  const [isDeciding, setDeciding] = useState(false);
  const { review } = found;
  if (!mayDecide || review === null) return null;
  const hindrance =
    review.hindrance !== null
      ? t(`hqErrors:${review.hindrance}`)
      : review.firstDeciders.includes(personId)
        ? t('hqCommittee:director.firstDecider')
        : found.case.session !== null
          ? t('hqCommittee:director.inSession')
          : null;
  if (isDeciding && hindrance === null) {
    return <DirectorForm found={found} review={review} onCancel={() => setDeciding(false)} />;
  }
  return (
    <Panel title={t('hqCommittee:director.title')}>
      <Stack>
        <p>{t('hqCommittee:director.help')}</p>
        {hindrance !== null ? (
          <Note tone="info" slim>
            {hindrance}
          </Note>
        ) : (
          <Row>
            <Button onPress={() => setDeciding(true)}>{t('hqCommittee:director.decide')}</Button>
          </Row>
        )}
      </Stack>
    </Panel>
  );
}

interface DirectorFormProps {
  readonly found: CaseDecision;
  readonly review: Review;
  readonly onCancel: () => void;
}

function DirectorForm({ found, review, onCancel }: DirectorFormProps) {
  const { t } = useTranslation('hqCommittee');
  const { client } = useHq();
  const items: readonly AskedItem[] = found.items.filter(({ itemId }) =>
    review.itemIds.includes(itemId),
  );
  const [drafts, setDrafts] = useState(() => items.map((item) => draftOf(item, undefined)));
  const [isAsked, setAsked] = useState(false);
  const act = useCommitteeAction(client.appeals.decide);
  const readings = drafts.map(readDraft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const decided: SupportItemDecision[] = [];
    for (const [index, reading] of readings.entries()) {
      if ('item' in reading) {
        decided.push(reading.item);
        continue;
      }
      const [first] = reading.problems;
      const itemId = drafts[index]?.itemId;
      if (first !== undefined && itemId !== undefined) {
        focusField(itemFieldId(itemId, PROBLEM_FIELD[first]));
      }
      return;
    }
    act.mutate({ caseId: found.case.caseId, appealId: review.appealId, items: decided });
  };
  return (
    <form noValidate onSubmit={submit} aria-label={t('director.title')}>
      <Panel title={t('director.title')}>
        <Stack>
          <p>{t('director.help')}</p>
          {items.map((item, index) => {
            const draft = drafts[index];
            const reading = readings[index];
            if (draft === undefined || reading === undefined) return null;
            return (
              <Stack key={item.itemId} gap={3}>
                <strong>
                  <ItemTitle item={item} />
                </strong>
                {item.reason !== null && <p dir="auto">{item.reason}</p>}
                <ItemFields
                  draft={draft}
                  outcomes={['accepted', 'rejected']}
                  problems={isAsked && 'problems' in reading ? reading.problems : []}
                  onChange={(part) =>
                    setDrafts((before) =>
                      before.map((each) =>
                        each.itemId === item.itemId ? { ...each, ...part } : each,
                      ),
                    )
                  }
                />
              </Stack>
            );
          })}
          <HqErrorNote error={act.error} />
          <Row>
            <Button kind="main" type="submit" busy={act.isPending}>
              {t('director.save')}
            </Button>
            <Button onPress={onCancel}>{t('director.cancel')}</Button>
          </Row>
        </Stack>
      </Panel>
    </form>
  );
}
