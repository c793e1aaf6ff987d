import { useTranslation } from 'react-i18next';
import { Blockers } from '#renderer/caseParts/Blockers.tsx';
import { blockersInOrder } from '#renderer/caseParts/blockersInOrder.ts';
import type { StepProps } from '#renderer/caseParts/step.ts';
import { Panel } from '#renderer/components/Panel.tsx';

const SHOWN_AT_ONCE = 5;

/** What stands before the declaration, worst first, each with a link to the very row. */
export function BeforeSigning({ open, go, hrefOf }: Pick<StepProps, 'open' | 'go' | 'hrefOf'>) {
  const { t } = useTranslation('documents');
  const blockers = open.state.submission === null ? blockersInOrder(open, 'completeMatching') : [];
  const more = blockers.length - SHOWN_AT_ONCE;
  return (
    <Panel title={t('beforeSigning')} compact>
      {blockers.length === 0 ? (
        t('nothingBefore')
      ) : (
        <>
          <Blockers
            open={open}
            blockers={blockers.slice(0, SHOWN_AT_ONCE)}
            go={go}
            hrefOf={hrefOf}
          />
          {more > 0 && <p>{t('moreBefore', { count: more })}</p>}
        </>
      )}
    </Panel>
  );
}
