import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { KnownElsewhereCard } from '#renderer/caseParts/known/KnownElsewhereCard.tsx';
import { KnownPersonCard } from '#renderer/caseParts/known/KnownPersonCard.tsx';
import { Badge } from '#renderer/components/Badge.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Facts } from '#renderer/components/Facts.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { VisuallyHidden } from '#renderer/components/VisuallyHidden.tsx';
import { PrintedDateText } from '#renderer/language/dates.tsx';
import type { KnownElsewhere, KnownHere } from '#shared/contracts/known.ts';
import type { PersonFound } from '#shared/contracts/people.ts';
import type { KnownPersonAnswer } from '#shared/domain/case/knownEvents.ts';
import type { BeneficiaryId } from '#shared/domain/identity.ts';

export interface KnownPeopleProps {
  /** Who may be meant by what was typed, whatever was mistyped of it; the likeliest first. */
  readonly likely: readonly KnownHere[];
  readonly elsewhere: readonly KnownElsewhere[];
  readonly onAnswer: (answer: KnownPersonAnswer) => void;
  /** Null while too little is typed to search by. */
  readonly people: readonly PersonFound[] | null;
  readonly isSearching: boolean;
  readonly isBusy: boolean;
  readonly onNewRequest: (beneficiaryId: BeneficiaryId) => void;
}

/** Who of this office's people it may be; a known person's file is gone on with. */
export function KnownPeople(props: KnownPeopleProps) {
  const { people, isSearching, isBusy, onNewRequest, likely, elsewhere, onAnswer } = props;
  const { t } = useTranslation(['newCase', 'known']);
  const count = likely.length + elsewhere.length;
  return (
    <Panel title={t('results')} compact>
      <VisuallyHidden>
        <span role="status">{count > 0 ? t('known:count', { count }) : ''}</span>
      </VisuallyHidden>
      {count > 0 && (
        <Stack gap={5}>
          {likely.map((person) => (
            <KnownPersonCard
              key={person.subject}
              person={person}
              isBusy={isBusy}
              sameLabel={t('sameFile')}
              onSame={() => onNewRequest(person.beneficiaryId)}
              onAnother={(reason) =>
                onAnswer({ subject: person.subject, answer: 'another', reason })
              }
            />
          ))}
          {elsewhere.map((entry) => (
            <KnownElsewhereCard
              key={entry.subject}
              entry={entry}
              caseId={null}
              isBusy={isBusy}
              onAnswer={(answer, reason) => onAnswer({ subject: entry.subject, answer, reason })}
            />
          ))}
          {people !== null && people.length > 0 && <h3>{t('known:alsoFound')}</h3>}
        </Stack>
      )}
      <div aria-live="polite" aria-busy={isSearching}>
        {people === null ? (
          count === 0 && t('nothingTyped')
        ) : people.length === 0 ? (
          count === 0 && t(isSearching ? 'searching' : 'nobody')
        ) : (
          <Stack gap={5}>
            {people.map((person) => (
              <Person
                key={person.beneficiaryId}
                person={person}
                isBusy={isBusy}
                onNewRequest={onNewRequest}
              />
            ))}
          </Stack>
        )}
      </div>
    </Panel>
  );
}

interface PersonProps {
  readonly person: PersonFound;
  readonly isBusy: boolean;
  readonly onNewRequest: (beneficiaryId: BeneficiaryId) => void;
}

function Person({ person, isBusy, onNewRequest }: PersonProps) {
  const { t } = useTranslation(['newCase', 'common']);
  return (
    <article aria-label={person.name}>
      <Stack gap={2}>
        <strong>
          <Link to="/beneficiaries/$beneficiaryId" params={{ beneficiaryId: person.beneficiaryId }}>
            {person.name}
          </Link>
        </strong>
        <Row gap={1}>
          {person.matchedOn.map((part) => (
            <Badge key={part} tone={part === 'id' ? 'ok' : 'info'} icon={CircleCheck}>
              {t(`newCase:matchedOn.${part}`)}
            </Badge>
          ))}
        </Row>
        <Facts
          facts={[
            ...(person.maskedId === null
              ? []
              : [{ id: 'id', term: t('newCase:idOf'), value: <Bdi>{person.maskedId}</Bdi> }]),
            ...(person.maskedMobile === null
              ? []
              : [
                  {
                    id: 'mobile',
                    term: t('newCase:mobileOf'),
                    value: <Bdi>{person.maskedMobile}</Bdi>,
                  },
                ]),
            ...(person.birthDate === null
              ? []
              : [
                  {
                    id: 'birth',
                    term: t('newCase:born'),
                    value: <PrintedDateText date={person.birthDate} layout="stack" />,
                  },
                ]),
          ]}
        />
        <ul>
          {person.cases.map((each) => (
            <li key={each.caseId}>
              <Link to="/case/$caseId/$step" params={{ caseId: each.caseId, step: 'now' }}>
                <Bdi>{each.reference}</Bdi>
              </Link>{' '}
              · {t(`common:status.${each.status}`)}
            </li>
          ))}
        </ul>
        <div>
          <Button size="sm" busy={isBusy} onPress={() => onNewRequest(person.beneficiaryId)}>
            {t('newCase:sameFile')}
          </Button>
        </div>
      </Stack>
    </article>
  );
}
