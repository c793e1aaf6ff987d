import { ImageOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useCaseAction } from '#renderer/access/caseFile.ts';
import { useDesk } from '#renderer/access/desk.ts';
import { keepScan, type ScanToKeep } from '#renderer/caseParts/scans/keepScan.ts';
import { ScanFrame } from '#renderer/caseParts/scans/ScanFrame.tsx';
import { useVoidGuard } from '#renderer/caseParts/useVoidGuard.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
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
  const { guard, dialog } = useVoidGuard(open.state);
  const keep = useCaseAction({ mutationFn: (scan: ScanToKeep) => keepScan(client, scan) });
  const remove = useCaseAction(queries.scans.remove.mutationOptions());
  const mayTake = needed.allowsScan && open.actions.attachScan.inPlace;
  return (
    <>
      <ScanFrame
        title={t('title')}
        name={name}
        caseId={caseId}
        scans={scansOf(open.state, documentKey)}
        mayTake={mayTake}
        mayRemove={open.actions.removeScan.inPlace}
        words={{ kept: t('kept'), removed: t('removed'), remove: t('remove.button') }}
        keeping={keep}
        removing={remove}
        onKeep={(source, drawn, leave) =>
          guard((voidSignature) => {
            void keep
              .mutateAsync({
                caseId,
                pages: drawn,
                begin: (pages) => client.scans.begin({ caseId, documentKey, source, pages }),
                attach: (scanId) => client.scans.attach({ caseId, scanId, voidSignature }),
              })
              .then(leave)
              .catch(() => undefined);
          })
        }
        onRemove={({ scanId }, reason, leave) =>
          guard((voidSignature) => {
            void remove
              .mutateAsync({ caseId, scanId, reason, voidSignature })
              .then(leave)
              .catch(() => undefined);
          })
        }
        nothing={(ways) => (
          <EmptyState icon={ImageOff} title={t('nothing')} action={ways}>
            {mayTake ? t('how') : null}
          </EmptyState>
        )}
      />
      {dialog}
    </>
  );
}
