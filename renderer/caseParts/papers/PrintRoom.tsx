import { Printer } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { PaperRoom, type PaperRoomProps } from '#renderer/components/PaperRoom.tsx';
import { InLanguage } from '#renderer/language/InLanguage.tsx';
import { LanguageChoice } from '#renderer/language/LanguageChoice.tsx';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import type { Printing } from './usePrinting.ts';

export interface PrintRoomProps extends Omit<PaperRoomProps, 'end' | 'isHeading' | 'children'> {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  /** Null where there is no such paper: what is said instead stands in `notes` and `instead`. */
  readonly printing: Printing | null;
  /** A PDF is named after the page: form and reference, never a person. */
  readonly fileName?: string;
  /** Why it may not be printed now. */
  readonly blockedReason?: string | undefined;
  /** Before language and print: what else is chosen of this paper. */
  readonly choices?: ReactNode;
  readonly instead?: ReactNode;
  /** The sheet, drawn in the language of the paper. */
  readonly children?: ReactNode;
}

/** Every paper on its own, with its language and the one way to print it. */
export function PrintRoom(props: PrintRoomProps) {
  const { language, onLanguage, printing, blockedReason, choices, instead, children } = props;
  const { t } = useTranslation(['papers', 'common']);
  useFileName(printing === null ? null : (props.fileName ?? null));
  return (
    <PaperRoom
      back={props.back}
      name={props.name}
      isHeading={printing === null}
      {...(props.isInside === undefined ? {} : { isInside: props.isInside })}
      notes={props.notes}
      end={
        printing === null ? undefined : (
          <>
            {choices}
            <LanguageChoice
              label={t('papers:paperLanguage')}
              value={language}
              onChange={onLanguage}
            />
            <Button
              kind="main"
              icon={Printer}
              shortcut="Ctrl P"
              busy={printing.isBusy}
              blockedReason={blockedReason}
              reasonFirst
              onPress={printing.print}
            >
              {t('common:print')}
            </Button>
          </>
        )
      }
    >
      {printing !== null && <InLanguage language={language}>{children}</InLanguage>}
      {instead}
    </PaperRoom>
  );
}

function useFileName(name: string | null): void {
  useEffect(() => {
    if (name === null) return;
    const before = document.title;
    document.title = name;
    return () => {
      document.title = before;
    };
  }, [name]);
}
