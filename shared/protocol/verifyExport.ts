import { z } from 'zod';
import { CaseEvent } from '../domain/case/caseEvent.ts';
import type { CaseState } from '../domain/case/caseState.ts';
import { mayFollow } from '../domain/case/followingEvent.ts';
import { isWrittenAtHeadquartersOnly } from '../domain/case/headquartersEvents.ts';
import { type PaperScan, paperDeclaration, paperScansOf } from '../domain/case/paperScans.ts';
import { CaseReplayError, reduceCase } from '../domain/case/reduceCase.ts';
import {
  declarationFaults,
  paperScanFaults,
  promiseFaults,
} from '../domain/case/sealedEventFaults.ts';
import type { Crypto } from '../ports.ts';
import { bytesOfBase64Url } from './bytes.ts';
import { CaseExport, type ExportedEvent, exportSignatureHolds } from './caseExport.ts';
import { canonicalText, headerHash, payloadHash } from './chain.ts';

/** Everything that may be wrong with an exported case; each has its sentence in `locales/{ar,en}/verify.json`. */
export const ExportFindingCode = z.enum([
  'notAnExport',
  'exportChanged',
  'headerChanged',
  'payloadChanged',
  'otherCase',
  'eventRepeated',
  'eventMissing',
  'orderBroken',
  'chainBroken',
  'eventMalformed',
  'eventOutOfPlace',
  'markChanged',
  'witnessMissing',
  'codeWrong',
  'deviceKeyUnknown',
  'deviceSignatureWrong',
  'actorKeyUnknown',
  'actorSignatureWrong',
  'signedByAnother',
  'contentChanged',
  'signerNotOfCase',
  'paperNotPrinted',
  'paperOfNoSeal',
  'sealRepeated',
  'sealedAtAnotherTime',
  'submittedWithoutDeclaration',
  'dayZeroWrong',
  'replyTooEarly',
]);
export type ExportFindingCode = z.infer<typeof ExportFindingCode>;

/** What was found, and at which event (1 is the oldest); null where it is the file as a whole. */
export interface ExportFinding {
  readonly code: ExportFindingCode;
  readonly event: number | null;
}

/** A declaration in the case: whether the data are still those that were signed. */
export interface ExportedDeclaration {
  readonly event: number;
  readonly code: string;
  readonly signedAt: string;
  readonly standing: boolean;
  /** Of what was signed by ink: the pictures of its sheet that are bound to it; null for what was not. */
  readonly paper: readonly PaperScan[] | null;
}

export interface ExportVerdict {
  /** Empty when all of it holds. */
  readonly findings: readonly ExportFinding[];
  readonly declarations: readonly ExportedDeclaration[];
  /** The case as the events make it; null when they make none. */
  readonly state: CaseState | null;
}

/**
 * Checks a case on its own, without database or network: hashes, order, reduction, seals and the
 * dates of the promise. The keys in the file are the file's own word: whoever must know that they
 * are the branch's compares them with the keys that headquarters holds. Never throws on bad input.
 */
export function verifyExport(crypto: Crypto, input: unknown): ExportVerdict {
  const parsed = CaseExport.safeParse(input);
  if (!parsed.success) {
    return { findings: [{ code: 'notAnExport', event: null }], declarations: [], state: null };
  }
  const file = parsed.data;
  const findings = [
    ...finding(!exportSignatureHolds(crypto, file), 'exportChanged', null),
    ...recordFindings(crypto, file),
    ...orderFindings(file),
  ];
  let state: CaseState | null = null;
  const sealed = new Map<string, { readonly event: number; readonly code: string }>();
  for (const [index, exported] of file.events.entries()) {
    const at = index + 1;
    // What it said is not to be known: that it was there is.
    if (exported.payload === null) continue;
    const event = caseEventOf(exported);
    if (event === null) {
      findings.push({ code: 'eventMalformed', event: at });
      break;
    }
    findings.push(...foundAt(at, () => eventFindings(crypto, file, state, event, at)));
    if (event.kind === 'declarationSigned') {
      sealed.set(event.eventId, { event: at, code: event.payload.seal.code });
    }
    const next = reduced(state, event);
    if (next === null) {
      findings.push({ code: 'eventOutOfPlace', event: at });
      break;
    }
    state = next;
  }
  return { findings, declarations: declarationsOf(state, sealed), state };
}

function declarationsOf(
  state: CaseState | null,
  sealed: ReadonlyMap<string, { readonly event: number; readonly code: string }>,
): readonly ExportedDeclaration[] {
  if (state === null) return [];
  return state.declarations.flatMap((declaration) => {
    const place = sealed.get(declaration.eventId);
    if (place === undefined) return [];
    const { at: signedAt, voidedBy, eventId } = declaration;
    const paper = paperDeclaration(declaration) === null ? null : paperScansOf(state, eventId);
    return [{ ...place, signedAt, standing: voidedBy === null, paper }];
  });
}

/** What was made by a stranger's hand may break any calculation; that, too, is something found. */
function foundAt(at: number, look: () => ExportFinding[]): ExportFinding[] {
  try {
    return look();
  } catch {
    return [{ code: 'eventMalformed', event: at }];
  }
}

/** Each event by itself: is it still what was hashed when it was written? */
function recordFindings(crypto: Crypto, file: CaseExport): ExportFinding[] {
  return file.events.flatMap((event, index): ExportFinding[] => [
    ...finding(!headerHolds(crypto, event), 'headerChanged', index + 1),
    ...finding(!payloadHolds(crypto, event), 'payloadChanged', index + 1),
    ...finding(event.header.caseId !== file.caseId, 'otherCase', index + 1),
  ]);
}

function headerHolds(crypto: Crypto, { header, headerHash: told }: ExportedEvent): boolean {
  try {
    return headerHash(crypto, header) === told;
  } catch {
    // A text with half a character: not what was hashed.
    return false;
  }
}

function payloadHolds(crypto: Crypto, { header, salt, payload }: ExportedEvent): boolean {
  if (salt === null || payload === null) return true;
  try {
    return payloadHash(crypto, bytesOfBase64Url(salt), payload) === header.payloadHash;
  } catch {
    // A salt that is no base64url, or a text with half a character: not what was hashed.
    return false;
  }
}

/**
 * Events of other cases lie between these in the journal, so that its chain cannot be followed
 * whole; but each event names the one that its writer had last seen, neighbours carry each other's
 * hash, and the sequence of a device only grows.
 */
function orderFindings(file: CaseExport): ExportFinding[] {
  const findings: ExportFinding[] = [];
  const seen = new Set<string>();
  const lastOf = new Map<string, ExportedEvent>();
  for (const [index, event] of file.events.entries()) {
    const { header } = event;
    const at = index + 1;
    const life = `${header.deviceId} ${header.epoch}`;
    const before = lastOf.get(life);
    // Headquarters keeps back from a branch what the branch has no need of, and builds on it.
    const isOfOthers = isWrittenAtHeadquartersOnly(header.kind);
    const missing = header.base === null ? index > 0 : !seen.has(header.base) && !isOfOthers;
    findings.push(
      ...finding(seen.has(header.eventId), 'eventRepeated', at),
      ...finding(missing, 'eventMissing', at),
      ...finding(before !== undefined && before.header.seq >= header.seq, 'orderBroken', at),
      ...finding(
        before?.header.seq === header.seq - 1 && before.headerHash !== header.previousHash,
        'chainBroken',
        at,
      ),
    );
    seen.add(header.eventId);
    lastOf.set(life, event);
  }
  return findings;
}

/** Null also for what has no canonical text: nothing of it could have been hashed or signed. */
function caseEventOf({ header, payload }: ExportedEvent): CaseEvent | null {
  const { payloadHash: _payloadHash, previousHash: _previousHash, ...rest } = header;
  const event = CaseEvent.safeParse({ ...rest, payload });
  try {
    return event.success && canonicalText(event.data) ? event.data : null;
  } catch {
    return null;
  }
}

function reduced(state: CaseState | null, event: CaseEvent): CaseState | null {
  try {
    return reduceCase(state, event);
  } catch (error) {
    if (error instanceof CaseReplayError) return null;
    throw error;
  }
}

/** @param state the case before this event */
function eventFindings(
  crypto: Crypto,
  file: CaseExport,
  state: CaseState | null,
  event: CaseEvent,
  at: number,
): ExportFinding[] {
  if (state === null || event.kind === 'caseOpened') return [];
  const codes: ExportFindingCode[] = isInPlace(file, state, event) ? [] : ['eventOutOfPlace'];
  if (event.kind === 'declarationSigned') {
    const { deviceId, actorId } = event.payload.seal.statement;
    const person = file.people[actorId];
    const keys = {
      device: publicKeys(file.devices[deviceId]),
      actor: publicKeys(person?.publicKey, ...(person?.earlierKeys ?? [])),
    };
    codes.push(...declarationFaults(crypto, state, event, keys));
  }
  if (event.kind === 'signedPaperScanned') codes.push(...paperScanFaults(crypto, state, event));
  if (event.kind === 'caseSubmitted') codes.push(...promiseFaults(state, event));
  return codes.map((code) => ({ code, event: at }));
}

/**
 * What headquarters alone writes, no laptop does; and whether it had its place there cannot be said here, since
 * some of what it stands on stays at headquarters.
 */
function isInPlace(file: CaseExport, state: CaseState, event: CaseEvent): boolean {
  return isWrittenAtHeadquartersOnly(event.kind)
    ? file.devices[event.deviceId] === undefined
    : mayFollow(state, event);
}

function publicKeys(...texts: readonly (string | undefined)[]): readonly Uint8Array[] {
  return texts.flatMap((text) => {
    try {
      return text === undefined ? [] : [bytesOfBase64Url(text)];
    } catch {
      return [];
    }
  });
}

function finding(found: boolean, code: ExportFindingCode, event: number | null): ExportFinding[] {
  return found ? [{ code, event }] : [];
}
