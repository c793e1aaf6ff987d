import { useMutation } from '@tanstack/react-query';
import { Download, Link2, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import type { Enrolment } from '#shared/contracts/sync.ts';
import styles from './sync.module.css';
import { useSyncAction } from './useSyncAction.ts';

type Open = Exclude<Enrolment, { state: 'enrolled' }>;

/** How this laptop becomes known to headquarters: by the network, or by a file on a stick. */
export function EnrolmentPanel({ enrolment }: { readonly enrolment: Open }) {
  const { t } = useTranslation('sync');
  return (
    <Panel title={t('enrolTitle')} note={t('enrolNote')}>
      {enrolment.state === 'none' ? <Ask /> : <Asked enrolment={enrolment} />}
    </Panel>
  );
}

function Ask() {
  const { t } = useTranslation('sync');
  const { client } = useDesk();
  const [url, setUrl] = useState('');
  const enrol = useSyncAction((hubUrl: string) => client.sync.enrol({ hubUrl }));
  const file = useRequestFile();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        enrol.mutate(url);
      }}
    >
      <Stack gap={3}>
        <TextField
          label={t('address')}
          help={t('addressHelp')}
          value={url}
          onChange={setUrl}
          dir="ltr"
          placeholder="https://"
        />
        <DeskErrorNote error={enrol.error ?? file.error} />
        <Row>
          <Button
            type="submit"
            kind="main"
            icon={Link2}
            busy={enrol.isPending}
            blockedReason={url.trim() === '' ? t('addressFirst') : null}
          >
            {t('enrol')}
          </Button>
          <Button icon={Download} busy={file.isPending} onPress={() => file.mutate()}>
            {t('requestFile')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}

function Asked({ enrolment }: { readonly enrolment: Exclude<Open, { state: 'none' }> }) {
  const { t } = useTranslation('sync');
  const { client } = useDesk();
  const cancel = useSyncAction(() => client.sync.cancelEnrolment());
  const file = useRequestFile();
  const byFile = enrolment.hubUrl === null;
  return (
    <Stack gap={3}>
      {enrolment.state === 'refused' ? (
        <Note tone="review" live="status">
          {t('enrolRefused')}
        </Note>
      ) : (
        <>
          <p>{t(byFile ? 'codeForFile' : 'codeForNetwork')}</p>
          <p className={styles.code}>
            <Bdi>{enrolment.code}</Bdi>
          </p>
          {!byFile && (
            <Note tone="info" slim live="status">
              {t('waitsForApproval')}
            </Note>
          )}
        </>
      )}
      {enrolment.state === 'asking' && byFile && <TakeAnswer />}
      <DeskErrorNote error={cancel.error ?? file.error} />
      <Row>
        {byFile && enrolment.state === 'asking' && (
          <Button icon={Download} busy={file.isPending} onPress={() => file.mutate()}>
            {t('requestFileAgain')}
          </Button>
        )}
        <Button kind="quiet" busy={cancel.isPending} onPress={() => cancel.mutate()}>
          {t('cancelEnrolment')}
        </Button>
      </Row>
    </Stack>
  );
}

function TakeAnswer() {
  const { t } = useTranslation('sync');
  const { client } = useDesk();
  const [code, setCode] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const take = useSyncAction(async (chosen: File) =>
    client.sync.takeAnswer({ content: (await chosen.text()).slice(0, 20_000), code }),
  );
  return (
    <Stack gap={2}>
      <TextField
        label={t('answerCode')}
        help={t('answerCodeHelp')}
        value={code}
        onChange={setCode}
        dir="ltr"
        span={4}
      />
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label={t('answerFile')}
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (chosen) take.mutate(chosen);
        }}
      />
      <DeskErrorNote error={take.error} />
      <Row>
        <Button
          icon={Upload}
          busy={take.isPending}
          blockedReason={code.trim() === '' ? t('answerCodeFirst') : null}
          onPress={() => input.current?.click()}
        >
          {t('answerFile')}
        </Button>
      </Row>
    </Stack>
  );
}

/** Makes the request and hands it to the browser as a file. */
function useRequestFile() {
  const { client } = useDesk();
  const refresh = useSyncAction(() => client.sync.status());
  return useMutation({
    mutationFn: () => client.sync.requestFile(),
    onSuccess: ({ fileName, content }) => {
      const address = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
      const anchor = document.createElement('a');
      anchor.href = address;
      anchor.download = fileName;
      anchor.click();
      URL.revokeObjectURL(address);
      refresh.mutate();
    },
  });
}
