import type { Crypto } from '../../ports.ts';
import { base64UrlOf, bytesOfBase64Url } from '../../protocol/bytes.ts';
import { canonicalBytes, canonicalText, textHash } from '../../protocol/chain.ts';
import type { Sha256Hex } from '../identity.ts';
import type { CaseState } from './caseState.ts';
import type { DrawnMark } from './drawnMark.ts';
import { Seal, type SealMarks, type SealStatement } from './seal.ts';
import { sealContentText } from './sealContent.ts';
import type { Signing } from './signing.ts';

/** Raw Ed25519 private keys, 32 bytes each. */
export interface SealingKeys {
  readonly device: Uint8Array;
  readonly actor: Uint8Array;
}

/** Raw Ed25519 public keys, 32 bytes each; none where no key is known. One that fits is enough. */
export interface SealVerificationKeys {
  readonly device: readonly Uint8Array[];
  readonly actor: readonly Uint8Array[];
}

export type SealFault =
  | 'markChanged'
  | 'witnessMissing'
  | 'codeWrong'
  | 'deviceKeyUnknown'
  | 'deviceSignatureWrong'
  | 'actorKeyUnknown'
  | 'actorSignatureWrong';

/** SHA-256 over the sealed content of the case as it stands. */
export function contentHashOf(crypto: Crypto, state: CaseState): Sha256Hex {
  return textHash(crypto, sealContentText(state));
}

/** SHA-256 over the canonical text of the drawn mark. */
export function markHashOf(crypto: Crypto, mark: DrawnMark): Sha256Hex {
  return textHash(crypto, canonicalText(mark));
}

/** SHA-256 over the statement's canonical text: what a picture of the signed sheet is bound to. */
export function sealHashOf(crypto: Crypto, statement: SealStatement): Sha256Hex {
  return textHash(crypto, canonicalText(statement));
}

/**
 * Makes the seal of a declaration (P34): two Ed25519 signatures over the same canonical bytes of the
 * statement, one by the device and one by the person who received the declaration.
 */
export function makeSeal(
  crypto: Crypto,
  statement: SealStatement,
  marks: SealMarks,
  keys: SealingKeys,
): Seal {
  const bytes = canonicalBytes(statement);
  return Seal.parse({
    statement,
    marks,
    deviceSignature: base64UrlOf(crypto.sign(keys.device, bytes)),
    actorSignature: base64UrlOf(crypto.sign(keys.actor, bytes)),
    code: sealCode(crypto, statement),
  });
}

/** Everything that does not hold of a seal by itself; empty when it is whole. The content's hash is compared by whoever has the case. */
export function verifySeal(
  crypto: Crypto,
  seal: Seal,
  keys: SealVerificationKeys,
): readonly SealFault[] {
  const faults: SealFault[] = [];
  const bytes = canonicalBytes(seal.statement);
  if (!marksHold(crypto, seal)) faults.push('markChanged');
  if (needsWitness(seal.statement.signing) && seal.statement.witness === null) {
    faults.push('witnessMissing');
  }
  if (codeOf(crypto, bytes) !== seal.code) faults.push('codeWrong');
  if (keys.device.length === 0) faults.push('deviceKeyUnknown');
  else if (!verifies(crypto, keys.device, bytes, seal.deviceSignature)) {
    faults.push('deviceSignatureWrong');
  }
  if (keys.actor.length === 0) faults.push('actorKeyUnknown');
  else if (!verifies(crypto, keys.actor, bytes, seal.actorSignature)) {
    faults.push('actorSignatureWrong');
  }
  return faults;
}

/** Who gives no handwriting needs somebody who saw it (policy, lifecycle). */
export function needsWitness({ by }: Pick<Signing, 'by'>): boolean {
  return by === 'thumb';
}

/** Each drawn mark is the one whose hash was signed, and none stands there beside them. */
function marksHold(crypto: Crypto, { statement, marks }: Seal): boolean {
  const { signing, witness, interpreter } = statement;
  const told: readonly (readonly [DrawnMark | null, Sha256Hex | null])[] = [
    [marks.signer, signing.level === 'handwrittenOnScreen' ? signing.markHash : null],
    [marks.witness, witness?.markHash ?? null],
    [marks.interpreter, interpreter?.markHash ?? null],
  ];
  return told.every(([mark, hash]) => (mark === null ? null : markHashOf(crypto, mark)) === hash);
}

/** Crockford's alphabet: no I, L, O or U, so that nobody misreads a printed code. */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 12;

/** The first 60 bits of the statement's SHA-256 as `7F3K 92QD M4XW`, for comparison by eye. */
export function sealCode(crypto: Crypto, statement: SealStatement): string {
  return codeOf(crypto, canonicalBytes(statement));
}

/** @param statement its canonical bytes */
function codeOf(crypto: Crypto, statement: Uint8Array): string {
  let characters = '';
  let held = 0;
  let bits = 0;
  for (const byte of crypto.sha256(statement)) {
    held = ((held << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5 && characters.length < CODE_LENGTH) {
      bits -= 5;
      characters += CROCKFORD.charAt((held >> bits) & 31);
    }
  }
  return characters.replace(/^(.{4})(.{4})(.{4})$/, '$1 $2 $3');
}

function verifies(
  crypto: Crypto,
  keys: readonly Uint8Array[],
  bytes: Uint8Array,
  signature: string,
): boolean {
  try {
    const raw = bytesOfBase64Url(signature);
    return keys.some((key) => crypto.verify(key, bytes, raw));
  } catch {
    // Text that is no base64url is a signature that does not hold.
    return false;
  }
}
