/** What the address of the library holds: the page that lies open, and the words looked for. */
export interface LibraryPlace {
  readonly page?: string;
  readonly words?: string;
}

export function libraryPlace(search: Record<string, unknown>): LibraryPlace {
  return {
    ...(typeof search['page'] === 'string' ? { page: search['page'] } : {}),
    ...(typeof search['words'] === 'string' ? { words: search['words'] } : {}),
  };
}
