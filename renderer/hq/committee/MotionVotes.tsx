import { CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqMay, useHqPerson } from '#renderer/access/hq/status.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Segmented } from '#renderer/components/Choice.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { listed } from '#renderer/language/listed.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { CaseInSession } from '#shared/contracts/hq/committee.ts';
import type { Motion } from '#shared/domain/committee/session.ts';
import { Vote } from '#shared/domain/committee/sessionEvents.ts';
import { tallyOf, votesMissing } from '#shared/domain/committee/voting.ts';
import { MemberName } from './MemberName.tsx';
import { useCommitteeAction } from './useCommitteeAction.ts';

/** Who voted how on a motion; whoever leads writes down what is given by hand, a member their own. */
export function MotionVotes({
  found,
  motion,
}: {
  readonly found: CaseInSession;
  readonly motion: Motion;
}) {
  const { t } = useTranslation('committee');
  const { client } = useHq();
  const { personId } = useHqPerson();
  const mayLead = useHqMay('cases.decide');
  const [chosen, setChosen] = useState<Readonly<Record<string, Vote>>>({});
  const [isAsked, setAsked] = useState(false);
  const own = useCommitteeAction(client.committee.vote);
  const record = useCommitteeAction(client.committee.recordVotes);
  const isOpen = found.session.status === 'open' && found.agenda.decided === null;
  const voteOf = (id: string) => motion.votes.find(({ memberId }) => memberId === id);
  const mayCast = (id: string, noVoice: unknown) =>
    isOpen && noVoice === null && voteOf(id) === undefined && (mayLead || id === personId);
  const open = found.members.filter((each) => mayCast(each.personId, each.noVoice));
  const votes = open.flatMap(({ personId: memberId }) => {
    const vote = chosen[memberId];
    return vote === undefined ? [] : [{ memberId, vote }];
  });
  const onCase = { sessionId: found.session.sessionId, caseId: found.case.caseId };
  const send = (given: typeof votes) => {
    setAsked(true);
    const [first] = given;
    if (first === undefined) return;
    const { motionId } = motion;
    const settled = { onSuccess: () => setChosen({}) };
    if (mayLead) record.mutate({ ...onCase, motionId, votes: given }, settled);
    else own.mutate({ ...onCase, motionId, vote: first.vote }, settled);
  };
  return (
    <Stack gap={3}>
      <DataTable
        caption={t('votes')}
        isDense
        rows={found.members}
        rowId={(member) => member.personId}
        columns={[
          {
            id: 'member',
            head: t('members'),
            isRowName: true,
            cell: (member) => <MemberName member={member} chairId={found.session.chairId} />,
          },
          {
            id: 'vote',
            head: t('votes'),
            cell: ({ personId: memberId, name, noVoice }) => {
              const cast = voteOf(memberId);
              if (cast !== undefined) {
                const isByChair = cast.castBy !== memberId;
                return `${t(`vote.${cast.vote}`)}${isByChair ? ` (${t('recordedBy')})` : ''}`;
              }
              if (noVoice !== null) return t(`noVoice.${noVoice}`);
              if (!mayCast(memberId, noVoice)) return t('notVoted');
              return (
                <Segmented
                  id={`vote-${motion.motionId}-${memberId}`}
                  label={t('voteOf', { name })}
                  value={chosen[memberId] ?? ''}
                  options={Vote.options.map((value) => ({ value, label: t(`vote.${value}`) }))}
                  onChange={(value) =>
                    setChosen((before) => ({ ...before, [memberId]: Vote.parse(value) }))
                  }
                />
              );
            },
          },
        ]}
      />
      <Result found={found} motion={motion} />
      {isAsked && votes.length === 0 && open.length > 0 && <p role="alert">{t('voteMissing')}</p>}
      <HqErrorNote error={own.error ?? record.error} />
      {open.length > 0 && (
        <Row>
          <Button busy={own.isPending || record.isPending} onPress={() => send(votes)}>
            {t(mayLead ? 'recordVotes' : 'castVote')}
          </Button>
          {mayLead && (
            <Button
              kind="quiet"
              busy={record.isPending}
              onPress={() =>
                send(open.map(({ personId: memberId }) => ({ memberId, vote: 'for' as const })))
              }
            >
              {t('allFor')}
            </Button>
          )}
        </Row>
      )}
    </Stack>
  );
}

function Result({ found, motion }: { readonly found: CaseInSession; readonly motion: Motion }) {
  const { t } = useTranslation('committee');
  const language = useLanguage();
  const tally = tallyOf(motion, found.session.chairId);
  const voters = found.members.flatMap(({ personId, noVoice }) =>
    noVoice === null ? [personId] : [],
  );
  const missing = votesMissing(motion, voters);
  const names = found.members.flatMap(({ personId, name }) =>
    missing.includes(personId) ? [name] : [],
  );
  const counts = t('counts', { for: tally.for, against: tally.against, abstain: tally.abstain });
  if (names.length > 0 && found.agenda.decided === null) {
    return (
      <Row>
        <Badge tone="neutral" icon={CircleDashed}>
          {counts}
        </Badge>
        <span>{t('awaitVotes', { names: listed(names, language) })}</span>
      </Row>
    );
  }
  const words = tally.isCarried
    ? tally.byCastingVote
      ? 'carriedByChair'
      : 'carried'
    : 'notCarried';
  return (
    <Row>
      <Badge tone={tally.isCarried ? 'ok' : 'stop'} icon={tally.isCarried ? CircleCheck : CircleX}>
        {t(words)}
      </Badge>
      <span>{counts}</span>
    </Row>
  );
}
