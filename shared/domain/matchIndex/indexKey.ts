import type { Crypto } from '../../ports.ts';
import { utf8Bytes } from '../../protocol/bytes.ts';
import { PERSON_FIELDS } from '../linkage/personValues.ts';
import { HASH_BYTES } from './identifierFilter.ts';
import { BRANCH_BYTES, MARK_BYTES } from './indexEntry.ts';

/** What the same key makes of identifiers and branches at headquarters and on every laptop. */
export class IndexKey {
  readonly bytes: Uint8Array;
  readonly #crypto: Crypto;

  /** @param bytes 32, given by headquarters to its branches */
  constructor(crypto: Crypto, bytes: Uint8Array) {
    this.#crypto = crypto;
    this.bytes = bytes;
  }

  /** @param identifier with its kind, as `identifiersOf` writes it */
  hashOf(identifier: string): Uint8Array {
    return this.#hash(`id ${identifier}`).subarray(0, HASH_BYTES);
  }

  branchOf(branchOfficeId: string): Uint8Array {
    return this.#hash(`branch ${branchOfficeId}`).subarray(0, BRANCH_BYTES);
  }

  #hash(text: string): Uint8Array {
    return this.#crypto.hmacSha256(this.bytes, utf8Bytes(text));
  }
}

const IDENTIFIERS = ['nationalId', 'passport'] as const;
const PLACES = IDENTIFIERS.map((kind) => ({
  kind,
  at: PERSON_FIELDS.findIndex(({ key }) => key === kind),
}));
/** A shorter one is none. */
const SHORTEST = 5;

/** The identifiers of a person, from values as `personValues` gives them. */
export function identifiersOf(values: readonly string[]): readonly string[] {
  return PLACES.flatMap(({ kind, at }) => {
    const value = values[at] ?? '';
    return value.length >= SHORTEST ? [`${kind} ${value}`] : [];
  });
}

/** The mark by which headquarters knows an entry again; without its secret it says nothing. */
export function markOf(crypto: Crypto, secret: Uint8Array, beneficiaryId: string): Uint8Array {
  const mark = crypto.hmacSha256(secret, utf8Bytes(`mark ${beneficiaryId}`)).slice(0, MARK_BYTES);
  // All zeros stand for nobody.
  if (mark.every((byte) => byte === 0)) mark[0] = 1;
  return mark;
}
