const SHOWN_CHARACTERS = 4;

/** Hides all but the last four characters: `******5672`. Four characters or fewer are hidden whole. */
export function maskIdentifier(identifier: string): string {
  const characters = Array.from(identifier);
  const hidden =
    characters.length > SHOWN_CHARACTERS ? characters.length - SHOWN_CHARACTERS : characters.length;
  return '*'.repeat(hidden) + characters.slice(hidden).join('');
}
