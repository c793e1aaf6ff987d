import { Camera, FileUp } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { Note } from '#renderer/components/Note.tsx';
import type { ScanSource } from '#shared/domain/scans/scan.ts';
import { CameraDialog } from './CameraDialog.tsx';
import type { DrawnPage } from './drawnPage.ts';
import { PreviewDialog } from './PreviewDialog.tsx';
import styles from './scans.module.css';
import { useGivenFiles } from './useGivenFiles.ts';
import { useIntake } from './useIntake.ts';

export interface ScanWaysOptions {
  /** What is taken a picture of, in words. */
  readonly name: string;
  /** Where a file may be dropped. */
  readonly frame: { readonly current: HTMLElement | null };
  readonly mayTake: boolean;
  /** Nothing else is asked about just now. */
  readonly isFree: boolean;
  /** Another picture begins: what was said of the last one is over. */
  readonly onBegin: () => void;
  readonly keeping: { readonly isPending: boolean; readonly error: unknown };
  /** Keeps it, and calls `leave` once it is on record; a refusal stands in `keeping`. */
  readonly onKeep: (source: ScanSource, pages: readonly DrawnPage[], leave: () => void) => void;
  /** Beside the picture, before it is kept: what is compared or said. */
  readonly asked?: ReactNode;
  /** What of it is still missing, in words. */
  readonly blockedReason?: string | undefined;
}

export interface ScanWays {
  /** Camera and file, as buttons. */
  readonly ways: ReactNode;
  /** How far the picture is, for a `status`. */
  readonly said: ReactNode;
  /** Why a file was not taken. */
  readonly problem: ReactNode;
  /** Dialogs and the hidden field, to be drawn somewhere in the frame. */
  readonly dialogs: ReactNode;
  readonly isIdle: boolean;
  /** A file hangs over the page. */
  readonly isOver: boolean;
}

/** The ways in which a picture comes to the desk: camera, file, paste, drop; looked at before it is kept. */
export function useScanWays(options: ScanWaysOptions): ScanWays {
  const { name, frame, mayTake, isFree, onBegin, keeping } = options;
  const { t } = useTranslation('scans');
  const intake = useIntake();
  const chooser = useRef<HTMLInputElement>(null);
  const { state, problem } = intake;
  const isIdle = state.kind === 'idle';
  const isOver = useGivenFiles(mayTake && isFree && isIdle, frame, (file, source, isOneOfMany) => {
    onBegin();
    intake.give(file, source, isOneOfMany);
  });
  return {
    isIdle,
    isOver,
    ways: (
      <div className={styles.ways}>
        <Button
          size="sm"
          icon={Camera}
          onPress={() => {
            onBegin();
            intake.openCamera();
          }}
        >
          {t('camera')}
        </Button>
        <Button size="sm" icon={FileUp} onPress={() => chooser.current?.click()}>
          {t('file')}
        </Button>
      </div>
    ),
    said: (
      <>
        {isOver && t('dropHere')}
        {state.kind === 'preparing' &&
          (state.count > 1
            ? t('preparingPage', { page: state.page, count: state.count })
            : t('preparing'))}
        {isIdle && isFree && intake.isOneOfMany && t('oneFile')}
      </>
    ),
    problem: problem !== null && (
      <Note tone="stop" live="alert">
        {t(`problem.${problem}`)}
      </Note>
    ),
    dialogs: (
      <>
        <input
          ref={chooser}
          type="file"
          hidden
          accept="image/jpeg,image/png,application/pdf"
          aria-label={t('file')}
          onChange={(event) => {
            const { files } = event.currentTarget;
            const [file] = [...(files ?? [])];
            onBegin();
            if (file !== undefined) intake.give(file, 'file', false);
            // The same file may be chosen again after it was mended.
            event.currentTarget.value = '';
          }}
        />
        {state.kind === 'camera' && (
          <CameraDialog name={name} onTaken={intake.taken} onClose={intake.leave} />
        )}
        {state.kind === 'preview' && (
          <PreviewDialog
            name={name}
            pages={state.pages}
            busy={keeping.isPending}
            error={keeping.error}
            asked={options.asked}
            blockedReason={options.blockedReason}
            onKeep={() => options.onKeep(state.source, state.pages, intake.leave)}
            onAgain={state.source === 'camera' ? intake.openCamera : null}
            onDiscard={intake.leave}
          />
        )}
      </>
    ),
  };
}
