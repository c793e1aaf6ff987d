import { useNavigate } from '@tanstack/react-router';
import { Languages, LogOut, Moon, Sun, SunMoon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useHqPerson } from '#renderer/access/hq/status.ts';
import { useWishes, wish } from '#renderer/access/hq/wishes.ts';
import { type AppKey, ROOM_KEYS } from '#renderer/commands/appKey.ts';
import { type AppCommand, CommandRoom } from '#renderer/commands/CommandRoom.tsx';
import { Language } from '#shared/domain/case/vocabulary.ts';
import { placesFor } from './places.ts';

const HQ_KEYS = {
  find: { code: 'KeyK', ctrl: true, alt: false, shift: false, written: 'Ctrl K' },
  commands: ROOM_KEYS.commands,
  signOut: { code: 'KeyL', ctrl: false, alt: true, shift: false, written: 'Alt L' },
  keys: ROOM_KEYS.keys,
} as const satisfies Record<string, AppKey>;

const THEMES = { light: Sun, dark: Moon, system: SunMoon } as const;

/** Everything that can be done from any screen of headquarters, by name or by key. */
export function HqCommands({ onSignOut }: { readonly onSignOut: () => void }) {
  const { t } = useTranslation(['commands', 'hqShell', 'shell', 'common']);
  const navigate = useNavigate();
  const { roles } = useHqPerson();
  const { language: shown } = useWishes();
  const commands: readonly AppCommand[] = [
    ...placesFor(roles).map((place) => ({
      id: place.id,
      label: t(`hqShell:place.${place.id}`),
      icon: place.icon,
      run: () => void navigate({ to: place.path as string }),
    })),
    {
      id: 'signOut',
      label: t('hqShell:signOut'),
      icon: LogOut,
      shortcut: HQ_KEYS.signOut.written,
      run: onSignOut,
    },
    ...Language.options
      .filter((language) => language !== shown)
      .map((language) => ({
        id: `language-${language}`,
        label: t(`common:languageName.${language}`),
        lang: language,
        icon: Languages,
        run: () => wish({ language }),
      })),
    ...(['light', 'dark', 'system'] as const).map((theme) => ({
      id: theme,
      label: t('commands:theme', { theme: t(`shell:theme.${theme}`) }),
      icon: THEMES[theme],
      run: () => wish({ theme }),
    })),
  ];
  const names = Object.keys(HQ_KEYS) as (keyof typeof HQ_KEYS)[];
  return (
    <CommandRoom
      keys={HQ_KEYS}
      commands={commands}
      everywhere={names.map((name) => ({
        id: name,
        written: HQ_KEYS[name].written,
        words:
          name === 'signOut' || name === 'find' ? t(`hqShell:${name}`) : t(`commands:key.${name}`),
      }))}
    />
  );
}
