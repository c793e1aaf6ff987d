import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useAssociation } from '#renderer/access/reference.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { CountedCopy } from '#shared/contracts/declaration.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import { NumberedSheet, type NumberedSheetProps } from './NumberedSheet.tsx';
import { PrintRoom, type PrintRoomProps } from './PrintRoom.tsx';
import { usePrinting } from './usePrinting.ts';

export type SheetCopy = NumberedSheetProps['copy'];

export interface BranchPaperProps
  extends Pick<PrintRoomProps, 'back' | 'name' | 'notes' | 'instead' | 'choices'> {
  /** Where the address says in which language it is shown; otherwise the person chooses here. */
  readonly chosen?: { readonly language: Language; readonly change: (to: Language) => void };
  /** Under what its copies are counted; null for a sheet whose copies nobody counts, such as a list to take home. */
  readonly counted: Omit<CountedCopy, 'language'> | null;
  /** Draws the sheet, in the language of the paper; null while there is nothing to print. */
  readonly sheet: ((copy: SheetCopy) => ReactNode) | null;
}

/** A paper of the branch that belongs to no case: slip, receipt, list to take home. */
export function BranchPaper(props: BranchPaperProps) {
  const { chosen, counted, sheet, ...room } = props;
  const { client } = useDesk();
  const screenLanguage = useLanguage();
  const [ownLanguage, setOwnLanguage] = useState<Language>(screenLanguage);
  const language = chosen?.language ?? ownLanguage;
  const printing = usePrinting({
    sheet: `${counted?.paper} ${counted?.subject} ${language}`,
    record: counted === null ? null : () => client.papers.printOfNoCase({ ...counted, language }),
    isReady: sheet !== null,
  });
  return (
    <PrintRoom
      {...room}
      language={language}
      onLanguage={chosen?.change ?? setOwnLanguage}
      printing={sheet === null ? null : printing}
      notes={
        <>
          <DeskErrorNote error={printing.error} />
          {room.notes}
        </>
      }
    >
      {sheet?.(counted === null ? 'uncounted' : printing.copy)}
    </PrintRoom>
  );
}

/** A sheet with the letterhead of this branch. */
export function BranchSheet(props: Omit<NumberedSheetProps, 'association' | 'unit'>) {
  const { t } = useTranslation('papers');
  const association = useAssociation();
  const { branch } = useOpenStatus();
  return (
    <NumberedSheet
      {...props}
      association={association}
      unit={`${branch.name} · ${t('department')}`}
    />
  );
}
