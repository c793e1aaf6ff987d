import { useTranslation } from 'react-i18next';
import { Panel } from '#renderer/components/Panel.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import type { RegistryFile } from '#shared/contracts/hq/registry.ts';
import styles from './registry.module.css';

/** Contacts with a person over all channels and branches, the latest first. */
export function PersonContacts({ file }: { readonly file: RegistryFile }) {
  const { t } = useTranslation(['hqRegistry', 'common']);
  return (
    <Panel title={t('hqRegistry:contacts.title')}>
      {file.contacts.length === 0 ? (
        <p className={styles.muted}>{t('hqRegistry:contacts.none')}</p>
      ) : (
        <ul className={styles.list}>
          {file.contacts.map((contact) => (
            <li key={contact.contactId} className={styles.entry}>
              <strong dir="auto">{contact.topic}</strong>
              <small className={styles.muted}>
                <InstantText instant={contact.at} today={file.today} layout="line" /> ·{' '}
                {t(`common:channel.${contact.channel}`)}
                {contact.branchName !== null && ` · ${contact.branchName}`}
              </small>
              {contact.said !== '' && <span dir="auto">{contact.said}</span>}
              {contact.answer !== '' && (
                <span dir="auto" className={styles.muted}>
                  {contact.answer}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
