import { Eye, EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { clockTime } from '#renderer/language/days.ts';
import type { AssessedDocument } from '#shared/domain/case/assessCase.ts';
import styles from './documents.module.css';
import { ScanBasisWords } from './ScanBasisWords.tsx';

export interface OriginalPanelProps {
  readonly open: OpenCase;
  readonly document: AssessedDocument;
}

/** Whether the original was seen and by whom, and why no picture of it is taken (policy, section 10). */
export function OriginalPanel({ open, document }: OriginalPanelProps) {
  const { t } = useTranslation('documents');
  const { needed, recorded } = document;
  const isSighted = recorded?.originalSighted === true;
  return (
    <Panel title={t('originalTitle')} compact>
      <div className={styles.original}>
        <div className={styles.sighted}>
          <Icon
            of={isSighted ? Eye : EyeOff}
            size="sm"
            tone={isSighted ? 'ok' : recorded?.presentation === 'presented' ? 'review' : undefined}
          />
          <span>
            {isSighted ? (
              <>
                {t('originalSightedBy')} <Words>{open.file.people[recorded.actorId] ?? ''}</Words>
                {t('listSeparator')}
                <Bdi>{clockTime(recorded.at)}</Bdi>
              </>
            ) : (
              t('originalNotSighted')
            )}
          </span>
        </div>
        <p className={styles.explained}>
          {needed.scan.policy === 'scanAllowed' ? (
            <ScanBasisWords basis={needed.scan.basis} />
          ) : (
            t('originalExplained')
          )}
        </p>
      </div>
    </Panel>
  );
}
