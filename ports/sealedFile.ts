import { Decrypter, Encrypter, Stanza } from 'age-encryption';
import { canonicalText } from '#shared/protocol/chain.ts';
import { type FileLabel, readFileLabel } from '#shared/protocol/sync/parcel.ts';

/**
 * Files of age with a label in their header: a stanza of a kind of our own beside those of the keys,
 * which every program of age passes over. The label is readable by anyone, and bound to the rest by the
 * header's MAC.
 */
const LABEL_STANZA = 'rifada/label';
/** Of the header; ours has about one kilobyte. */
const LONGEST_HEADER = 16 * 1024;
const BEGINNING = 'age-encryption.org/v1\n';

/** Seals a stream; what comes out is one file of age. */
export async function sealStream(
  plain: ReadableStream<Uint8Array>,
  label: FileLabel,
  recipients: readonly string[],
): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter();
  encrypter.addRecipient({
    wrapFileKey: () => [new Stanza([LABEL_STANZA], new TextEncoder().encode(canonicalText(label)))],
  });
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(plain);
}

export type Unsealing =
  | { readonly ok: true; readonly plain: ReadableStream<Uint8Array> }
  /** None of the keys opens it, or its header was changed. */
  | { readonly ok: false };

/**
 * Opens a sealed stream. What was changed after the header is found where it lies: the stream then
 * fails, having given only what stands before it.
 */
export async function unsealStream(
  sealed: ReadableStream<Uint8Array>,
  identities: readonly string[],
): Promise<Unsealing> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    return { ok: true, plain: await decrypter.decrypt(sealed) };
  } catch {
    return { ok: false };
  }
}

/** The label on the outside of a file, from its first bytes; null for a file that is none of ours. */
export function labelOf(beginning: Uint8Array): FileLabel | null {
  // The header is ASCII; what follows it is not, and is not looked at.
  const text = new TextDecoder('latin1').decode(beginning.subarray(0, LONGEST_HEADER));
  if (!text.startsWith(BEGINNING)) return null;
  const [header = ''] = text.split('\n---', 1);
  const lines = header.split('\n');
  const at = lines.indexOf(`-> ${LABEL_STANZA}`);
  if (at < 0) return null;
  const body: string[] = [];
  for (const line of lines.slice(at + 1)) {
    if (line.startsWith('-> ')) break;
    body.push(line);
  }
  const bytes = Buffer.from(body.join(''), 'base64');
  return readFileLabel(bytes.toString('utf8'));
}

/** How many bytes at the beginning of a file hold its label. */
export const LABEL_BYTES = LONGEST_HEADER;
