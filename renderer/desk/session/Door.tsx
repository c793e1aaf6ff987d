import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#renderer/access/desk.ts';
import { useTakeStatus } from '#renderer/access/status.ts';
import { Logo } from '#renderer/components/Logo.tsx';
import { LanguageChoice } from '#renderer/language/LanguageChoice.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import styles from './Door.module.css';

export interface DoorProps {
  readonly title: string;
  readonly line?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** The frame of every screen before the desk is open: the mark, one sheet, the language. */
export function Door({ title, line, wide = false, children }: DoorProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Behind a new door without a field that takes the focus, the next Tab begins at its heading.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <div className={styles.door}>
      <header className={styles.top}>
        <span className={styles.mark}>
          <Logo />
        </span>
        <LanguageSwitch />
      </header>
      <main className={styles.sheet} data-wide={wide ? '' : undefined}>
        <h1 ref={heading} className={styles.title} tabIndex={-1}>
          {title}
        </h1>
        {line !== undefined && <p className={styles.line}>{line}</p>}
        {children}
      </main>
    </div>
  );
}

/** Switches the screen's language in place and keeps the choice. */
function LanguageSwitch() {
  const { t } = useTranslation();
  const { client } = useDesk();
  const takeStatus = useTakeStatus();
  const language = useLanguage();
  const keep = useMutation({
    mutationFn: (chosen: Language) => client.session.setPreferences({ language: chosen }),
    onSuccess: takeStatus,
  });
  return (
    <LanguageChoice
      label={t('language')}
      value={language}
      onChange={(chosen) => keep.mutate(chosen)}
    />
  );
}
