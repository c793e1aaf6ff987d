import { sameVersion, versionKey } from '#shared/domain/texts/textLibrary.ts';
import type { VersionedName } from '#shared/domain/versionedName.ts';

/** One version as it was delivered with the program: read and parsed. */
export interface Delivered<Parsed> {
  readonly version: VersionedName;
  readonly source: unknown;
  readonly parsed: Parsed;
}

interface Shelved<Parsed> {
  readonly version: VersionedName;
  readonly source: unknown;
  readonly isDelivered: boolean;
  readonly parsed: () => Parsed;
}

/** Every version of one form or rule set that is at hand: as delivered, and as published since. */
export class VersionShelf<Parsed> {
  readonly #parse: (source: unknown) => Parsed;
  #versions: readonly Shelved<Parsed>[];

  constructor(parse: (source: unknown) => Parsed, delivered: readonly Delivered<Parsed>[]) {
    this.#parse = parse;
    this.#versions = delivered.map(({ version, source, parsed }) => ({
      version,
      source,
      isDelivered: true,
      parsed: () => parsed,
    }));
  }

  /**
   * A published version stays what it is: open cases were begun with it. What was delivered under the
   * same number gives way to it. It is parsed when it is first asked for.
   */
  publish(version: VersionedName, source: unknown): void {
    const there = this.#versions.find((one) => sameVersion(one.version, version));
    if (there?.isDelivered === false) return;
    let parsed: { readonly value: Parsed } | null = null;
    const shelved = {
      version,
      source,
      isDelivered: false,
      parsed: () => (parsed ??= { value: this.#parse(source) }).value,
    };
    this.#versions = [...this.#versions.filter((one) => one !== there), shelved];
  }

  /** The greatest version: there is one form and one set of rules in force. */
  get inForce(): Shelved<Parsed> {
    return latestOf(this.#versions);
  }

  has(version: VersionedName): boolean {
    return this.#versions.some((one) => sameVersion(one.version, version));
  }

  /** @throws Error when this version is not here */
  get(version: VersionedName): Parsed {
    const found = this.#versions.find((one) => sameVersion(one.version, version));
    if (!found) throw new Error(`not here: ${versionKey(version)}`);
    return found.parsed();
  }

  /** Every version, the earliest first. */
  get all(): readonly Parsed[] {
    return this.#versions
      .toSorted((one, other) => one.version.version - other.version.version)
      .map(({ parsed }) => parsed());
  }

  /** By `id@version`. */
  get sources(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
      this.#versions.map(({ version, source }) => [versionKey(version), source]),
    );
  }
}

/** The greatest version. @throws Error where there is none */
export function latestOf<One extends { readonly version: VersionedName }>(
  versions: readonly One[],
): One {
  const [first, ...others] = versions;
  if (!first) throw new Error('nothing published');
  return others.reduce(
    (best, other) => (other.version.version > best.version.version ? other : best),
    first,
  );
}
