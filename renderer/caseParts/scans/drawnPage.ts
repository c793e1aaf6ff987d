import { Sha256Hex } from '#shared/domain/identity.ts';
import type { FileProblem } from '#shared/domain/scans/givenFile.ts';
import { LARGEST_PAGE, LONGEST_SIDE, type ScanPage } from '#shared/domain/scans/scan.ts';
import { hexOf } from '#shared/protocol/bytes.ts';

/** A page drawn anew: what will be kept, and nothing of the file that it came from. */
export interface DrawnPage {
  readonly page: ScanPage;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A file does not become a scan; the message is the problem's code. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(problem);
    this.problem = problem;
  }
}

const MIME = 'image/jpeg';
/** Tried in turn until the page is small enough. */
const QUALITIES = [0.86, 0.72, 0.55, 0.4] as const;

/** The size at which a picture is kept: as it is, or with its longer side at the most allowed. */
export function keptSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const side = (length: number) => Math.min(LONGEST_SIDE, Math.max(1, Math.round(length * scale)));
  return { width: side(width), height: side(height) };
}

/** Draws on white, since a JPEG knows no transparency. */
export function drawnCanvas(
  source: CanvasImageSource,
  { width, height }: { readonly width: number; readonly height: number },
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) throw new FileRefused('broken');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, width, height);
  return canvas;
}

/** @throws FileRefused when it cannot be made small enough */
export async function pageOfCanvas(canvas: HTMLCanvasElement): Promise<DrawnPage> {
  for (const quality of QUALITIES) {
    const blob = await encoded(canvas, quality);
    if (blob.size <= LARGEST_PAGE) {
      const bytes = new Uint8Array(await blob.arrayBuffer());
      const digest = await crypto.subtle.digest('SHA-256', bytes);
      const hash = Sha256Hex.parse(hexOf(new Uint8Array(digest)));
      const { width, height } = canvas;
      return { bytes, page: { hash, bytes: bytes.length, width, height, mime: MIME } };
    }
  }
  throw new FileRefused('tooLarge');
}

function encoded(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new FileRefused('broken')) : resolve(blob)),
      MIME,
      quality,
    );
  });
}
