import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Button } from '#renderer/components/Button.tsx';
import { CheckboxGroup } from '#renderer/components/Checkbox.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import type { OpenSession } from '#shared/contracts/hq/committee.ts';
import { ActorId } from '#shared/domain/identity.ts';
import { useCommitteeAction } from './useCommitteeAction.ts';

/** Who is there, and whether they are enough; whoever leads opens the session with them. */
export function AttendancePanel({ found }: { readonly found: OpenSession }) {
  const { t } = useTranslation('committee');
  const { client } = useHq();
  const { session, quorum } = found;
  const mayLead = useHqMay('cases.decide');
  const isPlanned = session.status === 'planned';
  const [present, setPresent] = useState<readonly string[]>(session.present);
  const begin = useCommitteeAction(client.committee.begin);
  const change = useCommitteeAction(client.committee.attendance);
  const act = isPlanned ? begin : change;
  const isOver = session.status === 'closed' || session.status === 'calledOff';
  const shown = session.status === 'closed' ? session.attended : present;
  const isEnough = shown.length >= quorum;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { sessionId } = session;
    act.mutate({ sessionId, present: present.map((id) => ActorId.parse(id)) });
  };
  return (
    <form noValidate onSubmit={submit} aria-label={t('attendance')}>
      <Panel
        title={t('attendance')}
        foot={
          mayLead && !isOver ? (
            <Row>
              <Button kind={isPlanned ? 'main' : 'plain'} type="submit" busy={act.isPending}>
                {t(isPlanned ? 'begin' : 'saveAttendance')}
              </Button>
            </Row>
          ) : undefined
        }
      >
        <Stack>
          <CheckboxGroup
            label={t('present')}
            help={isOver ? undefined : t('presentHelp')}
            columns={3}
            values={shown}
            isReadOnly={isOver || !mayLead}
            options={session.members.map(({ personId, name }) => ({
              value: personId,
              label: name,
              ...(personId === session.chairId ? { description: t('chairMark') } : {}),
            }))}
            onChange={setPresent}
          />
          <Note tone={isEnough ? 'ok' : 'review'} slim live="status">
            {t(isEnough ? 'quorumMet' : 'quorumNotMet', { present: shown.length, quorum })}
          </Note>
          <HqErrorNote error={act.error} />
        </Stack>
      </Panel>
    </form>
  );
}
