import { type AppKey, ROOM_KEYS } from '#renderer/commands/appKey.ts';

/** The keys of the whole desk, in one table: the sheet shows it and the listeners ask it. */
export const APP_KEYS = {
  find: { code: 'KeyK', ctrl: true, alt: false, shift: false, written: 'Ctrl K' },
  commands: ROOM_KEYS.commands,
  newCase: { code: 'KeyN', ctrl: false, alt: true, shift: false, written: 'Alt N' },
  lock: { code: 'KeyL', ctrl: false, alt: true, shift: false, written: 'Alt L' },
  cover: { code: 'KeyC', ctrl: false, alt: true, shift: false, written: 'Alt C' },
  keys: ROOM_KEYS.keys,
} as const satisfies Record<string, AppKey>;

export type AppKeyName = keyof typeof APP_KEYS;
