import { UserCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { PhoneField } from '#renderer/components/NumericFields.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { VisuallyHidden } from '#renderer/components/VisuallyHidden.tsx';
import { KnownPersonCard } from './known/KnownPersonCard.tsx';
import type { Who } from './useWho.ts';

export interface WhoFieldsProps {
  readonly id: string;
  readonly who: Who;
  readonly error: string | undefined;
  readonly autoFocus?: boolean;
}

/** A name and a number; whoever is known already stands under them and is taken by one press. */
export function WhoFields({ id, who, error, autoFocus = false }: WhoFieldsProps) {
  const { t } = useTranslation('contacts');
  if (who.isGiven) {
    return (
      <Note tone="info" slim>
        {t('whoGiven')}
      </Note>
    );
  }
  if (who.chosen !== null) {
    return (
      <Note
        tone="ok"
        slim
        icon={UserCheck}
        action={
          <Button size="sm" autoFocus onPress={() => who.choose(null)}>
            {t('whoOther')}
          </Button>
        }
      >
        {who.chosen.name}
        {who.chosen.maskedId !== null && (
          <>
            {' · '}
            <Bdi>{who.chosen.maskedId}</Bdi>
          </>
        )}
      </Note>
    );
  }
  return (
    <Stack gap={3}>
      <Fields>
        <TextField
          id={id}
          label={t('name')}
          help={t('nameHelp')}
          span={6}
          autoFocus={autoFocus}
          error={error}
          value={who.name}
          onChange={who.setName}
        />
        <PhoneField
          id={`${id}-phone`}
          label={t('phone')}
          span={6}
          value={who.phone}
          onChange={who.setPhone}
        />
      </Fields>
      <LikelyPeople who={who} />
      <div aria-live="polite">
        {who.found.length > 0 && (
          <Stack gap={2}>
            <span>{t('whoKnown')}</span>
            <Row gap={2}>
              {who.found.map((person) => (
                <Button
                  key={person.beneficiaryId}
                  size="sm"
                  icon={UserCheck}
                  onPress={() => who.choose(person)}
                >
                  {person.name}
                  {person.maskedId !== null && (
                    <>
                      {' · '}
                      <Bdi>{person.maskedId}</Bdi>
                    </>
                  )}
                </Button>
              ))}
            </Row>
          </Stack>
        )}
      </div>
    </Stack>
  );
}

/** Who may be meant although something was mistyped; nobody, nothing. */
function LikelyPeople({ who }: { readonly who: Who }) {
  const { t } = useTranslation('known');
  const { likely, choose, dismiss } = who;
  return (
    <>
      <VisuallyHidden>
        <span role="status">{likely.length > 0 ? t('count', { count: likely.length }) : ''}</span>
      </VisuallyHidden>
      {likely.map((person) => (
        <KnownPersonCard
          key={person.subject}
          person={person}
          isBusy={false}
          onSame={() => {
            const { beneficiaryId, name, maskedId, maskedMobile, birthDate, cases } = person;
            choose({
              beneficiaryId,
              name,
              maskedId,
              maskedMobile,
              birthDate,
              cases,
              matchedOn: [],
            });
          }}
          onAnother={null}
          onDismiss={() => dismiss(person.beneficiaryId)}
        />
      ))}
    </>
  );
}
