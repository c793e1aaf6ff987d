import { once } from 'node:events';
import { createWriteStream, type Stats, type WriteStream } from 'node:fs';
import { access, constants, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { LinkedPair } from '#shared/domain/linkage/linkRegister.ts';

/** Why pairs cannot be written to a file; the sentence is in the locales. */
export class OutputFaultError extends Error {
  readonly code: 'notWritable' | 'outIsInput';
  readonly file: string;

  constructor(code: OutputFaultError['code'], file: string) {
    super(code);
    this.code = code;
    this.file = file;
  }
}

/**
 * Looks before the work whether its result can be kept.
 * @throws OutputFaultError `notWritable`; `outIsInput` when the file to be written is one of those to be read
 */
export async function refuseOutput(path: string, inputs: readonly string[]): Promise<void> {
  const standing = await statOf(path);
  if (standing?.isDirectory() === true) throw new OutputFaultError('notWritable', path);
  try {
    await access(standing === null ? dirname(path) : path, constants.W_OK);
  } catch {
    throw new OutputFaultError('notWritable', path);
  }
  for (const input of inputs) {
    const read = await statOf(input);
    if (standing === null || read === null) continue;
    if (read.dev === standing.dev && read.ino === standing.ino) {
      throw new OutputFaultError('outIsInput', path);
    }
  }
}

/**
 * Writes the pairs, whole or not at all: what stood at the path stays until the new file is complete.
 * @throws OutputFaultError `notWritable`
 */
export async function writePairs(
  path: string,
  ids: readonly string[],
  pairs: readonly LinkedPair[],
): Promise<void> {
  const standing = await statOf(path);
  // A pipe or a terminal cannot be put in place of another.
  const isFile = standing === null || standing.isFile();
  let part = path;
  try {
    const target = standing !== null && isFile ? await realpath(path) : path;
    part = isFile ? `${target}.${process.pid}.part` : path;
    await writeLines(createWriteStream(part, { flush: isFile }), ids, pairs);
    if (isFile) await rename(part, target);
  } catch {
    if (part !== path) await rm(part, { force: true });
    throw new OutputFaultError('notWritable', path);
  }
}

async function writeLines(
  out: WriteStream,
  ids: readonly string[],
  pairs: readonly LinkedPair[],
): Promise<void> {
  await once(out, 'open');
  let block = 'left_id,right_id,probability,weight\n';
  for (const { left, right, probability, weight } of pairs) {
    const [one, other] = [quoted(ids[left] ?? ''), quoted(ids[right] ?? '')];
    block += `${one},${other},${probability.toFixed(6)},${weight.toFixed(3)}\n`;
    if (block.length > 65_536) {
      if (!out.write(block)) await once(out, 'drain');
      block = '';
    }
  }
  out.end(block);
  await once(out, 'close');
}

function quoted(id: string): string {
  return /[",\r\n]/.test(id) ? `"${id.replaceAll('"', '""')}"` : id;
}

async function statOf(path: string): Promise<Stats | null> {
  return stat(path).catch(() => null);
}
