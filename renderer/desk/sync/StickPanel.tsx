import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Download, Upload, Usb } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Progress } from '#renderer/components/Skeleton.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import { useSizeWords } from '#renderer/language/sizes.ts';
import { useParcelHolds } from '#renderer/language/useParcelHolds.ts';
import { piecesOf, saveFromPieces } from '#renderer/transport/filePieces.ts';
import type { AnswerOutcome, StickState, WrittenParcel } from '#shared/contracts/stick.ts';
import { LARGEST_ANSWER } from '#shared/protocol/sync/parcelAnswer.ts';
import styles from './sync.module.css';

const LOOK_EVERY_MS = 5_000;
const LOOK_WHILE_WRITING_MS = 300;

/** Without a network: a sealed file to headquarters on a stick, and its answer back. */
export function StickPanel() {
  const { t } = useTranslation('stick');
  const { queries } = useDesk();
  const [isWriting, setWriting] = useState(false);
  const { data } = useSuspenseQuery({
    ...queries.stick.state.queryOptions(),
    refetchInterval: isWriting ? LOOK_WHILE_WRITING_MS : LOOK_EVERY_MS,
  });
  const [received, setReceived] = useState<Received | null>(null);
  const save = useSaveFile(setReceived);
  const write = useWriteFile(save.mutate, setWriting);
  const answer = useTakeAnswer();
  return (
    <Panel title={t('title')}>
      <Stack gap={3}>
        <p className={styles.small}>{t('line')}</p>
        <DeskErrorNote error={write.error ?? save.error ?? answer.error} />
        {answer.data !== undefined && <AnswerNote outcome={answer.data} />}
        <Writing making={data.making} received={save.isPending ? received : null} />
        <Row>
          <Button
            icon={Usb}
            busy={write.isPending || save.isPending}
            blockedReason={data.canWrite ? null : t('keysFirst')}
            onPress={() => write.mutate()}
          >
            {t('write')}
          </Button>
          <AnswerFile busy={answer.isPending} onChosen={answer.mutate} />
        </Row>
        {data.latest !== null && !write.isPending && (
          <Latest latest={data.latest} onSave={save.mutate} />
        )}
      </Stack>
    </Panel>
  );
}

interface Received {
  readonly done: number;
  readonly total: number;
}

function Writing({
  making,
  received,
}: {
  readonly making: StickState['making'];
  readonly received: Received | null;
}) {
  const { t } = useTranslation('stick');
  const holds = useParcelHolds();
  const sizeWords = useSizeWords();
  if (making !== null) {
    return (
      <p className={styles.small} role="status">
        {t('making', { holds: holds(making), size: sizeWords(making.bytes) })}
      </p>
    );
  }
  return received === null ? null : (
    <Progress label={t('saving')} done={received.done} total={received.total} />
  );
}

function Latest({
  latest,
  onSave,
}: {
  readonly latest: NonNullable<StickState['latest']>;
  readonly onSave: (parcel: WrittenParcel) => void;
}) {
  const { t } = useTranslation('stick');
  const { today } = useOpenStatus();
  const holds = useParcelHolds();
  const { fileName, madeAt, expiresAt, answeredAt, isHere } = latest;
  return (
    <Note tone={answeredAt === null ? 'info' : 'ok'} slim live="status">
      <p>
        {t('latest')} <InstantText instant={madeAt} today={today} layout="line" />
      </p>
      <p>{t('holds', { holds: holds(latest) })}</p>
      <p className={styles.path}>
        <Bdi>{fileName}</Bdi>
      </p>
      {answeredAt === null ? (
        <>
          <p>
            {t('validUntil')} <InstantText instant={expiresAt} today={today} layout="line" />
          </p>
          {isHere && (
            <Button kind="quiet" size="sm" icon={Download} onPress={() => onSave(latest)}>
              {t('saveAgain')}
            </Button>
          )}
        </>
      ) : (
        <p>{t('answered')}</p>
      )}
    </Note>
  );
}

function AnswerFile({
  busy,
  onChosen,
}: {
  readonly busy: boolean;
  readonly onChosen: (file: File) => void;
}) {
  const { t } = useTranslation('stick');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".age"
        aria-label={t('readAnswer')}
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (chosen) onChosen(chosen);
        }}
      />
      <Button icon={Upload} busy={busy} onPress={() => input.current?.click()}>
        {t('readAnswer')}
      </Button>
    </>
  );
}

function AnswerNote({ outcome }: { readonly outcome: AnswerOutcome }) {
  const { t } = useTranslation(['stick', 'sync']);
  const holds = useParcelHolds();
  if (!outcome.ok) {
    return (
      <Note tone="review" live="status">
        {t(`stick:answerFault.${outcome.fault}`)}
      </Note>
    );
  }
  const { events, pages, received, refusal } = outcome;
  return (
    <Note tone={refusal === null ? 'ok' : 'review'} live="status">
      <p>
        {events + pages > 0
          ? t('stick:answerTaken', { holds: holds(outcome) })
          : t('stick:answerKnown')}
      </p>
      {received > 0 && <p>{t('stick:answerReceived', { count: received })}</p>}
      {refusal !== null && (
        <p>
          {t('stick:answerRefusal')} {t(`sync:refusal.${refusal}`)}
        </p>
      )}
    </Note>
  );
}

function useWriteFile(save: (parcel: WrittenParcel) => void, setWriting: (is: boolean) => void) {
  const { client } = useDesk();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => {
      setWriting(true);
      return client.stick.write();
    },
    onSuccess: save,
    onSettled: () => {
      setWriting(false);
      void refresh();
    },
  });
}

function useSaveFile(onReceived: (received: Received) => void) {
  const { client } = useDesk();
  return useMutation({
    mutationFn: ({ parcelId, fileName, bytes: size }: WrittenParcel) =>
      saveFromPieces(
        { fileName, size },
        (offset) => client.stick.read({ parcelId, offset }),
        (done) => onReceived({ done, total: size }),
      ),
  });
}

function useTakeAnswer() {
  const { client } = useDesk();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (file: File): Promise<AnswerOutcome> => {
      // An empty file has no piece.
      if (file.size === 0) return { ok: false, fault: 'notAParcel' };
      if (file.size > LARGEST_ANSWER) return { ok: false, fault: 'tooLarge' };
      for await (const piece of piecesOf(file)) {
        const { outcome } = await client.stick.takeAnswer(piece);
        if (outcome !== null) return outcome;
      }
      return { ok: false, fault: 'damaged' };
    },
    onSettled: () => void refresh(),
  });
}

function useRefresh() {
  const cache = useQueryClient();
  const { queries } = useDesk();
  return () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: queries.stick.state.queryKey() }),
      cache.invalidateQueries({ queryKey: queries.sync.status.queryKey() }),
    ]);
}
