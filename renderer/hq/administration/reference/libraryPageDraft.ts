import { toAsciiDigits } from '#shared/domain/identifiers/digits.ts';
import type { LibraryTool } from '#shared/domain/library/library.ts';
import type { PageDraft } from '#shared/domain/library/libraryDraft.ts';
import type { DocumentFault } from '#shared/domain/publication/documentFault.ts';

export interface TypedPart {
  readonly headingAr: string;
  readonly headingEn: string;
  /** Each line is a paragraph; empty ones are left out. */
  readonly ar: string;
  readonly en: string;
}

/** A page of the library as it stands in its boxes. */
export interface TypedPage {
  readonly titleAr: string;
  readonly titleEn: string;
  readonly parts: readonly TypedPart[];
  readonly clauses: string;
  readonly steps: readonly string[];
}

export const EMPTY_PART: TypedPart = { headingAr: '', headingEn: '', ar: '', en: '' };

/** A page that nobody has written yet. Its name is one that no page had before. */
export function newPage(tool: LibraryTool): PageDraft {
  const id = `page${crypto.randomUUID().replaceAll('-', '')}`;
  return {
    id,
    tool,
    title: { ar: '', en: '' },
    steps: [],
    sections: [],
    fields: [],
    clauses: [],
    parts: [{ heading: null, lines: [] }],
  };
}

export function typedOf({ title, parts, clauses, steps }: PageDraft): TypedPage {
  return {
    titleAr: title.ar,
    titleEn: title.en,
    parts: parts.map(({ heading, lines }) => ({
      headingAr: heading?.ar ?? '',
      headingEn: heading?.en ?? '',
      ar: lines.map(({ ar }) => ar).join('\n'),
      en: lines.map(({ en }) => en).join('\n'),
    })),
    clauses: clauses.join(' '),
    steps,
  };
}

/** The page as the hub keeps it: what has no counterpart in the other language is said to be missing. */
export function pageOf(typed: TypedPage, { id, tool, sections, fields }: PageDraft): PageDraft {
  return {
    id,
    tool,
    sections,
    fields,
    title: { ar: typed.titleAr, en: typed.titleEn },
    parts: typed.parts.map(({ headingAr, headingEn, ar, en }) => ({
      heading:
        headingAr.trim() === '' && headingEn.trim() === ''
          ? null
          : { ar: headingAr, en: headingEn },
      lines: linesOf(ar, en),
    })),
    clauses: toAsciiDigits(typed.clauses)
      .toUpperCase()
      .split(/[\s,،·]+/)
      .filter((clause) => clause !== ''),
    steps: [...typed.steps],
  };
}

function linesOf(ar: string, en: string): PageDraft['parts'][number]['lines'] {
  const [arabic, english] = [paragraphsOf(ar), paragraphsOf(en)];
  return Array.from({ length: Math.max(arabic.length, english.length) }, (_, at) => ({
    ar: arabic[at] ?? '',
    en: english[at] ?? '',
  }));
}

function paragraphsOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Where in a page something is wrong, and what. */
export interface PageFault {
  /** `title.ar`, `parts.0.lines.2.en`. */
  readonly path: string;
  readonly fault: Extract<DocumentFault, { in: 'path' }>;
}

export function faultsOfPage(
  faults: readonly DocumentFault[],
  { id }: PageDraft,
): readonly PageFault[] {
  const before = `pages.${id}.`;
  return faults.flatMap((fault) =>
    fault.in === 'path' && fault.path.startsWith(before)
      ? [{ path: fault.path.slice(before.length), fault }]
      : [],
  );
}
