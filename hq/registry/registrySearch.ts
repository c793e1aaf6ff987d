import type { RegistrySearch } from '#db/hub/registryLists.ts';
import { identityKey, mobileKey, nameWords } from '#shared/domain/search/searchText.ts';

/** A file number is known by its letters; the bare number is looked for too. */
const FILE = /^FILE-?0*(\d{1,9})$/iu;
const FEWEST_DIGITS = 4;

/**
 * What was typed into the search of the registry, by the one normaliser: words of a name, the last of
 * them perhaps only begun; or a number, which may be an id, a phone, a reference or a file. Null for nothing.
 */
export function registrySearch(text: string): RegistrySearch | null {
  const typed = text.trim();
  if (typed === '') return null;
  const identity = identityKey(typed);
  const file = FILE.exec(typed.replaceAll(/\s/gu, ''))?.[1];
  const fileNo = file === undefined ? null : `FILE-${file.padStart(6, '0')}`;
  if (fileNo !== null) return { parts: [], fileNo };
  if (/\d/u.test(identity)) {
    const mobile = mobileKey(typed);
    const part = (kinds: RegistrySearch['parts'][number]['kinds'], key: string) => ({
      parts: [{ kinds, key, isBeginning: key.length >= FEWEST_DIGITS }],
      fileNo: null,
    });
    // A phone in its own form, such as +966 5…, is no id; everything else may be any of the three.
    return mobile !== identity && /^5\d*$/u.test(mobile)
      ? part(['mobile'], mobile)
      : part(['identity', 'reference', 'tail', 'mobile'], identity);
  }
  const words = nameWords(typed);
  const isEnded = /\s$/u.test(text);
  return {
    parts: words.map((key, index) => ({
      kinds: ['name'],
      key,
      isBeginning: index === words.length - 1 && !isEnded,
    })),
    fileNo: null,
  };
}
