import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote, useDeskErrorSentence } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { DayField, dayTyped } from '#renderer/caseParts/DayField.tsx';
import { KeptLine } from '#renderer/caseParts/KeptLine.tsx';
import { useKeptFields } from '#renderer/caseParts/useKeptFields.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import type { ContactId } from '#shared/domain/contacts/contactEvents.ts';

/** What was done after a contact, and whether more is to come; kept while it is written. */
export function FollowUpForm({ contactId }: { readonly contactId: ContactId }) {
  const { t } = useTranslation('contacts');
  const { queries } = useDesk();
  const { today } = useOpenStatus();
  const cache = useQueryClient();
  const form = useKeptFields(`followUp/${contactId}`);
  const [isAsked, setAsked] = useState(false);
  const followUp = useMutation(
    queries.contacts.followUp.mutationOptions({
      onSuccess: () => {
        form.forget();
        setAsked(false);
        return Promise.all([
          cache.invalidateQueries({ queryKey: queries.contacts.key() }),
          cache.invalidateQueries({ queryKey: queries.today.key() }),
          cache.invalidateQueries({ queryKey: queries.safety.key() }),
        ]);
      },
    }),
  );
  const outcome = form.text('outcome');
  const more = form.text('more') !== '';
  const day = dayTyped(form.text('by'));
  const isDayMissing = more && (day === null || day < today);
  const save = async () => {
    setAsked(true);
    if (outcome.trim() === '') focusField('follow-up-outcome');
    else if (isDayMissing) focusField('follow-up-by');
    else if (!followUp.isPending) {
      await form.flush();
      followUp.mutate({ contactId, outcome, nextBy: more ? day : null });
    }
  };
  return (
    <Panel title={t('followUpTitle')}>
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap={4}>
          <TextArea
            id="follow-up-outcome"
            label={t('outcome')}
            isRequired
            error={isAsked && outcome.trim() === '' ? t('outcomeNeeded') : undefined}
            value={outcome}
            onChange={(text) => form.set('outcome', text)}
          />
          <Checkbox
            label={t('followsUpAgain')}
            isChecked={more}
            onChange={(isChecked) => form.set('more', isChecked ? 'yes' : '')}
          />
          {more && (
            <Fields>
              <DayField
                id="follow-up-by"
                label={t('followUpBy')}
                span={6}
                isRequired
                error={isAsked && isDayMissing ? t('followUpNeeded') : undefined}
                value={form.text('by')}
                onChange={(by) => form.set('by', by)}
              />
            </Fields>
          )}
          <DeskErrorNote error={followUp.error} />
          <Row>
            <Button kind="main" type="submit" busy={followUp.isPending}>
              {t('saveFollowUp')}
            </Button>
            <KeptLine parts={[form]} useSentence={useDeskErrorSentence} />
          </Row>
        </Stack>
      </form>
    </Panel>
  );
}
