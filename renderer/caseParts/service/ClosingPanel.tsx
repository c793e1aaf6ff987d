import { CircleCheck } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { Facts } from '#renderer/components/Facts.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { closingReason, MOST_ATTEMPTS, opinionDue } from '#shared/domain/case/serviceClosing.ts';
import type { ContactChannel } from '#shared/domain/case/vocabulary.ts';
import type { IsoDay } from '#shared/domain/identity.ts';
import { ChannelSelect } from '../ChannelSelect.tsx';
import { DayField, dayTyped, pastDayProblem, typedDay } from '../DayField.tsx';
import type { Act } from './act.ts';
import styles from './service.module.css';

export interface AttemptSaid {
  readonly channel: ContactChannel;
  readonly triedOn: IsoDay;
}

export interface ClosingPanelProps {
  readonly state: CaseState;
  readonly today: IsoDay;
  /** Leads to where the person is asked; nothing where they cannot be. */
  readonly ask: ReactNode;
  readonly note: Act<AttemptSaid> | null;
  readonly close: Act<undefined> | null;
}

/** After the service: the person's opinion (S2), attempts to reach them, and the end of the case. */
export function ClosingPanel({ state, today, ask, note, close }: ClosingPanelProps) {
  const { t } = useTranslation(['service', 'common']);
  const { service } = state;
  if (service.closed !== null) {
    return (
      <Panel title={t('service:closing')}>
        <Stack gap={4}>
          <Note tone="ok" icon={CircleCheck}>
            {t('service:closed')} · <DayText day={service.closed.closedOn} /> ·{' '}
            {t(`service:closingReason.${service.closed.reason}`)}
          </Note>
          <p>{t('service:closedHelp')}</p>
        </Stack>
      </Panel>
    );
  }
  const due = opinionDue(state);
  const reason = closingReason(state, today);
  const isNothing = due === null && reason === null && service.attempts.length === 0;
  if (isNothing && service.opinion === null) return null;
  return (
    <Panel title={t('service:closing')}>
      <Stack gap={4}>
        {service.opinion !== null && (
          <Note tone="ok" icon={CircleCheck}>
            {t(
              service.opinion.outcome === 'given'
                ? 'service:opinionGiven'
                : 'service:opinionDeclined',
            )}
          </Note>
        )}
        {due !== null && (
          <>
            <p>{t('service:opinionWindow')}</p>
            <Facts
              layout="columns"
              facts={[
                { id: 'from', term: t('service:opinionFrom'), value: <DayText day={due.from} /> },
                {
                  id: 'until',
                  term: t('service:opinionUntil'),
                  value: <DayText day={due.until} />,
                },
              ]}
            />
            {ask}
          </>
        )}
        <Attempts state={state} />
        {due !== null && note !== null && (
          <AttemptForm key={service.attempts.length} today={today} act={note} />
        )}
        {reason !== null && (
          <>
            <Note tone="info">{t(`service:closingReason.${reason}`)}</Note>
            {close !== null && (
              <>
                {close.refusal}
                <Row>
                  <Button kind="main" busy={close.isBusy} onPress={() => close.run(undefined)}>
                    {t('service:closeNow')}
                  </Button>
                </Row>
              </>
            )}
          </>
        )}
      </Stack>
    </Panel>
  );
}

function Attempts({ state }: { readonly state: CaseState }) {
  const { t } = useTranslation(['service', 'common']);
  const { attempts } = state.service;
  if (attempts.length === 0) return null;
  return (
    <ul className={styles.items} aria-label={t('service:attempts')}>
      {attempts.map((attempt, index) => (
        <li key={attempt.eventId} className={styles.item}>
          <span>
            {t('service:attemptOf', { number: index + 1, most: MOST_ATTEMPTS })} ·{' '}
            <DayText day={attempt.triedOn} /> · {t(`common:channel.${attempt.channel}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}

const DAY = 'attempt-day';
const PROBLEMS = { missing: 'needed.triedOn', toCome: 'needed.dayToCome' } as const;

function AttemptForm({ today, act }: { readonly today: IsoDay; readonly act: Act<AttemptSaid> }) {
  const { t } = useTranslation('service');
  const [channel, setChannel] = useState<ContactChannel>('phone');
  const [day, setDay] = useState(() => typedDay(today));
  const [isTried, setTried] = useState(false);
  const triedOn = dayTyped(day);
  const problem = pastDayProblem(triedOn, today);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (triedOn === null || problem !== null) focusField(DAY);
    else if (!act.isBusy) act.run({ channel, triedOn });
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit} aria-label={t('noteAttempt')}>
      <Fields>
        <ChannelSelect label={t('attemptChannel')} span={6} value={channel} onChange={setChannel} />
        <DayField
          id={DAY}
          label={t('triedOn')}
          isRequired
          span={6}
          value={day}
          onChange={setDay}
          error={isTried && problem !== null ? t(PROBLEMS[problem]) : undefined}
        />
      </Fields>
      {act.refusal}
      <Row>
        <Button type="submit" busy={act.isBusy}>
          {t('noteAttempt')}
        </Button>
      </Row>
    </form>
  );
}
