import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Download, Usb } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Progress } from '#renderer/components/Skeleton.tsx';
import { useParcelHolds } from '#renderer/language/useParcelHolds.ts';
import { piecesOf } from '#renderer/transport/filePieces.ts';
import type { TransferState } from '#shared/contracts/hq/parcels.ts';
import { useSaveAnswer } from './useSaveAnswer.ts';

const LOOK_EVERY_MS = 300;

type Ended = Extract<TransferState, { phase: 'read' | 'refused' }>;
type UnderWay = Exclude<TransferState, Ended>;

/** A branch's file goes to the hub piece by piece, is read there, and leaves an answer for its way back. */
export function ReadParcel() {
  const { t } = useTranslation('stick');
  const input = useRef<HTMLInputElement>(null);
  const [underWay, setUnderWay] = useState<UnderWay | null>(null);
  const read = useReadFile(setUnderWay);
  return (
    <Panel title={t('hqTitle')}>
      <Stack gap={3}>
        <p>{t('hqLine')}</p>
        <HqErrorNote error={read.error} />
        {read.isPending && underWay !== null && <HowFar state={underWay} />}
        {read.data !== undefined && !read.isPending && <Outcome state={read.data} />}
        <Row>
          <input
            ref={input}
            type="file"
            hidden
            accept=".age"
            aria-label={t('hqRead')}
            onChange={(event) => {
              const chosen = event.currentTarget.files?.[0];
              event.currentTarget.value = '';
              if (chosen) read.mutate(chosen);
            }}
          />
          <Button
            kind="main"
            icon={Usb}
            busy={read.isPending}
            onPress={() => input.current?.click()}
          >
            {t('hqRead')}
          </Button>
        </Row>
      </Stack>
    </Panel>
  );
}

function HowFar({ state }: { readonly state: UnderWay }) {
  const { t } = useTranslation('stick');
  const holds = useParcelHolds();
  if (state.phase === 'receiving') {
    return <Progress label={t('hqSending')} done={state.received} total={state.size} />;
  }
  return (
    <Stack gap={1}>
      <Progress label={t('hqReadingLabel')} done={state.bytesRead} total={state.size} />
      <p role="status">{t('hqReading', { holds: holds(state) })}</p>
    </Stack>
  );
}

function Outcome({ state }: { readonly state: Ended }) {
  const { t } = useTranslation(['stick', 'sync']);
  const save = useSaveAnswer();
  const holds = useParcelHolds();
  if (state.phase === 'refused') {
    return (
      <Note tone="stop" live="alert">
        {t(`stick:fault.${state.fault}`)}
      </Note>
    );
  }
  const { parcelId, branchName, refusal, fault } = state.outcome;
  return (
    <>
      <Note
        tone={refusal === null && fault === null ? 'ok' : 'review'}
        live="status"
        action={
          <Button icon={Download} busy={save.isPending} onPress={() => save.mutate(parcelId)}>
            {t('stick:saveAnswer')}
          </Button>
        }
      >
        <p>{t('stick:hqTaken', { branch: branchName, holds: holds(state.outcome) })}</p>
        {fault !== null && <p>{t(`stick:fault.${fault}`)}</p>}
        {refusal !== null && fault === null && (
          <p>
            {t('stick:hqRefusal')} {t(`sync:refusal.${refusal}`)}
          </p>
        )}
      </Note>
      <HqErrorNote error={save.error} />
    </>
  );
}

function useReadFile(onState: (state: UnderWay) => void) {
  const { client, queries } = useHq();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (file: File): Promise<Ended> => {
      if (file.size === 0) return { phase: 'refused', fault: 'notAParcel' };
      const transferId = crypto.randomUUID();
      let state: TransferState | null = null;
      for await (const piece of piecesOf(file)) {
        state = await client.parcels.send({ transferId, ...piece });
        if (state.phase !== 'receiving') break;
        onState(state);
      }
      for (;;) {
        if (state !== null && (state.phase === 'read' || state.phase === 'refused')) return state;
        if (state !== null) onState(state);
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
        state = await client.parcels.state({ transferId });
      }
    },
    onSettled: () => cache.invalidateQueries({ queryKey: queries.parcels.key() }),
  });
}
