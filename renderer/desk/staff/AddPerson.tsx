import { useMutation, useQueryClient } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { NewPasswordFields } from '#renderer/access/NewPasswordFields.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Choice } from '#renderer/components/Choice.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useNewPassword } from '#renderer/components/use-new-password.ts';
import { SHORTEST_PASSWORD } from '#shared/contracts/session.ts';
import { BranchRole } from '#shared/domain/case/permission.ts';
import { OwnPasswordField } from './OwnPasswordField.tsx';
import styles from './staff.module.css';

const SHORTEST_NAME = 2;

/** Another person for this laptop, who types their password themselves. */
export function AddPerson() {
  const { t } = useTranslation(['staff', 'session', 'errors']);
  const { queries } = useDesk();
  const cache = useQueryClient();
  const [name, setName] = useState('');
  const [role, setRole] = useState<BranchRole>('representative');
  const [own, setOwn] = useState('');
  const [asked, setAsked] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const password = useNewPassword(SHORTEST_PASSWORD);
  const add = useMutation(
    queries.staff.add.mutationOptions({
      onSuccess: (staff, { displayName }) => {
        cache.setQueryData(queries.staff.list.queryKey(), staff);
        setAdded(displayName);
        setName('');
        setOwn('');
        setAsked(false);
        password.clear();
      },
    }),
  );
  const displayName = name.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    setAdded(null);
    if (displayName.length < SHORTEST_NAME || !password.isGood || own === '') return;
    add.mutate({ displayName, role, password: password.text, ownPassword: own });
  };
  return (
    <Panel title={t('staff:add')} note={t('staff:addNote')}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <Fields>
          <TextField
            span={6}
            label={t('staff:name')}
            help={t('session:personNameHelp')}
            value={name}
            onChange={setName}
            error={asked && displayName.length < SHORTEST_NAME ? t('session:tooShort') : undefined}
          />
          <Choice
            span={6}
            label={t('staff:role')}
            value={role}
            options={BranchRole.options.map((each) => ({
              value: each,
              label: t(`staff:roles.${each}`),
            }))}
            onChange={(chosen) => setRole(BranchRole.parse(chosen))}
          />
          <NewPasswordFields
            password={password}
            asked={asked}
            span={6}
            label={t('staff:theirPassword')}
            help={t('staff:theirPasswordHelp')}
            tooShort={t('errors:passwordTooShort')}
          />
          <OwnPasswordField
            value={own}
            onChange={setOwn}
            help={t('staff:ownPasswordHelp')}
            error={asked && own === '' ? t('staff:ownPasswordMissing') : undefined}
          />
        </Fields>
        <DeskErrorNote error={add.error} />
        {added !== null && (
          <Note tone="ok" live="status">
            {t('staff:addedNow', { name: added })}
          </Note>
        )}
        <div>
          <Button kind="main" type="submit" icon={UserPlus} busy={add.isPending}>
            {t('staff:addButton')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
