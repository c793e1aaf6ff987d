import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { HqKeptLine } from '#renderer/access/hq/HqKeptLine.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useKeptForm } from '#renderer/access/hq/keptForm.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { dayOf } from '#renderer/language/days.ts';
import type { CommitteeSession } from '#shared/domain/committee/session.ts';
import { useCommitteeAction } from './useCommitteeAction.ts';

const TEXT = 'addendum';

/** What is said beside minutes that are never changed. */
export function AddendaPanel({ session }: { readonly session: CommitteeSession }) {
  const { t } = useTranslation('committee');
  const { client } = useHq();
  const mayLead = useHqMay('cases.decide');
  const form = useKeptForm(`addendum.${session.sessionId}`);
  const text = form.text('text');
  const [isAsked, setAsked] = useState(false);
  const add = useCommitteeAction(client.committee.addToMinutes);
  const isMissing = text.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (isMissing) {
      focusField(TEXT);
      return;
    }
    add.mutate(
      { sessionId: session.sessionId, text },
      {
        onSuccess: () => {
          form.forget();
          setAsked(false);
        },
      },
    );
  };
  return (
    <form noValidate onSubmit={submit} aria-label={t('addenda')}>
      <Panel title={t('addenda')}>
        <Stack>
          {session.addenda.length === 0 && <p>{t('noAddenda')}</p>}
          {session.addenda.map((each) => (
            <p key={each.at}>
              <DayText day={dayOf(each.at)} /> · <Words>{each.text}</Words>
            </p>
          ))}
          {mayLead && (
            <>
              <TextArea
                id={TEXT}
                label={t('addendum')}
                help={t('addendumHelp')}
                rows={2}
                longest={2000}
                value={text}
                onChange={(typed) => form.set('text', typed)}
                error={isAsked && isMissing ? t('problem.textMissing') : undefined}
              />
              <HqErrorNote error={add.error} />
              <HqKeptLine form={form} />
              <Row>
                <Button type="submit" busy={add.isPending}>
                  {t('addAddendum')}
                </Button>
              </Row>
            </>
          )}
        </Stack>
      </Panel>
    </form>
  );
}
