import { Keyboard } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Command, CommandPalette } from '#renderer/components/CommandPalette.tsx';
import { begins, libraryWords } from '#shared/domain/library/searchLibrary.ts';
import { type AppKeys, pressedKey, ROOM_KEYS } from './appKey.ts';
import { KeySheet, type WrittenKey } from './KeySheet.tsx';

export interface AppCommand extends Command {
  readonly run: () => void;
}

export interface CommandRoomProps {
  readonly keys: AppKeys;
  /** What can be done from any screen; a key obeys the command that has its name. */
  readonly commands: readonly AppCommand[];
  /** The keys of the whole app, in words, for the sheet. */
  readonly everywhere: readonly WrittenKey[];
  /** Keys of single places, beside those that every screen has. */
  readonly places?: readonly WrittenKey[];
}

/** Listens to the app's keys and shows the palette or the sheet of keys over any screen. */
export function CommandRoom({ keys, commands: ofApp, everywhere, places = [] }: CommandRoomProps) {
  const { t } = useTranslation('commands');
  const [shown, setShown] = useState<'palette' | 'keys' | null>(null);
  const commands: readonly AppCommand[] = [
    ...ofApp,
    {
      id: 'keys',
      label: t('keys'),
      icon: Keyboard,
      shortcut: ROOM_KEYS.keys.written,
      run: () => setShown('keys'),
    },
  ];
  const run = (id: string) => commands.find((command) => command.id === id)?.run();
  const obey = useEffectEvent((event: KeyboardEvent) => {
    const key = pressedKey(keys, event);
    // The search box listens for itself: it is on the screen.
    if (key === null || key === 'find') return;
    event.preventDefault();
    if (key === 'commands') setShown('palette');
    else run(key);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => obey(event);
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
      <KeySheet
        isOpen={shown === 'keys'}
        onClose={() => setShown(null)}
        everywhere={everywhere}
        places={places}
      />
    </>
  );
}

/** Every word that was typed begins a word of the name, in whatever hand it is written. */
function meant(name: string, typed: string): boolean {
  const words = libraryWords(name);
  return libraryWords(typed).every((each) => words.some((word) => begins(word, each)));
}
