import { CircleCheck, CircleDashed, CircleSlash, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#renderer/components/Badge.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Facts } from '#renderer/components/Facts.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import type { FieldVisit } from '#shared/domain/case/studyState.ts';
import { Words } from '../summaryValue.tsx';
import styles from './study.module.css';

/** Where a visit stands, by the last that was recorded of it. */
export function visitState({ records, cancelled }: FieldVisit) {
  if (cancelled !== null) return 'cancelled' as const;
  return records.at(-1)?.outcome ?? ('open' as const);
}

const LOOKS: Readonly<
  Record<
    ReturnType<typeof visitState>,
    { readonly icon: LucideIcon; readonly tone: 'review' | 'ok' | 'info' }
  >
> = {
  open: { icon: CircleDashed, tone: 'review' },
  done: { icon: CircleCheck, tone: 'ok' },
  notAtHome: { icon: CircleSlash, tone: 'info' },
  refused: { icon: CircleSlash, tone: 'info' },
  cancelled: { icon: CircleSlash, tone: 'info' },
};

export function VisitBadge({ visit }: { readonly visit: FieldVisit }) {
  const { t } = useTranslation('study');
  const state = visitState(visit);
  return (
    <Badge tone={LOOKS[state].tone} icon={LOOKS[state].icon}>
      {t(`visit.state.${state}`)}
    </Badge>
  );
}

/** When, where, by whom and what for; and what was recorded of it. */
export function VisitFacts({ visit }: { readonly visit: FieldVisit }) {
  const { t } = useTranslation('study');
  const { plan, records, cancelled } = visit;
  return (
    <Stack gap={3}>
      <Facts
        facts={[
          {
            id: 'on',
            term: t('visit.on'),
            value: (
              <>
                <DayText day={plan.on} /> <VisitWindow visit={visit} />
              </>
            ),
          },
          {
            id: 'by',
            term: t('visit.by'),
            value: (
              <>
                {t(plan.by === 'branch' ? 'visit.byBranch' : 'visit.byHeadquarters')}{' '}
                {plan.visitor !== null && <Words>{plan.visitor}</Words>}
              </>
            ),
          },
          { id: 'place', term: t('visit.place'), value: <Words>{plan.place}</Words> },
          {
            id: 'questions',
            term: t('visit.questions'),
            value: (
              <ol className={styles.questions}>
                {plan.questions.map((question, index) => {
                  const answer = records.at(-1)?.answers[index] ?? null;
                  return (
                    <li key={question}>
                      <Words>{question}</Words>
                      {answer !== null && (
                        <>
                          {' '}
                          <strong>
                            <Words>{answer}</Words>
                          </strong>
                        </>
                      )}
                    </li>
                  );
                })}
              </ol>
            ),
          },
          ...(cancelled === null
            ? []
            : [
                {
                  id: 'cancelled',
                  term: t('visit.cancelledWhy'),
                  value: <Words>{cancelled.reason}</Words>,
                },
              ]),
        ]}
      />
      {records.length > 1 && <Note tone="review">{t('visit.twice')}</Note>}
      {records.map((record) => (
        <div key={record.eventId} className={styles.what}>
          <span className={styles.quiet}>
            <Words>{record.visitor}</Words> <DayText day={record.visitedOn} />{' '}
            {t(`visit.state.${record.outcome}`)}
          </span>
          {record.findings !== null && (
            <span className={styles.words} dir="auto">
              {record.findings}
            </span>
          )}
        </div>
      ))}
    </Stack>
  );
}

/** `10:00 – 12:00`, or that any time will do. */
export function VisitWindow({ visit: { plan } }: { readonly visit: FieldVisit }) {
  const { t } = useTranslation('study');
  const hours = [plan.from, plan.to].filter((hour) => hour !== null);
  return hours.length === 0 ? <>{t('visit.anyTime')}</> : <Bdi>{hours.join(' – ')}</Bdi>;
}
