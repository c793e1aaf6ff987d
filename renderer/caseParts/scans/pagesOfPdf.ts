import { getDocument, type PDFDocumentProxy, type PDFPageProxy, PDFWorker } from 'pdfjs-dist';
import { LONGEST_SIDE, MOST_PAGES, MOST_PIXELS } from '#shared/domain/scans/scan.ts';
import { type DrawnPage, FileRefused, pageOfCanvas } from './drawnPage.ts';
import type { OnPage } from './pagesOfFile.ts';

/** For a whole file; a page that draws for minutes is a trap or a plan of a city. */
const PATIENCE_MS = 60_000;
/** Dots an inch at most, so that a small card is not blown up. */
const MOST_SCALE = 300 / 72;

/**
 * Draws the pages of a PDF inside this window. Its scripts are never run, its forms are drawn as they
 * stand, links and attachments are left alone, and nothing needs `eval` or WebAssembly.
 * @throws FileRefused
 */
export async function pagesOfPdf(
  bytes: Uint8Array<ArrayBuffer>,
  onPage: OnPage,
): Promise<readonly DrawnPage[]> {
  const script = new Worker(new URL('./pdfWorker.ts', import.meta.url), { type: 'module' });
  const worker = PDFWorker.create({ port: script });
  const assets = new URL('pdf/', document.baseURI).href;
  const loading = getDocument({
    data: bytes,
    worker,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    // The decoders without WebAssembly, and the fonts that every PDF may count on.
    wasmUrl: assets,
    standardFontDataUrl: assets,
    maxImageSize: MOST_PIXELS * 2,
    canvasMaxAreaInBytes: MOST_PIXELS * 4,
    verbosity: 0,
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new FileRefused('takesTooLong')), PATIENCE_MS);
  });
  try {
    return await Promise.race([drawnPages(loading.promise, onPage), tooLong]);
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused(problemOf(error));
  } finally {
    clearTimeout(timer);
    await loading.destroy().catch(() => undefined);
    worker.destroy();
    script.terminate();
  }
}

async function drawnPages(
  opening: Promise<PDFDocumentProxy>,
  onPage: OnPage,
): Promise<readonly DrawnPage[]> {
  const pdf = await opening;
  const count = pdf.numPages;
  if (count > MOST_PAGES) throw new FileRefused('tooManyPages');
  const drawn: DrawnPage[] = [];
  for (let number = 1; number <= count; number += 1) {
    onPage(number, count);
    drawn.push(await drawnPage(await pdf.getPage(number)));
  }
  return drawn;
}

async function drawnPage(page: PDFPageProxy): Promise<DrawnPage> {
  const natural = page.getViewport({ scale: 1 });
  const scale = Math.min(MOST_SCALE, LONGEST_SIDE / Math.max(natural.width, natural.height));
  const viewport = page.getViewport({ scale });
  const canvas = document.createElement('canvas');
  canvas.width = sideOf(viewport.width);
  canvas.height = sideOf(viewport.height);
  await page.render({ canvas, viewport, background: 'white' }).promise;
  page.cleanup();
  return pageOfCanvas(canvas);
}

function sideOf(length: number): number {
  return Math.min(LONGEST_SIDE, Math.max(1, Math.round(length)));
}

function problemOf(error: unknown): 'locked' | 'broken' {
  return error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'broken';
}
