import { ImageOff, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useCaseAction } from '#renderer/access/caseFile.ts';
import { useDesk } from '#renderer/access/desk.ts';
import { keepScan, type ScanToKeep } from '#renderer/caseParts/scans/keepScan.ts';
import { RemoveDialog } from '#renderer/caseParts/scans/RemoveDialog.tsx';
import { StandingScans } from '#renderer/caseParts/scans/StandingScans.tsx';
import styles from '#renderer/caseParts/scans/scans.module.css';
import { useScanWays } from '#renderer/caseParts/scans/useScanWays.tsx';
import { useVoidGuard } from '#renderer/caseParts/useVoidGuard.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { classNames } from '#renderer/components/class-names.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { scansOf } from '#shared/domain/case/caseState.ts';
import type { NeededDocument } from '#shared/domain/documents/neededDocuments.ts';

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
  const { guard, dialog } = useVoidGuard(open.state);
  const keep = useCaseAction({ mutationFn: (scan: ScanToKeep) => keepScan(client, scan) });
  const remove = useCaseAction(queries.scans.remove.mutationOptions());
  const frame = useRef<HTMLDivElement>(null);
  const mayTake = needed.allowsScan && open.actions.attachScan.inPlace;
  const shown = scans.find(({ scanId }) => scanId === chosen) ?? scans.at(-1);
  const taking = useScanWays({
    name,
    frame,
    mayTake,
    isFree: !isRemoving,
    onBegin: () => {
      keep.reset();
      remove.reset();
    },
    keeping: keep,
    onKeep: (source, drawn, leave) =>
      guard((voidSignature) => {
        void keep
          .mutateAsync({
            caseId,
            pages: drawn,
            begin: (pages) => client.scans.begin({ caseId, documentKey, source, pages }),
            attach: (scanId) => client.scans.attach({ caseId, scanId, voidSignature }),
          })
          .then(() => {
            setChosen(null);
            leave();
          })
          .catch(() => undefined);
      }),
  });
  const isFree = taking.isIdle && !isRemoving;
  const removeNow = (reason: string) => {
    if (shown === undefined) return;
    guard((voidSignature) => {
      void remove
        .mutateAsync({ caseId, scanId: shown.scanId, reason, voidSignature })
        .then(() => setIsRemoving(false))
        .catch(() => undefined);
    });
  };
  return (
    <div ref={frame} className={classNames(styles.frame, taking.isOver && styles.over)}>
      <Panel
        title={t('title')}
        compact
        foot={
          shown === undefined || !open.actions.removeScan.inPlace ? undefined : (
            <div className={styles.foot}>
              {mayTake && taking.ways}
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
            {taking.said}
            {isFree && keep.isSuccess && t('kept')}
            {isFree && remove.isSuccess && t('removed')}
          </div>
          {taking.problem}
          {shown === undefined ? (
            <EmptyState
              icon={ImageOff}
              title={t('nothing')}
              action={mayTake ? taking.ways : undefined}
            >
              {mayTake ? t('how') : null}
            </EmptyState>
          ) : (
            <StandingScans
              caseId={caseId}
              scans={scans}
              shown={shown}
              name={name}
              onChoose={setChosen}
            />
          )}
        </div>
      </Panel>
      {taking.dialogs}
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
