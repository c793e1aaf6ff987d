/** A key that works on every screen of an app. */
export interface AppKey {
  /** The place on the board, whatever letters stand on it. */
  readonly code: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly written: string;
}

/** The keys that every app of ours has. */
export const ROOM_KEYS = {
  commands: { code: 'KeyK', ctrl: true, alt: false, shift: true, written: 'Ctrl Shift K' },
  keys: { code: 'Slash', ctrl: true, alt: false, shift: false, written: 'Ctrl /' },
} as const satisfies Record<string, AppKey>;

export type AppKeys = Readonly<Record<string, AppKey>> & typeof ROOM_KEYS;

type Press = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Which of the app's keys was pressed; null for any other. */
export function pressedKey(keys: AppKeys, press: Press): string | null {
  const found = Object.entries(keys).find(
    ([, { code, ctrl, alt, shift }]) =>
      press.code === code &&
      (press.ctrlKey || press.metaKey) === ctrl &&
      press.altKey === alt &&
      press.shiftKey === shift,
  );
  return found?.[0] ?? null;
}
