import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import { NumberedSheet, type NumberedSheetProps } from './NumberedSheet.tsx';
import { PrintRoom, type PrintRoomProps } from './PrintRoom.tsx';
import { usePrinting } from './usePrinting.ts';

export interface HqPaperProps extends Pick<PrintRoomProps, 'back' | 'name' | 'notes'> {
  /** In which language it is shown first; that of the screen unless said. */
  readonly first?: Language;
  /** Records the copy that is printed now. @returns its number */
  readonly record: (language: Language) => Promise<{ readonly copy: number }>;
  /** Draws the sheet, in the language of the paper; null while there is nothing to print. */
  readonly sheet: ((copy: number | null) => ReactNode) | null;
}

/** A paper as headquarters hands it over: previewed in its language, numbered and printed. */
export function HqPaper({ first, record, sheet, notes, ...room }: HqPaperProps) {
  const screenLanguage = useLanguage();
  const [language, setLanguage] = useState<Language>(first ?? screenLanguage);
  const printing = usePrinting({
    sheet: language,
    record: () => record(language),
    isReady: sheet !== null,
  });
  return (
    <PrintRoom
      {...room}
      isInside
      language={language}
      onLanguage={setLanguage}
      printing={sheet === null ? null : printing}
      notes={
        <>
          <HqErrorNote error={printing.error} />
          {notes}
        </>
      }
    >
      {sheet?.(printing.copy)}
    </PrintRoom>
  );
}

/** A sheet with the letterhead of headquarters. */
export function HqSheet(props: Omit<NumberedSheetProps, 'association'>) {
  const { queries } = useHq();
  const association = useQuery(queries.imports.letterhead.queryOptions());
  if (association.data === undefined) return <HqErrorNote error={association.error} />;
  return <NumberedSheet {...props} association={association.data} />;
}
