import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { NewPasswordFields } from '#renderer/access/NewPasswordFields.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useNewPassword } from '#renderer/components/use-new-password.ts';
import { HqName, SHORTEST_HQ_PASSWORD, UserName } from '#shared/contracts/hq/session.ts';
import type { HqRole } from '#shared/domain/hub/hqPermission.ts';
import { RoleBoxes } from './RoleBoxes.tsx';

/** Another person for headquarters. What was typed stays when the hub refuses it. */
export function AddPersonDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['hqAdministration', 'hqSession', 'session', 'common', 'hqErrors']);
  const { queries } = useHq();
  const cache = useQueryClient();
  const formId = useId();
  const [displayName, setDisplayName] = useState('');
  const [userName, setUserName] = useState('');
  const [roles, setRoles] = useState<readonly HqRole[]>([]);
  const [asked, setAsked] = useState(false);
  const password = useNewPassword(SHORTEST_HQ_PASSWORD);
  const add = useMutation(
    queries.people.add.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries({ queryKey: queries.people.list.key() });
        onClose();
      },
    }),
  );
  const name = HqName.safeParse(displayName);
  const user = UserName.safeParse(userName);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!name.success || !user.success || roles.length === 0 || !password.isGood) return;
    add.mutate({
      displayName: name.data,
      userName: user.data,
      roles: [...roles],
      password: password.text,
    });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="lg"
      closeLabel={t('common:close')}
      title={t('hqAdministration:addPerson')}
      foot={
        <>
          <Button kind="main" type="submit" form={formId} busy={add.isPending}>
            {t('hqAdministration:addPersonNow')}
          </Button>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <Stack>
          <Fields>
            <TextField
              span={6}
              autoFocus
              label={t('hqAdministration:name')}
              help={t('hqSession:displayNameHelp')}
              value={displayName}
              onChange={setDisplayName}
              error={asked && !name.success ? t('session:tooShort') : undefined}
            />
            <TextField
              span={6}
              dir="ltr"
              label={t('hqSession:userName')}
              help={t('hqSession:userNameHelp')}
              value={userName}
              onChange={setUserName}
              error={asked && !user.success ? t('hqSession:userNameError') : undefined}
            />
            <NewPasswordFields
              span={6}
              tooShort={t('hqErrors:passwordTooShort')}
              password={password}
              asked={asked}
              label={t('hqAdministration:firstPassword')}
              help={t('hqAdministration:firstPasswordHelp')}
            />
          </Fields>
          <RoleBoxes
            roles={roles}
            onChange={setRoles}
            error={asked && roles.length === 0 ? t('hqAdministration:rolesMissing') : undefined}
          />
          <HqErrorNote error={add.error} />
        </Stack>
      </form>
    </Dialog>
  );
}
