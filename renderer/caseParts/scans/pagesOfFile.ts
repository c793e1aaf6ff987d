import { inspectFile } from '#shared/domain/scans/givenFile.ts';
import { LARGEST_FILE } from '#shared/domain/scans/scan.ts';
import { type DrawnPage, drawnCanvas, FileRefused, keptSize, pageOfCanvas } from './drawnPage.ts';

/** Told before each page: which one, of how many. */
export type OnPage = (page: number, count: number) => void;

/**
 * Draws the pages of a file that a person gave. Its name and its declared type are not looked at.
 * @throws FileRefused
 */
export async function pagesOfFile(file: Blob, onPage: OnPage): Promise<readonly DrawnPage[]> {
  if (file.size > LARGEST_FILE) throw new FileRefused('tooLarge');
  const bytes = await bytesOf(file);
  const given = inspectFile(bytes);
  if (given.kind === 'refused') throw new FileRefused(given.problem);
  if (given.kind === 'pdf') {
    const { pagesOfPdf } = await import('./pagesOfPdf.ts');
    return pagesOfPdf(bytes, onPage);
  }
  onPage(1, 1);
  const picture = await decoded(new Blob([bytes], { type: `image/${given.kind}` }));
  try {
    const canvas = drawnCanvas(picture, keptSize(picture.width, picture.height));
    return [await pageOfCanvas(canvas)];
  } finally {
    picture.close();
  }
}

async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    // A folder, or a file that went away with its stick.
    throw new FileRefused('broken');
  }
}

/** Turned as its EXIF says; of an animated picture, the still one. */
async function decoded(blob: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(blob, { imageOrientation: 'from-image' });
  } catch {
    throw new FileRefused('broken');
  }
}
