import { useTranslation } from 'react-i18next';
import { DOCUMENT_ICONS } from '#renderer/caseParts/documentIcons.ts';
import { Icon } from '#renderer/components/Icon.tsx';
import { spokenDay } from '#renderer/language/days.ts';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { BringDocument, BringEntry } from '#shared/domain/documents/bringList.ts';
import type { IsoDay } from '#shared/domain/identity.ts';
import styles from './bringList.module.css';

export interface BringEntriesProps {
  readonly entries: readonly BringEntry[];
  readonly visit: IsoDay;
}

/** Each document with its window and why; on the screen and on paper by this one piece. */
export function BringEntries({ entries, visit }: BringEntriesProps) {
  const { t } = useTranslation('bringList');
  return (
    <ol className={styles.entries}>
      {entries.map(({ key, anyOf }) => (
        <li key={key} className={styles.entry}>
          {anyOf.length > 1 && <p className={styles.anyOf}>{t('anyOf')}</p>}
          {anyOf.map((document) => (
            <OneDocument key={document.key} document={document} visit={visit} />
          ))}
        </li>
      ))}
    </ol>
  );
}

interface OneDocumentProps {
  readonly document: BringDocument;
  readonly visit: IsoDay;
}

function OneDocument({ document, visit }: OneDocumentProps) {
  const { t } = useTranslation(['bringList', 'common']);
  const language = useLanguage();
  const { who, onlyIf, why } = document;
  const said = why.map(({ option }) => inLanguage(option.label, language));
  return (
    <div className={styles.document}>
      <Icon of={DOCUMENT_ICONS[document.icon]} />
      <div>
        <p className={styles.name}>
          {inLanguage(document.label, language)}
          {document.isOptional && <span className={styles.quiet}>{t('common:optional')}</span>}
          {said.length > 0 && (
            <span className={styles.quiet}>
              {t('bringList:why', { said: said.join(t('bringList:separator')) })}
            </span>
          )}
        </p>
        {onlyIf !== null && <p className={styles.onlyIf}>{inLanguage(onlyIf, language)}</p>}
        {who !== null && <p>{inLanguage(who, language)}</p>}
        <p>
          <WindowWords document={document} visit={visit} />
        </p>
      </div>
    </div>
  );
}

function WindowWords({ document, visit }: OneDocumentProps) {
  const { t } = useTranslation(['bringList', 'documents']);
  const language = useLanguage();
  const { validity, issuedFrom } = document;
  if (validity.kind === 'issuedWithin' && issuedFrom !== null) {
    const { hijri, gregorian } = spokenDay(issuedFrom, language);
    const window = t(`documents:window.${validity.unit}`, { count: validity.count });
    return t('bringList:window.issuedFrom', { hijri, gregorian, window });
  }
  if (validity.kind === 'none') return t('bringList:window.none');
  const { hijri, gregorian } = spokenDay(visit, language);
  return t('bringList:window.inForce', { hijri, gregorian });
}
