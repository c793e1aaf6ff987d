import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { dayOf } from '#renderer/language/days.ts';
import type { Contact } from '#shared/contracts/contacts.ts';
import type { BeneficiaryId } from '#shared/domain/identity.ts';
import styles from './MaybeContacts.module.css';
import { Words } from './summaryValue.tsx';

export interface MaybeContactsProps {
  readonly beneficiaryId: BeneficiaryId;
  readonly contacts: readonly Contact[];
}

/** Contacts over the same number that name nobody who is known: one press says that they are this person's. */
export function MaybeContacts({ beneficiaryId, contacts }: MaybeContactsProps) {
  const { t } = useTranslation(['contacts', 'common']);
  const { queries } = useDesk();
  const cache = useQueryClient();
  const titleId = useId();
  const link = useMutation(
    queries.contacts.namePerson.mutationOptions({
      onSuccess: () => cache.invalidateQueries({ queryKey: queries.contacts.key() }),
    }),
  );
  if (contacts.length === 0) return null;
  return (
    <section aria-labelledby={titleId} className={styles.maybe}>
      <Stack gap={2}>
        <h3 id={titleId} className={styles.title}>
          {t('contacts:maybeTitle')}
        </h3>
        <p className={styles.help}>{t('contacts:maybeHelp')}</p>
        <ul className={styles.list}>
          {contacts.map(({ contactId, topic, channel, name, at }) => (
            <li key={contactId} className={styles.item}>
              <span id={`maybe-${contactId}`}>
                <Link to="/contacts/$contactId" params={{ contactId }}>
                  <Words>{topic}</Words>
                </Link>
                <span className={styles.help}>
                  {t(`common:channel.${channel}`)} · <DayText day={dayOf(at)} />
                  {name !== null && (
                    <>
                      {' · '}
                      <Words>{name}</Words>
                    </>
                  )}
                </span>
              </span>
              <Button
                size="sm"
                describedBy={`maybe-${contactId}`}
                busy={link.isPending && link.variables.contactId === contactId}
                onPress={() => link.mutate({ contactId, beneficiaryId })}
              >
                {t('contacts:maybeLink')}
              </Button>
            </li>
          ))}
        </ul>
        <DeskErrorNote error={link.error} />
      </Stack>
    </section>
  );
}
