import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse';
import { z } from 'zod';

/** Why a file of records cannot be read; the sentence is in the locales. */
export type CsvFault =
  | { readonly code: 'notReadable' | 'notText' | 'empty' }
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
  /** The first line only names the delimiter, as spreadsheets write it: `sep=;`. */
  readonly isDelimiterNamed: boolean;
}

const CHUNK = 1024 * 1024;
/** In characters; what is longer is no row but a quotation mark that nobody closed. */
const LONGEST_ROW = 1024 * 1024;
const DELIMITERS = [',', ';', '\t', '|'] as const;

/** How workbooks, portable documents and pictures begin, which are sent in place of a text. */
const OTHER_FORMS = [
  'PK\u0003\u0004',
  '\u00d0\u00cf\u0011\u00e0',
  '%PDF-',
  '\u0089PNG',
  '\u00ff\u00d8\u00ff',
];

/**
 * Finds out how a file is written: its marks, else whether it is UTF-8, else Windows-1256.
 * @throws CsvFaultError `notReadable`, `notText`
 */
export async function csvFormOf(path: string): Promise<CsvForm> {
  const bytes = await readHead(path);
  const begin = String.fromCharCode(...bytes.subarray(0, 5));
  if (OTHER_FORMS.some((form) => begin.startsWith(form))) {
    throw new CsvFaultError({ code: 'notText' });
  }
  const encoding = await encodingOf(path, bytes);
  const head = new TextDecoder(encoding).decode(bytes);
  const line = head.split(/[\r\n]+/).find((each) => each.trim() !== '') ?? '';
  const named = DELIMITERS.find((delimiter) => line.trim() === `sep=${delimiter}`.trim());
  if (named !== undefined) return { encoding, delimiter: named, isDelimiterNamed: true };
  const bare = line.replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  const delimiter = DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
  return { encoding, delimiter, isDelimiterNamed: false };
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

async function encodingOf(path: string, head: Uint8Array): Promise<CsvForm['encoding']> {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (const [index, byte] of head.subarray(0, 2000).entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  if ((zeros[1] ?? 0) > 20) return 'utf-16le';
  if ((zeros[0] ?? 0) > 20) return 'utf-16be';
  return (await isMostlyUtf8(path)) ? 'utf-8' : 'windows-1256';
}

/** Of the letters beyond ASCII so few may be broken: a byte that was lost makes no other code page. */
const BROKEN = 0.02;

async function isMostlyUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8');
  let letters = 0;
  let broken = 0;
  const count = (text: string) => {
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit < 0x80) continue;
      letters += 1;
      if (unit === 0xfffd) broken += 1;
    }
  };
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    count(decoder.decode(chunk as Buffer, { stream: true }));
  }
  count(decoder.decode());
  return broken <= letters * BROKEN;
}

/** The rows of a file, headings first, as they are read; a row never stands in memory with the file. */
export async function* csvRows(path: string, form: CsvForm): AsyncIterable<readonly string[]> {
  const decoder = new TextDecoder(form.encoding);
  const parser = parse({
    delimiter: form.delimiter,
    bom: true,
    trim: true,
    skip_empty_lines: true,
    // The line that names the delimiter has one cell, whatever the others have.
    ...(form.isDelimiterNamed ? { from_line: 2 } : {}),
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
