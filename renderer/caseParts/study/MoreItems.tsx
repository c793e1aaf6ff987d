import { CircleCheck, CircleDashed, CircleSlash } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#renderer/components/Badge.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { AwaitedItem } from '#shared/domain/case/awaited.ts';
import type { MoreRequest } from '#shared/domain/case/studyState.ts';
import { Words } from '../summaryValue.tsx';
import styles from './study.module.css';

const LOOKS = {
  waits: { icon: CircleDashed, tone: 'review' },
  came: { icon: CircleCheck, tone: 'ok' },
  cannot: { icon: CircleSlash, tone: 'info' },
} as const;

export interface MoreItemsProps {
  readonly request: MoreRequest;
  readonly people: Readonly<Record<string, string>>;
  /** What can be done about an item that waits. */
  readonly action?: (item: AwaitedItem) => ReactNode;
  /** Below an item: the form in which it is answered. */
  readonly below?: (item: AwaitedItem) => ReactNode;
}

/** The items of a request for more, and what became of each. */
export function MoreItems({ request, people, action, below }: MoreItemsProps) {
  const { t } = useTranslation(['study', 'waiting']);
  const language = useLanguage();
  return (
    <ul className={styles.items}>
      {request.items.map((item) => {
        const answer = Object.hasOwn(request.answers, item.itemId)
          ? request.answers[item.itemId]
          : undefined;
        const state = answer?.outcome ?? 'waits';
        const name = answer === undefined ? undefined : people[answer.actorId];
        return (
          <li key={item.itemId} className={styles.item}>
            <span className={styles.what}>
              <strong>
                <Words>{inLanguage(item.name, language)}</Words>
              </strong>
              {answer === undefined ? (
                <span className={styles.quiet}>{t(`waiting:why.${item.why}`)}</span>
              ) : (
                <>
                  {answer.text !== null && (
                    <span className={styles.words} dir="auto">
                      {answer.text}
                    </span>
                  )}
                  {answer.paper !== null && (
                    <span className={styles.quiet}>
                      {answer.paper.originalSighted && t('study:more.originalSighted')}{' '}
                      {answer.paper.issuedOn !== null && (
                        <>
                          {t('study:more.issued')} <DayText day={answer.paper.issuedOn} />{' '}
                        </>
                      )}
                      {answer.paper.expiresOn !== null && (
                        <>
                          {t('study:more.expires')} <DayText day={answer.paper.expiresOn} />
                        </>
                      )}
                    </span>
                  )}
                  {name !== undefined && (
                    <span className={styles.quiet}>{t('study:more.answeredBy', { name })}</span>
                  )}
                </>
              )}
            </span>
            <Badge tone={LOOKS[state].tone} icon={LOOKS[state].icon}>
              {t(`study:more.state.${state}`)}
            </Badge>
            {answer === undefined && action?.(item)}
            {below?.(item)}
          </li>
        );
      })}
    </ul>
  );
}
