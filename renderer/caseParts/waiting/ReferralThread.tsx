import { useTranslation } from 'react-i18next';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Thread, type ThreadEntry } from '#renderer/components/Thread.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { clockTime, dayOf } from '#renderer/language/days.ts';
import type { Referral, ReferralAnswer } from '#shared/domain/case/caseState.ts';

export interface ReferralThreadProps {
  readonly referral: Pick<Referral, 'thread' | 'withdrawn'>;
  /** Names of those who asked. */
  readonly people: Readonly<Record<string, string>>;
}

/** A referral's questions and answers (P33), and why it was withdrawn; the same at a desk and at headquarters. */
export function ReferralThread({ referral: { thread, withdrawn }, people }: ReferralThreadProps) {
  const { t } = useTranslation('waiting');
  const entries = thread.map((entry): ThreadEntry => {
    const { eventId: id, text: words } = entry;
    if (entry.kind === 'question') {
      return {
        id,
        words,
        about: (
          <>
            {t('asked')} <DayText day={dayOf(entry.at)} /> <Bdi>{clockTime(entry.at)}</Bdi>{' '}
            <Words>{people[entry.actorId] ?? ''}</Words>
          </>
        ),
      };
    }
    return {
      id,
      words,
      isAnswer: true,
      about: (
        <>
          {t('answerBy', { name: entry.answeredBy })} {t(`heard.${entry.heard}`)}{' '}
          <DayText day={entry.answeredOn} />
        </>
      ),
      outcome: <Outcome outcome={entry.outcome} />,
    };
  });
  const ended: readonly ThreadEntry[] =
    withdrawn === null
      ? []
      : [{ id: withdrawn.eventId, about: t('withdrawn'), words: withdrawn.reason }];
  return <Thread entries={[...entries, ...ended]} />;
}

function Outcome({ outcome }: Pick<ReferralAnswer, 'outcome'>) {
  const { t } = useTranslation('waiting');
  return (
    <strong>
      {t(`outcome.${outcome.kind}`)}{' '}
      {outcome.kind === 'grace' && (
        <>
          {t('graceUntil')} <DayText day={outcome.until} />
        </>
      )}
      {outcome.kind === 'bring' && (
        <>
          {t('dueOn')} <DayText day={outcome.dueOn} />
        </>
      )}
    </strong>
  );
}
