import { Camera } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { type DrawnPage, drawnCanvas, keptSize, pageOfCanvas } from './drawnPage.ts';
import styles from './scans.module.css';

export interface CameraDialogProps {
  readonly name: string;
  readonly onTaken: (page: DrawnPage) => void;
  readonly onClose: () => void;
}

type CameraState = 'starting' | 'running' | 'denied' | 'missing' | 'busy';

/** As large as the camera gives; a document wants every line of it. */
const WISHED = { width: { ideal: 3840 }, height: { ideal: 2160 }, facingMode: 'environment' };

/** The camera of this laptop, seen live, until one picture is taken. It is off as soon as this closes. */
export function CameraDialog({ name, onTaken, onClose }: CameraDialogProps) {
  const { t } = useTranslation('scans');
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>('starting');

  useEffect(() => {
    let stream: MediaStream | null = null;
    let isClosed = false;
    const start = async () => {
      try {
        const opened = await openCamera();
        if (isClosed) {
          stop(opened);
          return;
        }
        stream = opened;
        if (video.current === null) return;
        video.current.srcObject = opened;
        await video.current.play();
        setState('running');
      } catch (error) {
        if (!isClosed) setState(troubleOf(error));
      }
    };
    void start();
    return () => {
      isClosed = true;
      stop(stream);
    };
  }, []);

  const take = async () => {
    if (video.current === null) return;
    const { videoWidth, videoHeight } = video.current;
    onTaken(await pageOfCanvas(drawnCanvas(video.current, keptSize(videoWidth, videoHeight))));
  };
  const isTroubled = state === 'denied' || state === 'missing' || state === 'busy';
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="lg"
      title={t('live.title', { document: name })}
      foot={
        <>
          {state === 'running' && (
            <Button
              kind="main"
              icon={Camera}
              autoFocus
              onPress={() => void take().catch(() => setState('busy'))}
            >
              {t('live.take')}
            </Button>
          )}
          <Button onPress={onClose}>{t('live.close')}</Button>
        </>
      }
    >
      {isTroubled && (
        <Note tone="review" live="alert">
          {t(`live.${state}`)}
        </Note>
      )}
      {state === 'starting' && <p role="status">{t('live.starting')}</p>}
      {!isTroubled && (
        <video
          ref={video}
          className={styles.live}
          aria-label={t('live.picture')}
          muted
          playsInline
        />
      )}
    </Dialog>
  );
}

async function openCamera(): Promise<MediaStream> {
  // A host that forbids cameras outright has no such thing at all.
  const { mediaDevices } = navigator as { readonly mediaDevices?: MediaDevices };
  if (mediaDevices === undefined) throw new DOMException('', 'NotAllowedError');
  return mediaDevices.getUserMedia({ video: WISHED, audio: false });
}

function stop(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

function troubleOf(error: unknown): CameraState {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'busy';
}
