import { ScanLine } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useCaseAction } from '#renderer/access/caseFile.ts';
import { useDesk } from '#renderer/access/desk.ts';
import { keepScan, type ScanToKeep } from '#renderer/caseParts/scans/keepScan.ts';
import { ScanFrame } from '#renderer/caseParts/scans/ScanFrame.tsx';
import { Facts } from '#renderer/components/Facts.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { standingDeclaration } from '#shared/domain/case/caseState.ts';
import {
  type PaperDeclaration,
  paperDeclaration,
  paperScansOf,
} from '#shared/domain/case/paperScans.ts';
import { EarlierSheets } from './EarlierSheets.tsx';
import { SheetCheck } from './SheetCheck.tsx';
import { SIGNED_PAPER_ID } from './signedPaperPlace.ts';

/** What was signed by ink: the picture of its sheet, bound to the seal, and the sheets of earlier seals. */
export function SignedPaperPanel({ open }: { readonly open: OpenCase }) {
  const declaration = paperDeclaration(standingDeclaration(open.state));
  return (
    <>
      {declaration !== null && (
        <StandingSheet key={declaration.eventId} open={open} declaration={declaration} />
      )}
      <EarlierSheets state={open.state} />
    </>
  );
}

interface StandingSheetProps {
  readonly open: OpenCase;
  readonly declaration: PaperDeclaration;
}

function StandingSheet({ open, declaration }: StandingSheetProps) {
  const { caseId, reference } = open.state;
  const { eventId, seal, original } = declaration;
  const { t } = useTranslation('signedPaper');
  const { client, queries } = useDesk();
  const [isCompared, setIsCompared] = useState(false);
  const [shelf, setShelf] = useState(original.shelf);
  const keep = useCaseAction({ mutationFn: (scan: ScanToKeep) => keepScan(client, scan) });
  const remove = useCaseAction(queries.signedPaper.remove.mutationOptions());
  const missing = !isCompared ? 'notCompared' : shelf.trim() === '' ? 'shelfMissing' : null;
  return (
    <ScanFrame
      id={SIGNED_PAPER_ID}
      title={t('title')}
      name={t('name')}
      caseId={caseId}
      scans={paperScansOf(open.state, eventId)}
      mayTake={open.actions.scanSignedPaper.allowed}
      mayRemove={open.actions.removePaperScan.allowed}
      words={{ kept: t('kept'), removed: t('removed'), remove: t('remove') }}
      keeping={keep}
      removing={remove}
      onBegin={() => setIsCompared(false)}
      asked={
        <SheetCheck
          reference={reference}
          copy={original.copy}
          isCompared={isCompared}
          onCompared={setIsCompared}
          shelf={shelf}
          onShelf={setShelf}
        />
      }
      blockedReason={missing === null ? undefined : t(missing)}
      onKeep={(source, drawn, leave) => {
        void keep
          .mutateAsync({
            caseId,
            pages: drawn,
            begin: (pages) =>
              client.signedPaper.begin({ caseId, declaration: eventId, source, pages }),
            attach: (scanId) => client.signedPaper.attach({ caseId, scanId, shelf }),
          })
          .then(leave)
          .catch(() => undefined);
      }}
      onRemove={({ scanId }, reason, leave) => {
        void remove
          .mutateAsync({ caseId, scanId, reason })
          .then(leave)
          .catch(() => undefined);
      }}
      nothing={(ways) => (
        <>
          <Note tone="review" slim icon={ScanLine}>
            {t('awaited', { shelf: original.shelf, copy: original.copy })}
          </Note>
          {ways !== undefined && <p>{t('how')}</p>}
          {ways}
        </>
      )}
      beneath={(shown) => (
        <Facts
          facts={[
            { id: 'seal', term: t('boundTo'), value: <bdi dir="ltr">{seal.code}</bdi> },
            { id: 'shelf', term: t('shelf'), value: <bdi>{shown.shelf}</bdi> },
          ]}
        />
      )}
    />
  );
}
