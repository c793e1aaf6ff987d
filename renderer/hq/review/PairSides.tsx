import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHqToday } from '#renderer/access/hq/overview.ts';
import { DayText, InstantText } from '#renderer/language/dates.tsx';
import { listed } from '#renderer/language/listed.ts';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { PersonSide, ReviewPairDetail } from '#shared/contracts/hq/review.ts';
import { SideHead } from './PairTable.tsx';
import styles from './review.module.css';

/** What else stands on the two files: requests, documents with their days, household, ways to reach them. */
export function PairSides({ pair }: { readonly pair: ReviewPairDetail }) {
  return (
    <div className={styles.sides}>
      {pair.sides.map((side) => (
        <Side key={side.personId} side={side} />
      ))}
    </div>
  );
}

function Side({ side }: { readonly side: PersonSide }) {
  const { t } = useTranslation(['review', 'common']);
  const language = useLanguage();
  const today = useHqToday();
  return (
    <div className={styles.side}>
      <p className={styles.sideHead}>
        <SideHead side={side} />
      </p>
      <Part title={t('review:requests')}>
        {side.requests.map((request) => (
          <li key={request.caseId}>
            <bdi dir="ltr">{request.reference}</bdi> · {t(`common:status.${request.status}`)}
            {request.items.length > 0 && (
              <>
                {' '}
                ·{' '}
                {listed(
                  request.items.map((item) => inLanguage(item, language)),
                  language,
                )}
              </>
            )}
            {request.submittedAt !== null && (
              <span className={styles.quiet}>
                <InstantText instant={request.submittedAt} today={today} layout="line" />
              </span>
            )}
          </li>
        ))}
      </Part>
      <Part title={t('review:documents')}>
        {side.documents.map(({ documentKey, label, validUntil }) => (
          <li key={documentKey}>
            {label === null ? documentKey : inLanguage(label, language)}
            {': '}
            {validUntil === null ? (
              t('review:noExpiry')
            ) : (
              <>
                {t('review:validUntil')} <DayText day={validUntil} />
              </>
            )}
          </li>
        ))}
      </Part>
      <Part title={t('review:household')}>
        {side.household.map(({ name, relationship, birthYear }, at) => (
          <li key={`${at} ${name}`}>
            {name}
            {relationship !== null && <> · {inLanguage(relationship, language)}</>}
            {birthYear !== null && <> · {t('review:born', { year: birthYear })}</>}
          </li>
        ))}
      </Part>
      <Part title={t('review:ways')}>
        {side.phones.map((phone) => (
          <li key={phone}>
            <bdi dir="ltr">{phone}</bdi>
          </li>
        ))}
        {side.address !== '' && <li>{side.address}</li>}
      </Part>
      <Part title={t('review:contacts')}>
        {side.contacts.map(({ contactId, at, channel, topic, branchName }) => (
          <li key={contactId}>
            <bdi>{topic}</bdi>
            <span className={styles.quiet}>
              <InstantText instant={at} today={today} /> · {t(`common:channel.${channel}`)}
              {branchName !== null && (
                <>
                  {' '}
                  · <bdi>{branchName}</bdi>
                </>
              )}
            </span>
          </li>
        ))}
      </Part>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useTranslation('review');
  const isEmpty = Array.isArray(children) && children.flat().filter(Boolean).length === 0;
  return (
    <>
      <p className={styles.partTitle}>{title}</p>
      {isEmpty ? <p className={styles.muted}>{t('none')}</p> : <ul>{children}</ul>}
    </>
  );
}
