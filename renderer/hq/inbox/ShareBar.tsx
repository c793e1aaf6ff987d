import { useTranslation } from 'react-i18next';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { listed } from '#renderer/language/listed.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { ImportCounts } from '#shared/contracts/hq/imports.ts';
import { ImportState } from '#shared/domain/import/importState.ts';
import { SHARES, sumOf } from './importTones.ts';
import styles from './inbox.module.css';

/** How the cases of a batch divide: a bar for the eye, words for the ear, and their number. */
export function ShareBar({ counts }: { readonly counts: ImportCounts }) {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const words = ImportState.options
    .filter((state) => counts[state] > 0)
    .map((state) => t('shareCount', { state: t(`state.${state}`), count: counts[state] }));
  return (
    <span className={styles.shares}>
      <span className={styles.share} role="img" aria-label={listed(words, language)}>
        {SHARES.map(({ id, tone, states }) => {
          const count = sumOf(counts, states);
          return count === 0 ? null : (
            <span key={id} className={styles.part} data-tone={tone} style={{ flex: count }} />
          );
        })}
      </span>
      <span className={styles.quiet}>
        <Bdi>{sumOf(counts, ImportState.options)}</Bdi>
      </span>
    </span>
  );
}

/** What the colours of the bars mean. */
export function ShareLegend() {
  const { t } = useTranslation('import');
  return (
    <div className={styles.legend}>
      {SHARES.map(({ id, tone }) => (
        <span key={id} className={styles.key}>
          <span className={styles.dot} data-tone={tone} />
          {t(id === 'notSubmitted' ? 'otherShare' : `state.${id}`)}
        </span>
      ))}
    </div>
  );
}
