import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { HardDriveDownload } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { FolderField } from '#renderer/access/FolderField.tsx';
import { useOpenStatus } from '#renderer/access/status.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Note, type NoteTone } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { WorkProgress } from '#renderer/components/WorkProgress.tsx';
import { clockTime, dayOf, spokenDay } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { CopiesStatus } from '#shared/contracts/copies.ts';
import styles from './sync.module.css';

const LOOK_EVERY_MS = 5_000;
const LOOK_WHILE_COPYING_MS = 300;

/** The copies on a stick: where, the last one and its check, and one now. */
export function CopiesPanel() {
  const { t } = useTranslation('copies');
  const { queries } = useDesk();
  const { branch } = useOpenStatus();
  const { data } = useSuspenseQuery({
    ...queries.copies.status.queryOptions(),
    refetchInterval: ({ state }) =>
      state.data?.progress == null ? LOOK_EVERY_MS : LOOK_WHILE_COPYING_MS,
  });
  return (
    <Panel title={t('title')} compact>
      <Stack gap={3}>
        {data.progress === null ? <Last status={data} /> : <Making progress={data.progress} />}
        {branch.training && (
          <Note tone="gold" slim>
            {t('training')}
          </Note>
        )}
        {data.folder === null ? <ChooseFolder status={data} /> : <Chosen status={data} />}
      </Stack>
    </Panel>
  );
}

/** What is true of copies now, the gravest first. */
function Last({ status }: { readonly status: CopiesStatus }) {
  const { t } = useTranslation(['copies', 'errors']);
  const { folder, last, problem, problemFile, isOverdue, eventsSince } = status;
  const made = useMadeSentence(status);
  const tone: NoteTone = isOverdue ? 'review' : last === null ? 'info' : 'ok';
  return (
    <Stack gap={2}>
      {problem !== null && (
        <Note tone="stop" slim live="alert">
          {t(`errors:${problem}`, { path: problemFile ?? '' })}
        </Note>
      )}
      <Note tone={tone} slim live="status">
        {made}
        {isOverdue && folder !== null && ` ${t('copies:overdue')}`}
      </Note>
      {last !== null && (
        <span className={styles.small}>
          {t('copies:contents', {
            cases: last.cases,
            drafts: last.drafts,
            pictures: last.pictures,
            events: last.events,
          })}
          {' · '}
          {t('copies:since', { count: eventsSince })}
          {' · '}
          {t('copies:kept', { count: last.kept })}
        </span>
      )}
    </Stack>
  );
}

function useMadeSentence({ folder, last }: CopiesStatus): string {
  const { t } = useTranslation('copies');
  const { today } = useOpenStatus();
  const language = useLanguage();
  if (last === null) return folder === null ? t('noFolder') : t('never');
  const day = dayOf(last.madeAt);
  if (day === today) return t('madeToday', { time: clockTime(last.madeAt) });
  const { weekday, hijri } = spokenDay(day, language);
  return t('madeOn', { day: `${weekday} ${hijri}` });
}

function Making({ progress }: { readonly progress: NonNullable<CopiesStatus['progress']> }) {
  const { t } = useTranslation('copies');
  const { stage, done, total } = progress;
  return (
    <WorkProgress
      label={t('progressLabel')}
      words={t(`stage.${stage}`, { done, total })}
      done={done}
      total={total}
    />
  );
}

function Chosen({ status }: { readonly status: CopiesStatus }) {
  const { t } = useTranslation('copies');
  const { client } = useDesk();
  const [changes, setChanges] = useState(false);
  const make = useCopiesAction(() => client.copies.makeNow());
  if (changes) return <ChooseFolder status={status} onDone={() => setChanges(false)} />;
  const { folder, folderIsThere, progress } = status;
  return (
    <Stack gap={2}>
      <Stack gap={1}>
        <span className={styles.small}>{t('folder')}</span>
        <span className={styles.path}>
          <Bdi>{folder}</Bdi>
        </span>
      </Stack>
      {!folderIsThere && (
        <Note tone="info" slim live="status">
          {t('folderGone')}
        </Note>
      )}
      <DeskErrorNote error={make.error} />
      <Row>
        <Button
          kind="main"
          icon={HardDriveDownload}
          busy={make.isPending || progress !== null}
          onPress={() => make.mutate()}
        >
          {t('makeNow')}
        </Button>
        <Button kind="quiet" size="sm" onPress={() => setChanges(true)}>
          {t('changeFolder')}
        </Button>
      </Row>
    </Stack>
  );
}

/** A path is typed, and where the host has a dialog it is chosen there. */
function ChooseFolder({
  status,
  onDone,
}: {
  readonly status: CopiesStatus;
  readonly onDone?: () => void;
}) {
  const { t } = useTranslation('copies');
  const { client } = useDesk();
  const [path, setPath] = useState(status.folder ?? '');
  const choose = useCopiesAction((typed: string) => client.copies.chooseFolder({ path: typed }));
  const take = (typed: string) => choose.mutate(typed, { onSuccess: () => onDone?.() });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        take(path);
      }}
    >
      <Stack gap={2}>
        <p className={styles.small}>{t('why')}</p>
        <FolderField
          path={path}
          onChange={setPath}
          onChosen={take}
          canBrowse={status.canBrowse}
          autoFocus={onDone !== undefined}
        />
        <DeskErrorNote error={choose.error} />
        <Row>
          <Button
            type="submit"
            kind="main"
            busy={choose.isPending}
            blockedReason={path.trim() === '' ? t('folderFirst') : null}
          >
            {t('useFolder')}
          </Button>
          {onDone !== undefined && (
            <Button kind="quiet" size="sm" onPress={onDone}>
              {t('leaveFolder')}
            </Button>
          )}
        </Row>
      </Stack>
    </form>
  );
}

/** Something that is done about copies and answers with how it stands: the panel shows that at once. */
function useCopiesAction<Input = void>(act: (input: Input) => Promise<CopiesStatus>) {
  const cache = useQueryClient();
  const { queries } = useDesk();
  return useMutation({
    mutationFn: act,
    onSuccess: (status) => cache.setQueryData(queries.copies.status.queryKey(), status),
  });
}
