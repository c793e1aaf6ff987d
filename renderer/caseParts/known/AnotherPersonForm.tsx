import { Save } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { TextField } from '#renderer/components/TextField.tsx';

export interface AnotherPersonFormProps {
  readonly isBusy: boolean;
  readonly onSave: (reason: string) => void;
  readonly onBack: () => void;
}

/** Why it is another person: a word, so that nobody asks again. */
export function AnotherPersonForm({ isBusy, onSave, onBack }: AnotherPersonFormProps) {
  const { t } = useTranslation('known');
  const id = useId();
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const isEmpty = reason.trim() === '';
  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        event.stopPropagation();
        setAsked(true);
        if (isEmpty) focusField(id);
        else onSave(reason.trim());
      }}
    >
      <Stack gap={2}>
        <TextField
          id={id}
          label={t('anotherTitle')}
          help={t('anotherHelp')}
          isRequired
          autoFocus
          error={isAsked && isEmpty ? t('anotherMissing') : undefined}
          value={reason}
          onChange={setReason}
        />
        <Row gap={2}>
          <Button size="sm" type="submit" icon={Save} busy={isBusy}>
            {t('anotherSave')}
          </Button>
          <Button size="sm" kind="quiet" onPress={onBack}>
            {t('back')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
