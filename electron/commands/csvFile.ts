import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse';
import { z } from 'zod';

/** Why a file of records cannot be read; the sentence is in the locales. */
export type CsvFault =
  | { readonly code: 'notReadable' | 'empty' }
  | {
      readonly code: 'malformed' | 'tooLong';
      readonly line: number;
      readonly column: number;
    };

export class CsvFaultError extends Error {
  readonly fault: CsvFault;
  readonly file: string;

  constructor(fault: CsvFault, file = '') {
    super(fault.code);
    this.fault = fault;
    this.file = file;
  }
}

export interface CsvForm {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256';
  readonly delimiter: ',' | ';' | '\t' | '|';
}

const CHUNK = 1024 * 1024;
/** In characters; what is longer is no row but a quotation mark that nobody closed. */
const LONGEST_ROW = 1024 * 1024;
const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Finds out how a file is written: its marks, else whether all of it is UTF-8, else Windows-1256. */
export async function csvFormOf(path: string): Promise<CsvForm> {
  const encoding = await encodingOf(path);
  const head = new TextDecoder(encoding).decode(await readHead(path));
  const line = head.split(/\r?\n/, 1)[0]?.replace(/"[^"]*"/g, '') ?? '';
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
  const most = Math.max(...counts);
  return { encoding, delimiter: DELIMITERS[counts.indexOf(most)] ?? ',' };
}

async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path).catch(() => {
    throw new CsvFaultError({ code: 'notReadable' });
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(CHUNK), 0, CHUNK, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    throw new CsvFaultError({ code: 'notReadable' });
  } finally {
    await file.close();
  }
}

async function encodingOf(path: string): Promise<CsvForm['encoding']> {
  const head = await readHead(path);
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (const [index, byte] of head.subarray(0, 2000).entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  if ((zeros[1] ?? 0) > 20) return 'utf-16le';
  if ((zeros[0] ?? 0) > 20) return 'utf-16be';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
      decoder.decode(chunk as Buffer, { stream: true });
    }
    decoder.decode();
    return 'utf-8';
  } catch {
    return 'windows-1256';
  }
}

/** The rows of a file, headings first, as they are read; a row never stands in memory with the file. */
export async function* csvRows(path: string, form: CsvForm): AsyncIterable<readonly string[]> {
  const decoder = new TextDecoder(form.encoding);
  const parser = parse({
    delimiter: form.delimiter,
    bom: true,
    trim: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  });
  const source = createReadStream(path, { highWaterMark: CHUNK });
  source.on('data', (chunk) => {
    const text = decoder.decode(chunk as Buffer, { stream: true });
    if (!parser.write(text)) {
      source.pause();
      parser.once('drain', () => source.resume());
    }
  });
  source.on('end', () => {
    parser.end(decoder.decode());
  });
  source.on('error', () => parser.destroy(new CsvFaultError({ code: 'notReadable' })));
  try {
    for await (const row of parser) yield row as readonly string[];
  } catch (error) {
    if (error instanceof CsvError) throw new CsvFaultError(faultOf(error));
    throw error;
  } finally {
    source.destroy();
  }
}

/** Where the parser stood; the column is an index from 0. */
const ErrorPlace = z.object({ lines: z.number(), column: z.union([z.number(), z.string()]) });

function faultOf(error: CsvError): CsvFault {
  const place = ErrorPlace.safeParse(error);
  const code = error.code === 'CSV_MAX_RECORD_SIZE' ? 'tooLong' : 'malformed';
  if (!place.success) return { code, line: 1, column: 1 };
  const { lines, column } = place.data;
  const index = typeof column === 'number' ? column : 0;
  return { code, line: lines, column: index + 1 };
}
