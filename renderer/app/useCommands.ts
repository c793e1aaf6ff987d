import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
  BookOpen,
  EyeOff,
  FilePlus,
  FolderOpen,
  Languages,
  ListChecks,
  Lock,
  Moon,
  Sun,
  SunMoon,
  UserRound,
  Users,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#renderer/access/desk.ts';
import { useStatus, useTakeStatus } from '#renderer/access/status.ts';
import type { AppCommand } from '#renderer/commands/CommandRoom.tsx';
import type { Preferences } from '#shared/contracts/session.ts';
import { Language } from '#shared/domain/case/vocabulary.ts';
import { APP_KEYS } from './appKeys.ts';

/** Everything that can be done from any screen of the desk. */
export function useCommands(): readonly AppCommand[] {
  const { t } = useTranslation(['commands', 'shell', 'library', 'staff', 'bringList', 'common']);
  const { queries } = useDesk();
  const { preferences } = useStatus();
  const takeStatus = useTakeStatus();
  const navigate = useNavigate();
  const { mutate: lock } = useMutation(
    queries.session.lock.mutationOptions({ onSuccess: takeStatus }),
  );
  const { mutate: cover } = useMutation(
    queries.session.cover.mutationOptions({ onSuccess: takeStatus }),
  );
  const { mutate: prefer } = useMutation(
    queries.session.setPreferences.mutationOptions({ onSuccess: takeStatus }),
  );
  const change = (changes: Partial<Preferences>) => () => prefer(changes);
  return [
    {
      id: 'newCase',
      label: t('commands:newCase'),
      icon: FilePlus,
      shortcut: APP_KEYS.newCase.written,
      run: () => void navigate({ to: '/new' }),
    },
    { id: 'today', label: t('shell:today'), icon: Sun, run: () => void navigate({ to: '/' }) },
    {
      id: 'cases',
      label: t('shell:cases'),
      icon: FolderOpen,
      run: () => void navigate({ to: '/cases' }),
    },
    {
      id: 'beneficiaries',
      label: t('shell:beneficiaries'),
      icon: UserRound,
      run: () => void navigate({ to: '/beneficiaries' }),
    },
    {
      id: 'bringList',
      label: t('commands:bringList'),
      icon: ListChecks,
      run: () => void navigate({ to: '/bring-list' }),
    },
    {
      id: 'library',
      label: t('library:title'),
      icon: BookOpen,
      run: () => void navigate({ to: '/library' }),
    },
    {
      id: 'staff',
      label: t('staff:title'),
      icon: Users,
      run: () => void navigate({ to: '/staff' }),
    },
    {
      id: 'cover',
      label: t('commands:cover'),
      icon: EyeOff,
      shortcut: APP_KEYS.cover.written,
      run: () => cover({}),
    },
    {
      id: 'lock',
      label: t('commands:lock'),
      icon: Lock,
      shortcut: APP_KEYS.lock.written,
      run: () => lock({}),
    },
    ...Language.options
      .filter((language) => language !== preferences.language)
      .map((language) => ({
        id: `language-${language}`,
        label: t(`common:languageName.${language}`),
        lang: language,
        icon: Languages,
        run: change({ language }),
      })),
    {
      id: 'light',
      label: t('commands:theme', { theme: t('shell:theme.light') }),
      icon: Sun,
      run: change({ theme: 'light' }),
    },
    {
      id: 'dark',
      label: t('commands:theme', { theme: t('shell:theme.dark') }),
      icon: Moon,
      run: change({ theme: 'dark' }),
    },
    {
      id: 'system',
      label: t('commands:theme', { theme: t('shell:theme.system') }),
      icon: SunMoon,
      run: change({ theme: 'system' }),
    },
  ];
}
