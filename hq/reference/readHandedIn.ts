import { inflate } from '#ports/inflate.ts';
import { type DocumentFault, faultAt } from '#shared/domain/publication/documentFault.ts';
import type { PublishedKind } from '#shared/domain/publication/publishedDocument.ts';
import { faultsOf } from '#shared/domain/publication/readFaults.ts';
import { readQuestionnaireWorkbook } from '#shared/workbook/questionnaireWorkbook.ts';

export type HandedIn =
  | { readonly ok: true; readonly source: unknown }
  | { readonly ok: false; readonly faults: readonly DocumentFault[] };

/** Deeper than any form or rule goes; what lies deeper was made to do harm. */
const DEPTH = 24;
/** How a ZIP archive, and with it every workbook, begins. */
const ARCHIVE = [0x50, 0x4b];

/** Reads a file that somebody handed in as what they say it is; what is inside is looked at later. */
export async function readHandedIn(kind: PublishedKind, bytes: Uint8Array): Promise<HandedIn> {
  const isArchive = ARCHIVE.every((byte, index) => bytes[index] === byte);
  if (isArchive && kind === 'questionnaire') {
    try {
      return { ok: true, source: (await readQuestionnaireWorkbook(bytes, inflate)).source };
    } catch (error) {
      return { ok: false, faults: faultsOf(error, null) };
    }
  }
  let source: unknown;
  try {
    source = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { ok: false, faults: [faultAt('', 'notJson')] };
  }
  return isDeeper(source, DEPTH)
    ? { ok: false, faults: [faultAt('', 'tooDeep')] }
    : { ok: true, source };
}

function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => isDeeper(inner, depth - 1));
}
