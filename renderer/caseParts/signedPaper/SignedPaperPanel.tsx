import { ScanLine, Trash2 } from 'lucide-react';
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
import { Button } from '#renderer/components/Button.tsx';
import { classNames } from '#renderer/components/class-names.ts';
import { Facts } from '#renderer/components/Facts.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
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

function StandingSheet({
  open,
  declaration,
}: {
  readonly open: OpenCase;
  readonly declaration: PaperDeclaration;
}) {
  const { caseId, reference } = open.state;
  const { eventId, seal, original } = declaration;
  const { t } = useTranslation('signedPaper');
  const { client, queries } = useDesk();
  const scans = paperScansOf(open.state, eventId);
  const [chosen, setChosen] = useState<string | null>(null);
  const [isRemoving, setIsRemoving] = useState(false);
  const [isCompared, setIsCompared] = useState(false);
  const [shelf, setShelf] = useState(original.shelf);
  const keep = useCaseAction({ mutationFn: (scan: ScanToKeep) => keepScan(client, scan) });
  const remove = useCaseAction(queries.signedPaper.remove.mutationOptions());
  const frame = useRef<HTMLDivElement>(null);
  const mayTake = open.actions.scanSignedPaper.allowed;
  const shown = scans.find(({ scanId }) => scanId === chosen) ?? scans.at(-1);
  const taking = useScanWays({
    name: t('name'),
    frame,
    mayTake,
    isFree: !isRemoving,
    onBegin: () => {
      keep.reset();
      remove.reset();
      setIsCompared(false);
    },
    keeping: keep,
    asked: (
      <SheetCheck
        reference={reference}
        copy={original.copy}
        isCompared={isCompared}
        onCompared={setIsCompared}
        shelf={shelf}
        onShelf={setShelf}
      />
    ),
    blockedReason: isCompared
      ? shelf.trim() === ''
        ? t('shelfMissing')
        : undefined
      : t('notCompared'),
    onKeep: (source, drawn, leave) => {
      void keep
        .mutateAsync({
          caseId,
          pages: drawn,
          begin: (pages) =>
            client.signedPaper.begin({ caseId, declaration: eventId, source, pages }),
          attach: (scanId) => client.signedPaper.attach({ caseId, scanId, shelf }),
        })
        .then(() => {
          setChosen(null);
          leave();
        })
        .catch(() => undefined);
    },
  });
  const isFree = taking.isIdle && !isRemoving;
  return (
    <div ref={frame} className={classNames(styles.frame, taking.isOver && styles.over)}>
      <Panel
        id={SIGNED_PAPER_ID}
        title={t('title')}
        compact
        foot={
          shown === undefined ? undefined : (
            <div className={styles.foot}>
              {mayTake && taking.ways}
              {open.actions.removePaperScan.allowed && (
                <Button
                  size="sm"
                  kind="quiet"
                  icon={Trash2}
                  onPress={() => {
                    remove.reset();
                    setIsRemoving(true);
                  }}
                >
                  {t('remove')}
                </Button>
              )}
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
            <>
              <Note tone="review" slim icon={ScanLine}>
                {t('awaited', { shelf: original.shelf, copy: original.copy })}
              </Note>
              {mayTake && (
                <>
                  <p className={styles.status}>{t('how')}</p>
                  {taking.ways}
                </>
              )}
            </>
          ) : (
            <>
              <StandingScans
                caseId={caseId}
                scans={scans}
                shown={shown}
                name={t('name')}
                onChoose={setChosen}
              />
              <Facts
                facts={[
                  {
                    id: 'seal',
                    term: t('boundTo'),
                    value: <bdi dir="ltr">{seal.code}</bdi>,
                  },
                  { id: 'shelf', term: t('shelf'), value: <bdi>{shown.shelf}</bdi> },
                ]}
              />
            </>
          )}
        </div>
      </Panel>
      {taking.dialogs}
      {isRemoving && shown !== undefined && (
        <RemoveDialog
          busy={remove.isPending}
          error={remove.error}
          onConfirm={(reason) => {
            void remove
              .mutateAsync({ caseId, scanId: shown.scanId, reason })
              .then(() => setIsRemoving(false))
              .catch(() => undefined);
          }}
          onCancel={() => setIsRemoving(false)}
        />
      )}
    </div>
  );
}
