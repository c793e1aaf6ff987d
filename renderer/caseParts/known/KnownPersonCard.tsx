import { Link } from '@tanstack/react-router';
import { Eye, UserCheck } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#renderer/components/Badge.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Facts } from '#renderer/components/Facts.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { PrintedDateText } from '#renderer/language/dates.tsx';
import type { KnownHere } from '#shared/contracts/known.ts';
import { AnotherPersonForm } from './AnotherPersonForm.tsx';
import { KnownReasons } from './KnownReasons.tsx';
import styles from './known.module.css';

export interface KnownPersonCardProps {
  readonly person: KnownHere;
  readonly isBusy: boolean;
  readonly onSame: () => void;
  /** With the word why; null where nothing is kept of it and `onDismiss` puts the person away. */
  readonly onAnother: ((reason: string) => void) | null;
  readonly onDismiss?: () => void;
  /** Where headquarters can be left to decide. */
  readonly onUnsure?: (() => void) | undefined;
  /** In other words than "it is this person". */
  readonly sameLabel?: string;
  readonly note?: ReactNode;
}

function StrengthBadge({ strength }: { readonly strength: KnownHere['strength'] }) {
  const { t } = useTranslation('known');
  return strength === 'sure' ? (
    <Badge tone="review" icon={UserCheck}>
      {t('strength.sure')}
    </Badge>
  ) : (
    <Badge tone="info" icon={Eye}>
      {t('strength.review')}
    </Badge>
  );
}

/** Somebody who may be meant: who, how likely, why, and the three things that can be said. */
export function KnownPersonCard(props: KnownPersonCardProps) {
  const { person, isBusy, onSame, onAnother, onDismiss, onUnsure, sameLabel, note } = props;
  const { t } = useTranslation('known');
  const [isAnother, setAnother] = useState(false);
  return (
    <article aria-label={person.name} className={styles.card}>
      <Stack gap={3}>
        <Row gap={2}>
          <strong>{person.name}</strong>
          <StrengthBadge strength={person.strength} />
        </Row>
        <KnownFacts person={person} />
        <KnownReasons person={person} />
        {note}
        {isAnother && onAnother !== null ? (
          <AnotherPersonForm isBusy={isBusy} onSave={onAnother} onBack={() => setAnother(false)} />
        ) : (
          <Row gap={2}>
            <Button size="sm" icon={UserCheck} busy={isBusy} onPress={onSame}>
              {sameLabel ?? t('same')}
            </Button>
            <Button size="sm" busy={isBusy} onPress={onDismiss ?? (() => setAnother(true))}>
              {t('another')}
            </Button>
            <Link
              to="/beneficiaries/$beneficiaryId"
              params={{ beneficiaryId: person.beneficiaryId }}
              className={buttonClass('quiet', 'sm')}
              aria-label={t('openFileOf', { name: person.name })}
            >
              {t('openFile')}
            </Link>
            {onUnsure !== undefined && (
              <Button size="sm" kind="quiet" busy={isBusy} onPress={onUnsure}>
                {t('unsure')}
              </Button>
            )}
          </Row>
        )}
      </Stack>
    </article>
  );
}

function KnownFacts({ person }: { readonly person: KnownHere }) {
  const { t } = useTranslation(['newCase', 'common']);
  const { maskedId, maskedMobile, birthDate, cases } = person;
  return (
    <>
      <Facts
        facts={[
          ...(maskedId === null
            ? []
            : [{ id: 'id', term: t('newCase:idOf'), value: <Bdi>{maskedId}</Bdi> }]),
          ...(maskedMobile === null
            ? []
            : [{ id: 'mobile', term: t('newCase:mobileOf'), value: <Bdi>{maskedMobile}</Bdi> }]),
          ...(birthDate === null
            ? []
            : [
                {
                  id: 'birth',
                  term: t('newCase:born'),
                  value: <PrintedDateText date={birthDate} layout="stack" />,
                },
              ]),
        ]}
      />
      <ul>
        {cases.map((each) => (
          <li key={each.caseId}>
            <Link to="/case/$caseId/$step" params={{ caseId: each.caseId, step: 'now' }}>
              <Bdi>{each.reference}</Bdi>
            </Link>{' '}
            · {t(`common:status.${each.status}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
