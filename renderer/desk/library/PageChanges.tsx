import { useQuery } from '@tanstack/react-query';
import { Sparkles } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#renderer/access/desk.ts';
import { Note } from '#renderer/components/Note.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { PageChange } from '#shared/contracts/library.ts';
import type { LibraryPage } from '#shared/domain/library/library.ts';
import styles from './library.module.css';

/** What this page says otherwise than when the person read it before; nothing where they never did. */
export function PageChanges({ page }: { readonly page: LibraryPage }) {
  const { t } = useTranslation('library');
  const { queries } = useDesk();
  const language = useLanguage();
  const { data } = useQuery(queries.library.changes.queryOptions({ input: { page: page.id } }));
  const changes = (data?.changes ?? []).filter(
    ({ before, after }) => before?.[language] !== after?.[language],
  );
  if (changes.length === 0) return null;
  return (
    <Note tone="info" icon={Sparkles}>
      <section aria-label={t('changesTitle')}>
        <p className={styles.changesTitle}>{t('changesTitle')}</p>
        <ul className={styles.changes}>
          {changes.map((change) => (
            <li key={JSON.stringify(change)}>
              <ChangedWords change={change} language={language} />
            </li>
          ))}
        </ul>
      </section>
    </Note>
  );
}

function ChangedWords({
  change: { kind, before, after },
  language,
}: {
  readonly change: PageChange;
  readonly language: 'ar' | 'en';
}) {
  const { t } = useTranslation('library');
  return (
    <>
      <span className={styles.changeKind}>{t(`change.${kind}`)}</span>{' '}
      {before !== null && <del className={styles.before}>{before[language]}</del>}
      {after !== null && <ins className={styles.after}>{after[language]}</ins>}
    </>
  );
}
