export type GalleryLanguage = 'ar' | 'en';

/** Picks by language, so that each sample stands beside its translation. */
export function say(language: GalleryLanguage, arabic: string, english: string): string {
  return language === 'ar' ? arabic : english;
}
