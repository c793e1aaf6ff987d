import { Link } from '@tanstack/react-router';
import { BookOpen } from 'lucide-react';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLibraryReads } from '#renderer/access/libraryReads.ts';
import { useLibrary } from '#renderer/access/reference.ts';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import {
  findLibraryPage,
  type LibraryPage,
  pageOfField,
  pagesOfStep,
} from '#shared/domain/library/library.ts';
import { LibraryArticle } from './LibraryArticle.tsx';

interface LibraryHelp {
  /** The page that speaks of this very field; null where none does. */
  readonly pageNaming: (field: string) => LibraryPage | null;
  readonly open: (page: LibraryPage) => void;
  readonly openStep: () => void;
}

const LibraryHelpContext = createContext<LibraryHelp | null>(null);

/** Null outside a case: a form elsewhere has no guide beside it. */
export function useLibraryHelp(): LibraryHelp | null {
  return useContext(LibraryHelpContext);
}

export interface LibraryHelpRoomProps {
  readonly step: string;
  /** The letter of the section that is open, where one is. */
  readonly section: string | null;
  readonly children: ReactNode;
}

/**
 * What the library says of the step, the section or the field at hand, laid over the work: the page
 * below stays as it is. F1 asks for the field that holds the focus.
 */
export function LibraryHelpRoom({ step, section, children }: LibraryHelpRoomProps) {
  const library = useLibrary();
  const [shown, setShown] = useState<string | null>(null);
  const help = useMemo((): LibraryHelp & { readonly openField: (field: string | null) => void } => {
    const first = pagesOfStep(library, step)[0] ?? null;
    const open = (page: LibraryPage | null) => setShown(page?.id ?? NOTHING);
    return {
      pageNaming: (field) => library.pages.find((page) => page.fields.includes(field)) ?? null,
      open,
      openStep: () => open(first),
      openField: (field) =>
        open((field === null ? null : pageOfField(library, field, section)) ?? first),
    };
  }, [library, step, section]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'F1') return;
      event.preventDefault();
      help.openField(fieldAtHand());
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [help]);
  return (
    <LibraryHelpContext value={help}>
      {children}
      {shown !== null && (
        <HelpDialog step={step} shown={shown} onShow={setShown} onClose={() => setShown(null)} />
      )}
    </LibraryHelpContext>
  );
}

/** No page has this name: what is shown where there is none. */
const NOTHING = '';

/** The name of the field in which the focus is: the last part of its path. */
function fieldAtHand(): string | null {
  const holder = document.activeElement?.closest('[data-field^="field-"]');
  return holder?.getAttribute('data-field')?.split('-').at(-1) ?? null;
}

interface HelpDialogProps {
  readonly step: string;
  readonly shown: string;
  readonly onShow: (page: string) => void;
  readonly onClose: () => void;
}

function HelpDialog({ step, shown, onShow, onClose }: HelpDialogProps) {
  const { t } = useTranslation('library');
  const language = useLanguage();
  const library = useLibrary();
  const { markRead } = useLibraryReads();
  const page = findLibraryPage(library, shown);
  const others = pagesOfStep(library, step).filter(({ id }) => id !== shown);
  const open = page?.id ?? null;
  const version = page?.version ?? null;
  useEffect(() => {
    if (open !== null && version !== null) markRead(open);
  }, [open, version, markRead]);
  return (
    <Dialog
      isOpen
      width="lg"
      onClose={onClose}
      closeLabel={t('close')}
      title={page === null ? t('helpTitle') : inLanguage(page.title, language)}
      foot={
        <>
          <Button kind="main" onPress={onClose} autoFocus>
            {t('close')}
          </Button>
          {page !== null && (
            <Link to="/library" search={{ page: page.id }} className={buttonClass('plain', 'md')}>
              {t('openInLibrary')}
            </Link>
          )}
        </>
      }
    >
      <Stack gap={4}>
        {page === null ? (
          <p>{t(shown === NOTHING ? 'helpNothing' : 'pageGone')}</p>
        ) : (
          <LibraryArticle page={page} library={library} headingLevel={null} />
        )}
        {others.length > 0 && (
          <nav aria-label={t('helpOthers')}>
            <p>{t('helpOthers')}</p>
            <ul>
              {others.map((other) => (
                <li key={other.id}>
                  <LinkButton onPress={() => onShow(other.id)}>
                    {inLanguage(other.title, language)}
                  </LinkButton>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </Stack>
    </Dialog>
  );
}

/** The button that leads to what the library says of the step; its key is F1. */
export function StepHelpButton() {
  const { t } = useTranslation('library');
  const help = useLibraryHelp();
  if (help === null) return null;
  return (
    <Button size="sm" kind="quiet" icon={BookOpen} shortcut="F1" onPress={help.openStep}>
      {t('help')}
    </Button>
  );
}
