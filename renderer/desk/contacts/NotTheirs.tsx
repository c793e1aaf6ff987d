import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { Button } from '#renderer/components/Button.tsx';
import type { ContactId } from '#shared/domain/contacts/contactEvents.ts';

/** A contact that was said to be of somebody whose it is not; name and number stay on it. */
export function NotTheirs({ contactId }: { readonly contactId: ContactId }) {
  const { t } = useTranslation('contacts');
  const { queries } = useDesk();
  const cache = useQueryClient();
  const part = useMutation(
    queries.contacts.namePerson.mutationOptions({
      onSuccess: () => cache.invalidateQueries({ queryKey: queries.contacts.key() }),
    }),
  );
  return (
    <>
      <Button
        kind="quiet"
        busy={part.isPending}
        onPress={() => part.mutate({ contactId, beneficiaryId: null })}
      >
        {t('notTheirs')}
      </Button>
      <DeskErrorNote error={part.error} />
    </>
  );
}
