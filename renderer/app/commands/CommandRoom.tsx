import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandPalette } from '#renderer/components/CommandPalette.tsx';
import { begins, libraryWords } from '#shared/domain/library/searchLibrary.ts';
import { KeySheet } from './KeySheet.tsx';
import { type AppKeyName, appKeyOf } from './keys.ts';
import { useCommands } from './useCommands.ts';

/**
 * Listens to the app's keys and shows the palette or the sheet of keys over any screen. With the
 * beneficiary at the screen nothing of it is there.
 */
export function CommandRoom() {
  const { t } = useTranslation('commands');
  const [shown, setShown] = useState<'palette' | 'keys' | null>(null);
  const commands = useCommands(() => setShown('keys'));
  const run = (id: string) => commands.find((command) => command.id === id)?.run();
  const obey = useEffectEvent((key: AppKeyName) => {
    if (key === 'commands') setShown('palette');
    else run(key);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const key = appKeyOf(event);
      // The search box listens for itself: it is on the screen.
      if (key === null || key === 'find') return;
      event.preventDefault();
      obey(key);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      <CommandPalette
        isOpen={shown === 'palette'}
        onClose={() => setShown(null)}
        label={t('title')}
        placeholder={t('placeholder')}
        nothingFound={t('nothingFound')}
        commands={commands}
        onRun={run}
        matches={meant}
      />
      <KeySheet isOpen={shown === 'keys'} onClose={() => setShown(null)} />
    </>
  );
}

/** Every word that was typed begins a word of the name, in whatever hand it is written. */
function meant(name: string, typed: string): boolean {
  const words = libraryWords(name);
  return libraryWords(typed).every((each) => words.some((word) => begins(word, each)));
}
