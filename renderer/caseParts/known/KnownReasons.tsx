import { useTranslation } from 'react-i18next';
import type { KnownHere } from '#shared/contracts/known.ts';
import { explainInWords } from '#shared/domain/linkage/explainInWords.ts';
import styles from './known.module.css';
import { useLinkageWords } from './linkageWords.ts';

const FIRST_REASONS = 3;

/** Why it may be this person, field by field: what weighs most comes first, the rest on asking. */
export function KnownReasons({ person }: { readonly person: KnownHere }) {
  const { t } = useTranslation('known');
  const { fields } = explainInWords(
    { probability: person.probability, weight: 0, fields: person.evidence },
    useLinkageWords(),
  );
  const reasons = [
    ...(person.sameIdentifier ? [{ id: 'identifier', sentence: t('sameIdentifier') }] : []),
    ...fields.map(({ field, sentence }) => ({ id: field, sentence })),
  ];
  const list = (some: typeof reasons) => (
    <ul className={styles.reasons}>
      {some.map(({ id, sentence }) => (
        <li key={id}>{sentence}</li>
      ))}
    </ul>
  );
  return (
    <div>
      {list(reasons.slice(0, FIRST_REASONS))}
      {reasons.length > FIRST_REASONS && (
        <details>
          <summary className={styles.more}>{t('moreReasons')}</summary>
          {list(reasons.slice(FIRST_REASONS))}
        </details>
      )}
    </div>
  );
}
