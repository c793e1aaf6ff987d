import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenStatus } from '#renderer/access/status.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import { clockTime, dayOf } from '#renderer/language/days.ts';
import { useSizeWords } from '#renderer/language/sizes.ts';
import type { SyncStatus } from '#shared/contracts/sync.ts';
import { situationIcon, situationTone } from './situations.ts';
import styles from './sync.module.css';

const SHOWN_FIRST = 5;

/** The last thirty contacts with headquarters and how each ended. */
export function ContactsPanel({ contacts }: Pick<SyncStatus, 'contacts'>) {
  const { t } = useTranslation('sync');
  const { today } = useOpenStatus();
  const sizeWords = useSizeWords();
  const [all, setAll] = useState(false);
  const shown = all ? contacts : contacts.slice(0, SHOWN_FIRST);
  return (
    <Panel title={t('contactsTitle')} compact>
      {contacts.length === 0 ? (
        <p className={styles.small}>{t('contactsEmpty')}</p>
      ) : (
        <Stack gap={3}>
          <ol className={styles.contacts}>
            {shown.map(({ at, outcome, events, files, bytes, received }, index) => (
              <li key={`${at} ${index + 1}`} className={styles.contact}>
                <span className={styles.time}>
                  {dayOf(at) === today ? (
                    <bdi dir="ltr">{clockTime(at)}</bdi>
                  ) : (
                    <InstantText instant={at} today={today} />
                  )}
                </span>
                <ContactIcon outcome={outcome} />
                <span>
                  {events > 0 && t('contactSent', { count: events, size: sizeWords(bytes) })}
                  {events > 0 && files > 0 && ' · '}
                  {files > 0 && t('contactPages', { count: files })}
                  {events === 0 &&
                    files === 0 &&
                    received > 0 &&
                    t('contactReceived', { count: received })}
                  {events === 0 && files === 0 && received === 0 && t(`contact.${outcome}`)}
                </span>
              </li>
            ))}
          </ol>
          {contacts.length > SHOWN_FIRST && (
            <div>
              <Button kind="quiet" size="sm" expanded={all} onPress={() => setAll(!all)}>
                {all ? t('contactsFewer') : t('contactsAll', { count: contacts.length })}
              </Button>
            </div>
          )}
        </Stack>
      )}
    </Panel>
  );
}

function ContactIcon({ outcome }: Pick<SyncStatus['contacts'][number], 'outcome'>) {
  const tone = situationTone(outcome);
  return <Icon of={situationIcon(outcome)} size="sm" tone={tone === 'gold' ? 'neutral' : tone} />;
}
