import {
  findMatchBlock,
  findMatchPart,
  listMatchParts,
  listMatchVersions,
  type StoredMatchVersion,
} from '#db/desk/matchIndex.ts';
import type { DeskStore } from '#db/desk/store.ts';
import type { KnownStrength } from '#shared/domain/case/knownEvents.ts';
import { CodeSketches } from '#shared/domain/matchIndex/codeSketches.ts';
import { blockOf, isInBlock } from '#shared/domain/matchIndex/identifierFilter.ts';
import { ENTRIES_A_PART, readEntry } from '#shared/domain/matchIndex/indexEntry.ts';
import { IndexKey, identifiersOf } from '#shared/domain/matchIndex/indexKey.ts';
import { likenessOf } from '#shared/domain/matchIndex/likeness.ts';
import { bitsApart, PersonEncoder } from '#shared/domain/matchIndex/personCode.ts';
import { equalBytes, hexOf } from '#shared/protocol/bytes.ts';

/** An entry of the match index that is like a person who is spoken of. */
export interface IndexHit {
  /** 16 hexadecimal digits, which headquarters can resolve. */
  readonly mark: string;
  readonly strength: Exclude<KnownStrength, 'none'>;
  readonly sameIdentifier: boolean;
}

export interface IndexQuestion {
  /** As `personValues` gives them. */
  readonly values: readonly string[];
  /** Persons of this branch alone are known here anyway. */
  readonly branchOfficeId: string;
  /** The identifiers are of somebody whom this branch knows: that they stand in the filter says nothing. */
  readonly ownIdentifiers: boolean;
}

const PARTS_AT_ONCE = 64;
const MOST_HITS = 3;
const MARK_DIGITS = 16;

/** The match index of all branches as this laptop holds it: sketches in memory, all else in its database. */
export class MatchIndex {
  readonly #store: DeskStore;
  readonly #sketches = new CodeSketches();
  #inForce: (StoredMatchVersion & { readonly key: Uint8Array }) | null = null;
  #key: IndexKey | null = null;
  #encoder: PersonEncoder | null = null;
  #nextPart = 0;
  #isStale = true;

  constructor(store: DeskStore) {
    this.#store = store;
  }

  /** Of the version in force; null where there is none. */
  get version(): number | null {
    return this.#inForce?.version ?? null;
  }

  /** Another version may be in force: it is looked for before the next answer. */
  refresh(): void {
    this.#isStale = true;
  }

  /** Parts of the version in force that came anew. */
  put(version: number, part: number, entries: Uint8Array): void {
    // What is not read in yet comes from the database in its turn.
    if (this.#inForce?.version === version && part < this.#nextPart) {
      this.#sketches.put(part, entries);
    }
  }

  /** Reads in for about so many milliseconds. @returns whether nothing is left */
  catchUp(milliseconds: number): boolean {
    this.#look();
    const { version } = this;
    if (version === null) return true;
    const begun = performance.now();
    for (;;) {
      const parts = listMatchParts(this.#store.reader, version, this.#nextPart, PARTS_AT_ONCE);
      for (const { part, entries } of parts) {
        this.#sketches.put(part, entries);
        this.#nextPart = part + 1;
      }
      if (parts.length < PARTS_AT_ONCE) return true;
      if (performance.now() - begun >= milliseconds) return false;
    }
  }

  /** Who may be registered at another branch; the likeliest first, no data of anybody. */
  hits({ values, branchOfficeId, ownIdentifiers }: IndexQuestion): readonly IndexHit[] {
    const key = this.#key;
    const inForce = this.#inForce;
    if (key === null || inForce === null) return [];
    const identified = ownIdentifiers
      ? undefined
      : identifiersOf(values)
          .map((identifier) => key.hashOf(identifier))
          .find((hash) => this.#isInFilter(hash, inForce));
    const own = key.branchOf(branchOfficeId);
    const alike = this.#alike(values, own, inForce.version);
    if (identified === undefined) return alike.slice(0, MOST_HITS);
    const [first, ...others] = alike;
    // The number and the person speak for each other; a number alone is a hit of its own.
    return first === undefined
      ? [{ mark: hexOf(identified).slice(0, MARK_DIGITS), strength: 'sure', sameIdentifier: true }]
      : [{ ...first, strength: 'sure' as const, sameIdentifier: true }, ...others].slice(
          0,
          MOST_HITS,
        );
  }

  #alike(values: readonly string[], own: Uint8Array, version: number): readonly IndexHit[] {
    const code = this.#encoder?.code(values) ?? null;
    if (code === null) return [];
    const found: { readonly apart: number; readonly hit: IndexHit }[] = [];
    // In the order in which they stand in the database, each part once.
    const places = this.#sketches.near(code).toSorted((one, other) => one - other);
    let number = -1;
    let part: Uint8Array | null = null;
    for (const place of places) {
      const next = Math.floor(place / ENTRIES_A_PART);
      if (next !== number) part = findMatchPart(this.#store.reader, version, next);
      number = next;
      const entry = part === null ? null : readEntry(part, place % ENTRIES_A_PART);
      if (entry === null || equalBytes(entry.branch, own)) continue;
      const apart = bitsApart(code, entry.code);
      const strength = likenessOf(apart);
      if (strength === null) continue;
      found.push({ apart, hit: { mark: hexOf(entry.mark), strength, sameIdentifier: false } });
    }
    return found.toSorted((one, other) => one.apart - other.apart).map(({ hit }) => hit);
  }

  #isInFilter(hash: Uint8Array, { version, blocks }: StoredMatchVersion): boolean {
    const block = findMatchBlock(this.#store.reader, version, blockOf(hash, blocks));
    return block !== null && isInBlock(block, hash);
  }

  #look(): void {
    if (!this.#isStale) return;
    this.#isStale = false;
    const inForce = listMatchVersions(this.#store.reader).findLast(({ whole }) => whole) ?? null;
    if (inForce?.version === this.#inForce?.version) return;
    this.#inForce = inForce;
    this.#sketches.clear();
    this.#nextPart = 0;
    const { crypto } = this.#store;
    this.#key = inForce === null ? null : new IndexKey(crypto, inForce.key);
    this.#encoder = inForce === null ? null : new PersonEncoder(crypto, inForce.key);
  }
}
