import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqMay, useHqPerson } from '#renderer/access/hq/status.ts';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import type { CaseInSession } from '#shared/contracts/hq/committee.ts';
import { useCommitteeAction } from './useCommitteeAction.ts';

const REASON = 'recusal-reason';
const MEMBER = 'recusal-member';

/** Members who step back from this case, each with the reason. */
export function RecusalPanel({ found }: { readonly found: CaseInSession }) {
  const { t } = useTranslation('committee');
  const { client } = useHq();
  const { personId } = useHqPerson();
  const mayLead = useHqMay('cases.decide');
  const [memberId, setMemberId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const own = useCommitteeAction(client.committee.recuse);
  const another = useCommitteeAction(client.committee.recordRecusal);
  const { recusals } = found.agenda;
  const isRecused = (id: string) => recusals.some((each) => each.memberId === id);
  const nameOf = (id: string) => found.members.find((each) => each.personId === id)?.name ?? '';
  const isMember = found.members.some((each) => each.personId === personId);
  const isOpen = found.session.status === 'open' && found.agenda.decided === null;
  const canWrite = isOpen && (mayLead || (isMember && !isRecused(personId)));
  if (!canWrite && recusals.length === 0) return null;
  const isMissing = reason.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const member = found.members.find((each) => each.personId === memberId);
    if (mayLead && member === undefined) focusField(MEMBER);
    else if (isMissing) focusField(REASON);
    else {
      const onCase = { sessionId: found.session.sessionId, caseId: found.case.caseId, reason };
      const done = {
        onSuccess: () => {
          setReason('');
          setMemberId(null);
          setAsked(false);
        },
      };
      if (mayLead && member !== undefined) {
        another.mutate({ ...onCase, memberId: member.personId }, done);
      } else own.mutate(onCase, done);
    }
  };
  return (
    <form noValidate onSubmit={submit} aria-label={t('recusal')}>
      <Panel title={t('recusal')}>
        <Stack>
          {recusals.map((each) => (
            <p key={each.memberId}>
              <strong>
                <Words>{nameOf(each.memberId)}</Words>
              </strong>
              : <Words>{each.reason}</Words>
            </p>
          ))}
          {canWrite && (
            <>
              <p>{t('recusalHelp')}</p>
              <Fields>
                {mayLead && (
                  <Select
                    id={MEMBER}
                    label={t('recusedMember')}
                    isRequired
                    span={6}
                    value={memberId}
                    options={found.members
                      .filter((each) => !isRecused(each.personId))
                      .map((each) => ({ value: each.personId, label: each.name }))}
                    onChange={setMemberId}
                    placeholder={t('choose')}
                    nothingFound={t('nothingFound')}
                    error={isAsked && memberId === null ? t('memberMissing') : undefined}
                  />
                )}
                <TextArea
                  id={REASON}
                  label={t('recusalReason')}
                  isRequired
                  rows={2}
                  longest={2000}
                  value={reason}
                  onChange={setReason}
                  error={isAsked && isMissing ? t('problem.reasonMissing') : undefined}
                />
              </Fields>
              <HqErrorNote error={own.error ?? another.error} />
              <Row>
                <Button type="submit" busy={own.isPending || another.isPending}>
                  {t(mayLead ? 'recuse' : 'recuseMe')}
                </Button>
              </Row>
            </>
          )}
        </Stack>
      </Panel>
    </form>
  );
}
