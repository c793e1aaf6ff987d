/** The keys of the whole app, in one table: the sheet shows it and the listeners ask it. */
export const APP_KEYS = {
  find: { code: 'KeyK', ctrl: true, alt: false, shift: false, written: 'Ctrl K' },
  commands: { code: 'KeyK', ctrl: true, alt: false, shift: true, written: 'Ctrl Shift K' },
  newCase: { code: 'KeyN', ctrl: false, alt: true, shift: false, written: 'Alt N' },
  lock: { code: 'KeyL', ctrl: false, alt: true, shift: false, written: 'Alt L' },
  cover: { code: 'KeyC', ctrl: false, alt: true, shift: false, written: 'Alt C' },
  keys: { code: 'Slash', ctrl: true, alt: false, shift: false, written: 'Ctrl /' },
} as const satisfies Record<string, AppKey>;

export type AppKeyName = keyof typeof APP_KEYS;

interface AppKey {
  /** The place on the board, whatever letters stand on it. */
  readonly code: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly written: string;
}

type Press = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Which of the app's keys was pressed; null for any other. */
export function appKeyOf(press: Press): AppKeyName | null {
  const names = Object.keys(APP_KEYS) as AppKeyName[];
  return (
    names.find((name) => {
      const { code, ctrl, alt, shift } = APP_KEYS[name];
      return (
        press.code === code &&
        (press.ctrlKey || press.metaKey) === ctrl &&
        press.altKey === alt &&
        press.shiftKey === shift
      );
    }) ?? null
  );
}
