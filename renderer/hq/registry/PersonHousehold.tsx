import { useTranslation } from 'react-i18next';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { RegistryFile } from '#shared/contracts/hq/registry.ts';
import styles from './registry.module.css';

/** Who lives with a person, as their latest request names them. */
export function PersonHousehold({ file }: { readonly file: RegistryFile }) {
  const { t } = useTranslation('hqRegistry');
  const language = useLanguage();
  return (
    <Panel title={t('household.title')} compact>
      {file.household.length === 0 ? (
        <p className={styles.muted}>{t('household.none')}</p>
      ) : (
        <ul className={styles.list}>
          {file.household.map((member) => (
            <li key={member.rowId} className={styles.entry}>
              <span dir="auto">{member.name || t('nameless')}</span>
              <small className={styles.muted}>
                {[
                  member.relation === null ? null : inLanguage(member.relation, language),
                  member.birthYear === null ? null : String(member.birthYear),
                ]
                  .filter((each) => each !== null)
                  .join(' · ')}
                {member.maskedId !== null && (
                  <>
                    {' · '}
                    <Bdi>{member.maskedId}</Bdi>
                  </>
                )}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
