import { Check, History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Row } from '#renderer/components/Page.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import type { Answer } from '#shared/domain/answers/answer.ts';
import type { IsoDay } from '#shared/domain/identity.ts';
import type { Field } from '#shared/domain/questionnaire/model.ts';
import styles from './FromFile.module.css';
import { useSummaryValue } from './summaryValue.tsx';

/** What the person's file says of a field: it stands there as it was said, or waits to be confirmed. */
export type SaidInFile =
  | { readonly kind: 'taken'; readonly saidOn: IsoDay }
  | {
      readonly kind: 'toConfirm';
      readonly saidOn: IsoDay;
      readonly answer: Answer;
      /** Null where nothing can be changed. */
      readonly confirm: (() => void) | null;
    };

export interface FromFileProps {
  readonly field: Field;
  readonly said: SaidInFile;
}

/** Under a field: that its answer comes from the file, or what the file says, to be confirmed by one press. */
export function FromFile({ field, said }: FromFileProps) {
  const { t } = useTranslation('interview');
  const show = useSummaryValue({ names: {} });
  const day = <DayText day={said.saidOn} />;
  if (said.kind === 'taken') {
    return (
      <span className={styles.taken}>
        <Icon of={History} size="sm" /> {t('fromFile.taken')} {day}
      </span>
    );
  }
  return (
    <div className={styles.toConfirm}>
      <Row gap={2}>
        <span>
          {t('fromFile.says')} <strong>{show({ field, answer: said.answer })}</strong>{' '}
          <small>
            {t('fromFile.saidOn')} {day}
          </small>
        </span>
        {said.confirm !== null && (
          <Button size="sm" icon={Check} shortcut="Alt ↵" onPress={said.confirm}>
            {t('fromFile.confirm')}
          </Button>
        )}
      </Row>
    </div>
  );
}
