import { Camera, FileUp, ImageOff, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useCaseAction } from '#renderer/access/caseFile.ts';
import { useDesk } from '#renderer/access/desk.ts';
import { useVoidGuard } from '#renderer/caseParts/useVoidGuard.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Choice } from '#renderer/components/Choice.tsx';
import { classNames } from '#renderer/components/class-names.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { clockTime } from '#renderer/language/days.ts';
import { scansOf } from '#shared/domain/case/caseState.ts';
import type { NeededDocument } from '#shared/domain/documents/neededDocuments.ts';
import { CameraDialog } from './CameraDialog.tsx';
import { keepScan, type ScanToKeep } from './keepScan.ts';
import { PreviewDialog } from './PreviewDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { StandingScan } from './StandingScan.tsx';
import styles from './scans.module.css';
import { useGivenFiles } from './useGivenFiles.ts';
import { useIntake } from './useIntake.ts';

export interface ScanPanelProps {
  readonly open: OpenCase;
  readonly needed: NeededDocument;
  /** The document's name with its subject. */
  readonly name: string;
}

/** The scan of a document beside its fields, and the ways to take one where a basis allows it. */
export function ScanPanel({ open, needed, name }: ScanPanelProps) {
  const { documentKey } = needed;
  const { caseId } = open.state;
  const { t } = useTranslation('scans');
  const { client, queries } = useDesk();
  const scans = scansOf(open.state, documentKey);
  const [chosen, setChosen] = useState<string | null>(null);
  const [isRemoving, setIsRemoving] = useState(false);
  const intake = useIntake();
  const { guard, dialog } = useVoidGuard(open.state);
  const keep = useCaseAction({ mutationFn: (scan: ScanToKeep) => keepScan(client, scan) });
  const remove = useCaseAction(queries.scans.remove.mutationOptions());
  const frame = useRef<HTMLDivElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const mayTake = needed.allowsScan && open.actions.attachScan.inPlace;
  const isFree = intake.state.kind === 'idle' && !isRemoving;
  const isOver = useGivenFiles(mayTake && isFree, frame, (file, source, isOneOfMany) => {
    keep.reset();
    remove.reset();
    intake.give(file, source, isOneOfMany);
  });
  const shown = scans.find(({ scanId }) => scanId === chosen) ?? scans.at(-1);

  const keepNow = () => {
    const { state } = intake;
    if (state.kind !== 'preview') return;
    guard((voidSignature) => {
      void keep
        .mutateAsync({
          caseId,
          documentKey,
          source: state.source,
          pages: state.pages,
          voidSignature,
        })
        .then(() => {
          setChosen(null);
          intake.leave();
        })
        .catch(() => undefined);
    });
  };
  const removeNow = (reason: string) => {
    if (shown === undefined) return;
    guard((voidSignature) => {
      void remove
        .mutateAsync({ caseId, scanId: shown.scanId, reason, voidSignature })
        .then(() => setIsRemoving(false))
        .catch(() => undefined);
    });
  };
  const ways = (
    <div className={styles.ways}>
      <Button
        size="sm"
        icon={Camera}
        onPress={() => {
          keep.reset();
          remove.reset();
          intake.openCamera();
        }}
      >
        {t('camera')}
      </Button>
      <Button size="sm" icon={FileUp} onPress={() => chooser.current?.click()}>
        {t('file')}
      </Button>
    </div>
  );
  return (
    <div ref={frame} className={classNames(styles.frame, isOver && styles.over)}>
      <Panel
        title={t('title')}
        compact
        foot={
          shown === undefined || !open.actions.removeScan.inPlace ? undefined : (
            <div className={styles.foot}>
              {mayTake && ways}
              <Button
                size="sm"
                kind="quiet"
                icon={Trash2}
                onPress={() => {
                  remove.reset();
                  setIsRemoving(true);
                }}
              >
                {t('remove.button')}
              </Button>
            </div>
          )
        }
      >
        <div className={styles.body}>
          <div role="status" className={styles.status}>
            {isOver && t('dropHere')}
            {intake.state.kind === 'preparing' &&
              (intake.state.count > 1
                ? t('preparingPage', { page: intake.state.page, count: intake.state.count })
                : t('preparing'))}
            {isFree && intake.isOneOfMany && t('oneFile')}
            {isFree && keep.isSuccess && t('kept')}
            {isFree && remove.isSuccess && t('removed')}
          </div>
          {intake.problem !== null && (
            <Note tone="stop" live="alert">
              {t(`problem.${intake.problem}`)}
            </Note>
          )}
          {shown === undefined ? (
            <EmptyState icon={ImageOff} title={t('nothing')} action={mayTake ? ways : undefined}>
              {mayTake ? t('how') : null}
            </EmptyState>
          ) : (
            <>
              {scans.length > 1 && (
                <Choice
                  label={t('choose')}
                  value={shown.scanId}
                  options={scans.map((scan, index) => ({
                    value: scan.scanId,
                    label: t('chosen', { number: index + 1, time: clockTime(scan.at) }),
                  }))}
                  onChange={setChosen}
                />
              )}
              <StandingScan key={shown.scanId} caseId={caseId} scan={shown} name={name} />
            </>
          )}
        </div>
      </Panel>
      <input
        ref={chooser}
        type="file"
        hidden
        accept="image/jpeg,image/png,application/pdf"
        aria-label={t('file')}
        onChange={(event) => {
          const { files } = event.currentTarget;
          const [file] = [...(files ?? [])];
          keep.reset();
          remove.reset();
          if (file !== undefined) intake.give(file, 'file', false);
          // The same file may be chosen again after it was mended.
          event.currentTarget.value = '';
        }}
      />
      {intake.state.kind === 'camera' && (
        <CameraDialog name={name} onTaken={intake.taken} onClose={intake.leave} />
      )}
      {intake.state.kind === 'preview' && (
        <PreviewDialog
          name={name}
          pages={intake.state.pages}
          busy={keep.isPending}
          error={keep.error}
          onKeep={keepNow}
          onAgain={intake.state.source === 'camera' ? intake.openCamera : null}
          onDiscard={intake.leave}
        />
      )}
      {isRemoving && (
        <RemoveDialog
          busy={remove.isPending}
          error={remove.error}
          onConfirm={removeNow}
          onCancel={() => setIsRemoving(false)}
        />
      )}
      {dialog}
    </div>
  );
}
