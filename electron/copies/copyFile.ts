import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { CopyCipher } from '#db/desk/copyCipher.ts';
import type { Crypto } from '#shared/ports.ts';
import { concatBytes, hexOf, utf8Bytes } from '#shared/protocol/bytes.ts';
import { canonicalText } from '#shared/protocol/chain.ts';
import {
  COPY_VERSION,
  CopyContent,
  CopyHead,
  CopyVersion,
} from '#shared/protocol/copy/copyManifest.ts';
import type { CopyPlace } from './copyFolder.ts';
import { CopyFailure } from './copyProblem.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

const COPY_NAME = /^copy-\d{8}T\d{9}Z\.rifada$/;
const LONGEST_HEAD = 1_200_000;
const LONGEST_FILE = 256 * 1024 * 1024;
const LONGEST_CONTENT = 1024 * 1024 * 1024;

/** `copy-20261123T080000000Z.rifada`: in the order of time, and a name on every file system. */
export function copyNameOf(madeAt: string): string {
  return `copy-${madeAt.replace(/[-:.]/g, '')}.rifada`;
}

/** The names of the copies of a place, the latest first. @throws the file system's error */
export async function listCopyNames({ folder }: CopyPlace): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => COPY_NAME.test(name))
    .toSorted()
    .toReversed();
}

/** The first line says whose copy it is; behind it lies the closed part, bound to that line. */
export async function copyFileBytes(
  cipher: CopyCipher,
  crypto: Crypto,
  head: CopyHead,
  content: CopyContent,
): Promise<Uint8Array> {
  const line = canonicalText(head);
  const packed = await pack(JSON.stringify(content));
  return concatBytes(utf8Bytes(`${line}\n`), cipher.seal(contentName(crypto, line), packed));
}

export interface CopyFile {
  readonly name: string;
  readonly head: CopyHead;
  /** As it stands in the file: the closed part is bound to it. */
  readonly line: string;
  readonly sealed: Uint8Array;
  /** Of the whole file. */
  readonly bytes: number;
}

/**
 * Reads what a copy says of itself, without any key.
 * @throws CopyFailure `copyDamaged`, `copyNewer`, or the file system's error
 */
export async function readCopyFile(place: CopyPlace, name: string): Promise<CopyFile> {
  const bytes = await readFile(join(place.folder, name));
  const end = bytes.indexOf(0x0a);
  if (bytes.length > LONGEST_FILE || end < 0 || end > LONGEST_HEAD) {
    throw new CopyFailure('copyDamaged', name);
  }
  const line = bytes.toString('utf8', 0, end);
  const value = parseJson(line);
  const version = CopyVersion.safeParse(value);
  if (version.success && version.data.version > COPY_VERSION)
    throw new CopyFailure('copyNewer', name);
  const head = CopyHead.safeParse(value);
  if (!head.success) throw new CopyFailure('copyDamaged', name);
  return { name, head: head.data, line, sealed: bytes.subarray(end + 1), bytes: bytes.length };
}

/** @throws CopyFailure `copyDamaged` where the closed part does not open or is none */
export async function openCopyContent(
  cipher: CopyCipher,
  crypto: Crypto,
  { name, line, sealed }: CopyFile,
): Promise<CopyContent> {
  const packed = cipher.open(contentName(crypto, line), sealed);
  const text = packed === null ? null : await unpacked(packed, LONGEST_CONTENT);
  const content = CopyContent.safeParse(
    text === null ? undefined : parseJson(text.toString('utf8')),
  );
  if (!content.success) throw new CopyFailure('copyDamaged', name);
  return content.data;
}

/** Null for what was not packed so, or is larger unpacked. */
export function unpacked(packed: Uint8Array, maxOutputLength: number): Promise<Buffer | null> {
  return unpack(packed, { maxOutputLength }).catch(() => null);
}

function contentName(crypto: Crypto, line: string): string {
  return `content:${hexOf(crypto.sha256(utf8Bytes(line)))}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
