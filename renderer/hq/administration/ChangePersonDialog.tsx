import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqPerson } from '#renderer/access/hq/status.ts';
import { NewPasswordFields } from '#renderer/access/NewPasswordFields.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useNewPassword } from '#renderer/components/use-new-password.ts';
import type { HqPersonListed } from '#shared/contracts/hq/people.ts';
import { HqName, SHORTEST_HQ_PASSWORD } from '#shared/contracts/hq/session.ts';
import type { HqRole } from '#shared/domain/hub/hqPermission.ts';
import { RoleBoxes } from './RoleBoxes.tsx';

export interface ChangePersonDialogProps {
  readonly person: HqPersonListed;
  readonly onClose: () => void;
}

/** Name, roles, a new password, and whether somebody still works here. Nobody is ever deleted. */
export function ChangePersonDialog({ person, onClose }: ChangePersonDialogProps) {
  const { t } = useTranslation(['hqAdministration', 'session', 'common', 'hqErrors']);
  const { queries } = useHq();
  const cache = useQueryClient();
  const isSelf = useHqPerson().personId === person.personId;
  const formId = useId();
  const [displayName, setDisplayName] = useState(person.displayName);
  const [roles, setRoles] = useState<readonly HqRole[]>(person.roles);
  const [active, setActive] = useState(person.active);
  const [asked, setAsked] = useState(false);
  const password = useNewPassword(SHORTEST_HQ_PASSWORD);
  const change = useMutation(
    queries.people.change.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries({ queryKey: queries.people.list.key() });
        if (isSelf) await cache.invalidateQueries({ queryKey: queries.session.status.key() });
        onClose();
      },
    }),
  );
  const name = HqName.safeParse(displayName);
  const newPassword = password.text === '' && password.again === '' ? null : password;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!name.success || roles.length === 0 || newPassword?.isGood === false) return;
    change.mutate({
      personId: person.personId,
      displayName: name.data,
      roles: [...roles],
      active,
      ...(newPassword === null ? {} : { password: newPassword.text }),
    });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="lg"
      closeLabel={t('common:close')}
      title={t('hqAdministration:changePerson', { name: person.displayName })}
      foot={
        <>
          <Button kind="main" type="submit" form={formId} busy={change.isPending}>
            {t('hqAdministration:save')}
          </Button>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <Stack>
          <Fields>
            <TextField
              span={12}
              autoFocus
              label={t('hqAdministration:name')}
              value={displayName}
              onChange={setDisplayName}
              error={asked && !name.success ? t('session:tooShort') : undefined}
            />
          </Fields>
          <RoleBoxes
            roles={roles}
            onChange={setRoles}
            error={asked && roles.length === 0 ? t('hqAdministration:rolesMissing') : undefined}
          />
          {!isSelf && (
            <Fields>
              <NewPasswordFields
                span={6}
                tooShort={t('hqErrors:passwordTooShort')}
                password={password}
                asked={asked && newPassword !== null}
                label={t('hqAdministration:newPassword')}
                help={t('hqAdministration:newPasswordHelp')}
              />
            </Fields>
          )}
          <Checkbox
            label={t('hqAdministration:worksHere')}
            description={t(
              isSelf ? 'hqAdministration:worksHereSelf' : 'hqAdministration:worksHereHelp',
            )}
            isBlocked={isSelf}
            isChecked={active}
            onChange={setActive}
          />
          <HqErrorNote error={change.error} />
        </Stack>
      </form>
    </Dialog>
  );
}
