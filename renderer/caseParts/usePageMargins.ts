import { useEffect } from 'react';
import type { Language } from '#shared/domain/case/vocabulary.ts';

const FONT = 'font: 9pt "IBM Plex Sans Arabic", sans-serif; color: #555;';
const COUNTER = `content: counter(page) "/" counter(pages); ${FONT}`;

/**
 * Writes the paper's form and reference into the margin of every page, so that a loose sheet can be put
 * back, and "x/y" at the end of the line as the paper's language runs. A sheet made in script, since the
 * words of a page's margin cannot be drawn by elements.
 */
export function usePageMargins(text: string, language: Language): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    const words = `content: "${text.replaceAll(/["\\\n]/g, ' ')}"; ${FONT}`;
    const [left, right] = language === 'ar' ? [COUNTER, words] : [words, COUNTER];
    sheet.replaceSync(`@page { @bottom-left { ${left} } @bottom-right { ${right} } }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [text, language]);
}
