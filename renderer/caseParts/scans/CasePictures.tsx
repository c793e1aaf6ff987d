import { useQuery } from '@tanstack/react-query';
import { FileSignature, ScanLine } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import type { CaseRules } from '#renderer/access/reference.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { awaitsPaperScan, paperScansOf } from '#shared/domain/case/paperScans.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { PageOfScan, SHOWN_ONCE } from './PageOfScan.tsx';
import type { KeptScan } from './StandingScan.tsx';

export interface CasePicturesProps {
  readonly state: CaseState;
  /** Null where the form of the case is not here: documents are then called by their keys. */
  readonly rules: CaseRules | null;
}

interface Picture {
  readonly scan: KeptScan;
  readonly name: string;
  /** Where the paper lies that it was taken of; null for a document, which went home with its owner. */
  readonly shelf: string | null;
}

/** At headquarters: the pictures that came with a case, of documents and of the sheet that was signed by ink. */
export function CasePictures({ state, rules }: CasePicturesProps) {
  const { t } = useTranslation('signedPaper');
  const language = useLanguage();
  const mayLook = useHqMay('scans.read');
  const [openId, setOpenId] = useState<string | null>(null);
  const awaited = awaitsPaperScan(state);
  const documentName = (documentKey: string): string => {
    const [type] = documentKey.split('/');
    const rule = rules?.documentRules.rules.find((each) => each.type === type);
    return rule === undefined ? documentKey : inLanguage(rule.face.label, language);
  };
  const pictures: readonly Picture[] = [
    ...paperScansOf(state).map((scan): Picture => {
      const declaration = state.declarations.find(({ eventId }) => eventId === scan.declaration);
      const code = `\u2066${declaration?.seal.code ?? ''}\u2069`;
      const isVoid = declaration?.voidedBy !== null;
      return { scan, shelf: scan.shelf, name: t(isVoid ? 'hq.sheetVoid' : 'hq.sheet', { code }) };
    }),
    ...state.scans
      .filter(({ removed }) => removed === null)
      .map((scan): Picture => ({ scan, shelf: null, name: documentName(scan.documentKey) })),
  ];
  if (pictures.length === 0 && awaited === null) return null;
  const opened = pictures.find(({ scan }) => scan.scanId === openId);
  return (
    <Panel title={t('hq.title')} compact>
      <Stack gap={3}>
        {awaited !== null && (
          <Note tone="review" slim icon={ScanLine}>
            {t('hq.awaited', { shelf: awaited.original.shelf })}
          </Note>
        )}
        {pictures.map(({ scan, name, shelf }) => (
          <Note
            key={scan.scanId}
            tone="info"
            slim
            icon={shelf === null ? ScanLine : FileSignature}
            action={
              mayLook && (
                <Button size="sm" onPress={() => setOpenId(scan.scanId)}>
                  {t('look')}
                </Button>
              )
            }
          >
            {name} · {t('hq.pages', { count: scan.pages.length })}
            {shelf !== null && <p>{t('hq.shelf', { shelf })}</p>}
          </Note>
        ))}
      </Stack>
      {opened !== undefined && (
        <Dialog
          isOpen
          onClose={() => setOpenId(null)}
          width="lg"
          title={opened.name}
          closeLabel={t('close')}
        >
          <ArrivedScan caseId={state.caseId} scan={opened.scan} name={opened.name} />
        </Dialog>
      )}
    </Panel>
  );
}

/** A page at a time, as headquarters holds it; one that is still on its way is said in words. */
function ArrivedScan({
  caseId,
  scan,
  name,
}: {
  readonly caseId: CaseId;
  readonly scan: KeptScan;
  readonly name: string;
}) {
  const { queries } = useHq();
  const [page, setPage] = useState(0);
  const { data, error } = useQuery(
    queries.scans.read.queryOptions({
      input: { caseId, scanId: scan.scanId, page },
      ...SHOWN_ONCE,
    }),
  );
  return (
    <>
      <HqErrorNote error={error} />
      <PageOfScan
        name={name}
        answer={data}
        page={page}
        count={scan.pages.length}
        onPage={setPage}
      />
    </>
  );
}
