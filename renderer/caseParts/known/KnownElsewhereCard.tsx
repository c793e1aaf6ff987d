import { Building2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import type { KnownElsewhere } from '#shared/contracts/known.ts';
import type { KnownAnswer } from '#shared/domain/case/knownEvents.ts';
import { AnotherPersonForm } from './AnotherPersonForm.tsx';
import { AskHeadquarters } from './AskHeadquarters.tsx';
import styles from './known.module.css';

export interface KnownElsewhereCardProps {
  readonly entry: KnownElsewhere;
  readonly caseId: string | null;
  readonly isBusy: boolean;
  readonly onAnswer: (answer: KnownAnswer, reason: string | null) => void;
  readonly note?: ReactNode;
}

/** Somebody like the applicant may be registered at another branch: no data, only how like. */
export function KnownElsewhereCard({
  entry,
  caseId,
  isBusy,
  onAnswer,
  note,
}: KnownElsewhereCardProps) {
  const { t } = useTranslation('known');
  const [isAnother, setAnother] = useState(false);
  const words = t(`elsewhere.${entry.strength === 'sure' ? 'sure' : 'review'}`);
  return (
    <article aria-label={words}>
      <Stack gap={3}>
        <strong className={styles.head}>
          <Icon of={Building2} />
          <span>{words}</span>
        </strong>
        {entry.sameIdentifier && <span>{t('elsewhere.sameIdentifier')}</span>}
        <span>{t('elsewhere.note')}</span>
        <AskHeadquarters subject={entry.subject} caseId={caseId} />
        {note}
        {isAnother ? (
          <AnotherPersonForm
            isBusy={isBusy}
            onSave={(reason) => onAnswer('another', reason)}
            onBack={() => setAnother(false)}
          />
        ) : (
          <Row gap={2}>
            <Button size="sm" busy={isBusy} onPress={() => onAnswer('same', null)}>
              {t('elsewhere.same')}
            </Button>
            <Button size="sm" busy={isBusy} onPress={() => setAnother(true)}>
              {t('another')}
            </Button>
            <Button size="sm" kind="quiet" busy={isBusy} onPress={() => onAnswer('unsure', null)}>
              {t('unsure')}
            </Button>
          </Row>
        )}
      </Stack>
    </article>
  );
}
