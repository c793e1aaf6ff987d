import { CircleCheck, CircleDashed, OctagonX, Vote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#renderer/components/Badge.tsx';
import type { CommitteeCase } from '#shared/contracts/hq/committee.ts';
import type { AgendaCase } from '#shared/domain/committee/session.ts';

const LOOKS = {
  decided: { tone: 'ok', icon: CircleCheck },
  voting: { tone: 'review', icon: Vote },
  waiting: { tone: 'neutral', icon: CircleDashed },
} as const;

/** How far a case has come in the session, or why it cannot be decided now. */
export function AgendaState({
  listed,
  agenda,
}: {
  readonly listed: CommitteeCase;
  readonly agenda: AgendaCase | null;
}) {
  const { t } = useTranslation(['committee', 'hqErrors']);
  const isDecided = agenda !== null && agenda.decided !== null;
  if (!isDecided && listed.hindrance !== null) {
    return (
      <Badge tone="stop" icon={OctagonX}>
        {t('committee:cannotNow')}
      </Badge>
    );
  }
  const isVoting = agenda !== null && agenda.motions.length > 0;
  const state = isDecided ? 'decided' : isVoting ? 'voting' : 'waiting';
  return <Badge {...LOOKS[state]}>{t(`committee:caseState.${state}`)}</Badge>;
}
