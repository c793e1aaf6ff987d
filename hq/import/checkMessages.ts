import type { ImportFinding } from '#shared/domain/case/headquartersEvents.ts';
import type { Identifier } from '#shared/domain/import/identifiers.ts';
import type { ImportNote } from '#shared/domain/import/importNote.ts';
import type { PublishedDocument } from '#shared/domain/publication/publishedDocument.ts';

/** What a checking thread is started with. */
export interface CheckThreadStart {
  readonly resourcesFolder: string;
  readonly hubId: string;
  /** What headquarters has published so far. */
  readonly published: readonly PublishedDocument[];
}

/** Published while the thread runs: cases that are checked from here on may have begun with it. */
export interface PublishedMessage {
  readonly published: readonly PublishedDocument[];
}

export interface StoredEventText {
  /** Every header field of a case's event but the hashes. */
  readonly header: Readonly<Record<string, unknown>> & {
    readonly kind: string;
    readonly deviceId: string;
  };
  /** Canonical JSON; null where it was destroyed or is kept back. */
  readonly payload: string | null;
}

export interface CaseForCheck {
  readonly caseId: string;
  /** In the order in which they are reduced. */
  readonly events: readonly StoredEventText[];
}

/** Raw Ed25519 keys as headquarters holds them. */
export interface KnownKeys {
  readonly devices: Readonly<Record<string, Uint8Array>>;
  /** By laptop and person: `device actor`. */
  readonly people: Readonly<Record<string, readonly Uint8Array[]>>;
}

export interface CheckRequest {
  readonly number: number;
  readonly cases: readonly CaseForCheck[];
  readonly keys: KnownKeys;
  /** The Riyadh day of headquarters. */
  readonly today: string;
}

export interface CheckedPerson {
  readonly beneficiaryId: string;
  /** As `personValues` gives them. */
  readonly values: readonly string[];
  /** When it was submitted so. */
  readonly saidAt: string;
}

export interface CheckedCaseAnswer {
  readonly caseId: string;
  readonly findings: readonly ImportFinding[];
  readonly notes: readonly ImportNote[];
  readonly identifiers: readonly Identifier[];
  /** Who asks, as linkage compares them; null where nothing was submitted. */
  readonly person: CheckedPerson | null;
  /** What it is held for already; null while it is not. */
  readonly heldFor: readonly ImportFinding[] | null;
  /** What lists will say of it once it is imported. */
  readonly statusOnceImported: string;
  /** The last event and the latest stamp: what headquarters writes comes after them. */
  readonly base: string | null;
  readonly after: string | null;
}

export interface CheckAnswer {
  readonly number: number;
  readonly cases: readonly CheckedCaseAnswer[];
}
