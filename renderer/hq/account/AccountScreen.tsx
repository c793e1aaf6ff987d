import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqPerson, useTakeHqStatus } from '#renderer/access/hq/status.ts';
import { NewPasswordFields } from '#renderer/access/NewPasswordFields.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Facts } from '#renderer/components/Facts.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Page, Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { PasswordField } from '#renderer/components/PasswordField.tsx';
import { useNewPassword } from '#renderer/components/use-new-password.ts';
import { hqErrorOf } from '#renderer/transport/hqClient.ts';
import { SHORTEST_HQ_PASSWORD } from '#shared/contracts/hq/session.ts';

/** What headquarters knows of whoever sits here, and a new password for them. */
export function AccountScreen() {
  const { t } = useTranslation([
    'hqAdministration',
    'hqSession',
    'staff',
    'session',
    'hqErrors',
    'errors',
  ]);
  const { queries } = useHq();
  const takeStatus = useTakeHqStatus();
  const person = useHqPerson();
  const [own, setOwn] = useState('');
  const [asked, setAsked] = useState(false);
  const password = useNewPassword(SHORTEST_HQ_PASSWORD);
  const change = useMutation(
    queries.session.changePassword.mutationOptions({
      onSuccess: (status) => {
        takeStatus(status);
        setOwn('');
        setAsked(false);
        password.clear();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (own === '' || !password.isGood) return;
    change.mutate({ password: own, newPassword: password.text });
  };
  // Here the user name was not typed, so that nothing is said of it.
  const isWrongNow = change.error !== null && hqErrorOf(change.error).code === 'wrongPassword';
  return (
    <Page title={person.displayName} subtitle={<Bdi>{person.userName}</Bdi>}>
      <Stack>
        <Panel title={t('hqAdministration:roles')}>
          <Facts
            layout="columns"
            facts={person.roles.map((role) => ({
              id: role,
              term: t(`hqAdministration:role.${role}`),
              value: t(`hqAdministration:roleMay.${role}`),
            }))}
          />
        </Panel>
        <Panel title={t('staff:change')}>
          <form onSubmit={submit} noValidate>
            <Stack>
              <Fields>
                <PasswordField
                  showLabel={t('session:showPassword')}
                  hideLabel={t('session:hidePassword')}
                  autoComplete="current-password"
                  label={t('staff:ownPassword')}
                  value={own}
                  onChange={setOwn}
                  error={asked && own === '' ? t('staff:ownPasswordMissing') : undefined}
                />
                <NewPasswordFields
                  password={password}
                  asked={asked}
                  span={6}
                  label={t('session:newPassword')}
                  help={t('hqSession:passwordHelp')}
                  tooShort={t('hqErrors:passwordTooShort')}
                />
              </Fields>
              {isWrongNow ? (
                <Note tone="stop" live="alert">
                  {t('errors:wrongPassword')}
                </Note>
              ) : (
                <HqErrorNote error={change.error} />
              )}
              {change.isSuccess && !asked && (
                <Note tone="ok" live="status">
                  {t('hqSession:passwordChanged')}
                </Note>
              )}
              <Row>
                <Button type="submit" busy={change.isPending}>
                  {t('staff:changeButton')}
                </Button>
              </Row>
            </Stack>
          </form>
        </Panel>
      </Stack>
    </Page>
  );
}
