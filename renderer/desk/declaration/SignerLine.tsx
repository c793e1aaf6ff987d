import { UserRoundCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useActingWords } from '#renderer/caseParts/actingWords.ts';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { whoSigns } from '#shared/domain/case/whoSigns.ts';
import styles from './declaration.module.css';

/** Who signs, and by what right: read from the answers and the deed, never typed here. */
export function SignerLine({ open }: { readonly open: OpenCase }) {
  const { t } = useTranslation('declaration');
  const acting = useActingWords(open.rules);
  const found = whoSigns(open.state, open.assessment.authority);
  if (!found.ok) return null;
  const words = acting(found.signer);
  return (
    <div className={styles.signer}>
      <Icon of={UserRoundCheck} />
      <div>
        <p className={styles.lead}>
          {t('signs')} <Words>{found.signer.name}</Words>
        </p>
        {words !== null && <p className={styles.small}>{words}</p>}
      </div>
    </div>
  );
}
