import { useTranslation } from 'react-i18next';
import { CommandRoom } from '#renderer/commands/CommandRoom.tsx';
import { APP_KEYS, type AppKeyName } from './appKeys.ts';
import { useCommands } from './useCommands.ts';

/** The desk's commands and keys. With the beneficiary at the screen nothing of it is there. */
export function DeskCommands() {
  const { t } = useTranslation('commands');
  const names = Object.keys(APP_KEYS) as AppKeyName[];
  return (
    <CommandRoom
      keys={APP_KEYS}
      commands={useCommands()}
      everywhere={names.map((name) => ({
        id: name,
        written: APP_KEYS[name].written,
        words: t(`key.${name}`),
      }))}
      places={[
        { id: 'help', written: 'F1', words: t('place.help') },
        { id: 'confirm', written: 'Alt Enter', words: t('place.confirm') },
        { id: 'pen', written: '↑ ↓ ← → Space', words: t('place.pen') },
      ]}
    />
  );
}
