import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { NewPasswordFields } from '#renderer/access/NewPasswordFields.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Choice } from '#renderer/components/Choice.tsx';
import styles from '#renderer/components/Door.module.css';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { useNewPassword } from '#renderer/components/use-new-password.ts';
import { WorkProgress } from '#renderer/components/WorkProgress.tsx';
import { clockSecond, dayOf, spokenDay } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { OpenedCopy, Restored, RestoreProgress } from '#shared/contracts/restore.ts';
import { type DeskStatus, SHORTEST_PASSWORD } from '#shared/contracts/session.ts';
import { Door } from './Door.tsx';
import type { CopyKey } from './RestoreDoor.tsx';

const LOOK_EVERY_MS = 400;

/** What the copy holds, who enters first with which new password, and the restore itself. */
export function RestorePerson({
  copyKey,
  opened,
  setsAside,
  onBack,
  onDone,
}: {
  readonly copyKey: CopyKey;
  readonly opened: OpenedCopy;
  readonly setsAside: boolean;
  readonly onBack: () => void;
  readonly onDone: (result: { readonly status: DeskStatus; readonly restored: Restored }) => void;
}) {
  const { t } = useTranslation(['copies', 'session', 'errors', 'common']);
  const { client, queries } = useDesk();
  const language = useLanguage();
  const [actorId, setActorId] = useState(opened.people[0]?.actorId ?? null);
  const password = useNewPassword(SHORTEST_PASSWORD);
  const [asked, setAsked] = useState(false);
  const begin = useMutation({
    mutationFn: (person: Pick<OpenedCopy['people'][number], 'actorId'>) =>
      client.restore.begin({ ...copyKey, actorId: person.actorId, password: password.text }),
    onSuccess: onDone,
  });
  const { data } = useQuery({
    ...queries.restore.status.queryOptions(),
    refetchInterval: LOOK_EVERY_MS,
    enabled: begin.isPending,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const person = opened.people.find((each) => each.actorId === actorId);
    if (password.isGood && person && !begin.isPending) begin.mutate(person);
  };
  const { weekday, hijri } = spokenDay(dayOf(opened.madeAt), language);
  return (
    <Door
      title={t('copies:restore.personTitle')}
      line={t('copies:restore.personLine', {
        day: `${weekday} ${hijri}`,
        time: clockSecond(opened.madeAt),
      })}
    >
      <form className={styles.form} onSubmit={submit} noValidate>
        <Note tone="info">{`${opened.branchName} · ${t('copies:contents', opened.counts)}`}</Note>
        {setsAside && <Note tone="review">{t('copies:restore.asideNote')}</Note>}
        <Choice
          label={t('copies:restore.who')}
          help={opened.people.length > 1 ? t('copies:restore.whoHelp') : undefined}
          value={actorId}
          options={opened.people.map((person) => ({
            value: person.actorId,
            label: person.displayName,
          }))}
          onChange={(chosen) => {
            const person = opened.people.find((each) => each.actorId === chosen);
            setActorId(person?.actorId ?? null);
          }}
        />
        <NewPasswordFields
          password={password}
          asked={asked}
          label={t('session:newPassword')}
          help={t('session:passwordHelp')}
          tooShort={t('errors:passwordTooShort')}
        />
        <DeskErrorNote error={begin.error} />
        {begin.isPending && <Working progress={data?.progress ?? null} />}
        <div className={styles.actions}>
          <Button kind="main" type="submit" busy={begin.isPending}>
            {t('copies:restore.begin')}
          </Button>
          {!begin.isPending && <LinkButton onPress={onBack}>{t('common:back')}</LinkButton>}
        </div>
      </form>
    </Door>
  );
}

function Working({ progress }: { readonly progress: RestoreProgress | null }) {
  const { t } = useTranslation('copies');
  return (
    <WorkProgress
      label={t('restore.progressLabel')}
      words={
        progress === null ? t('restore.working') : t(`restore.stage.${progress.stage}`, progress)
      }
      done={progress?.done ?? 0}
      total={progress?.total ?? 0}
    />
  );
}
