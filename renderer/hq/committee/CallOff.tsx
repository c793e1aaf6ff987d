import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Button } from '#renderer/components/Button.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import type { CommitteeSession } from '#shared/domain/committee/session.ts';
import { useCommitteeAction } from './useCommitteeAction.ts';

const REASON = 'call-off-reason';

/** A session that does not take place, with its reason; its cases wait for another. */
export function CallOff({ session }: { readonly session: CommitteeSession }) {
  const { t } = useTranslation('committee');
  const { client } = useHq();
  const mayPlan = useHqMay('sessions.plan');
  const [isWriting, setWriting] = useState(false);
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const act = useCommitteeAction(client.committee.callOff);
  const isMissing = reason.trim() === '';
  if (!mayPlan) return null;
  if (!isWriting) {
    return (
      <Row>
        <Button kind="quiet" onPress={() => setWriting(true)}>
          {t('callOff')}
        </Button>
      </Row>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (isMissing) focusField(REASON);
    else act.mutate({ sessionId: session.sessionId, reason });
  };
  return (
    <form noValidate onSubmit={submit}>
      <Panel title={t('callOff')}>
        <Stack>
          <p>{t('callOffHelp')}</p>
          <TextArea
            id={REASON}
            label={t('callOffReason')}
            isRequired
            rows={2}
            longest={2000}
            value={reason}
            onChange={setReason}
            error={isAsked && isMissing ? t('problem.reasonMissing') : undefined}
          />
          <HqErrorNote error={act.error} />
          <Row>
            <Button kind="danger" type="submit" busy={act.isPending}>
              {t('callOffNow')}
            </Button>
            <Button onPress={() => setWriting(false)}>{t('cancel')}</Button>
          </Row>
        </Stack>
      </Panel>
    </form>
  );
}
