import { useTranslation } from 'react-i18next';
import { useDocumentName } from '#renderer/caseParts/documentName.ts';
import { spokenDay } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { horizon } from '#shared/domain/documents/horizon.ts';
import type { IsoDay } from '#shared/domain/identity.ts';
import type { PaperMoment } from './paperMoment.ts';
import styles from './papers.module.css';

export interface HorizonLinesProps {
  readonly moment: PaperMoment;
  readonly replyNotBefore: IsoDay;
}

/** Under the documents: what ends before the earliest answer, with its day (policy, 8a). */
export function HorizonLines({ moment, replyNotBefore }: HorizonLinesProps) {
  const { t } = useTranslation('papers');
  const language = useLanguage();
  const name = useDocumentName();
  const { state, assessment, day } = moment;
  const needed = assessment.documents.map((document) => document.needed);
  return horizon(needed, state.documents, day, replyNotBefore).map(({ document, validity }) => (
    <p key={document.documentKey} className={styles.horizon} data-horizon>
      {t('horizon', {
        document: name(document),
        ...spokenDay(validity.validUntil ?? day, language),
      })}
    </p>
  ));
}
