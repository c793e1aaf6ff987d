import {
  countWaitingPages,
  markHeld,
  notePageProblem,
  type WaitingPage,
  waitingPages,
} from '#db/desk/attachmentQueue.ts';
import { receiptedPosition } from '#db/desk/receipts.ts';
import { writeDesk } from '#db/desk/store.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import type { SyncSituation } from '#shared/contracts/sync.ts';
import type { PageProblem } from '#shared/domain/scans/scan.ts';
import {
  askAttachment,
  type Caller,
  type HubAddress,
  type HubReply,
  putChunk,
} from './hubClient.ts';
import { NetworkPace } from './networkPace.ts';
import { situationOfRefusal, situationOfReply } from './situations.ts';

export interface AttachmentsResult {
  readonly situation: SyncSituation;
  readonly files: number;
  readonly bytes: number;
  /** Headquarters' clock, where it was said; in milliseconds. */
  readonly hubTimeMs: number | null;
}

export interface AttachmentsProgress {
  readonly filesTotal: number;
  readonly filesHeld: number;
  readonly fileBytesTotal: number;
  /** What headquarters said that it holds, of what was to be sent. */
  readonly fileBytesHeld: number;
}

export interface AttachmentsRun {
  readonly desk: OpenDesk;
  readonly hub: HubAddress;
  readonly clockSkewMs: number;
  readonly isOpen: () => boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: AttachmentsProgress) => void;
}

const LARGEST_CHUNK = 512 * 1024;
const SMALLEST_CHUNK = 32 * 1024;
/** Bytes that arrive as others than they were sent are sent so often before the page is put aside. */
const MOST_TRIES = 3;
const AT_ONCE = 100;

/** Bytes of a piece; kept over runs, as networks are. */
const pace = new NetworkPace({ least: SMALLEST_CHUNK, most: LARGEST_CHUNK });

/**
 * Sends the pages of standing scans whose events headquarters has receipted, one after the other, from
 * where headquarters says that the last try ended. What is wrong with one page never stops the others.
 */
export async function sendAttachments(run: AttachmentsRun): Promise<AttachmentsResult> {
  const { desk, isOpen } = run;
  const { store } = desk;
  const waiting = countWaitingPages(store.reader);
  let caller: Caller = {
    crypto: store.crypto,
    clock: store.clock,
    deviceId: desk.device.deviceId,
    privateKey: desk.device.privateKey,
    clockSkewMs: run.clockSkewMs,
  };
  let files = 0;
  let bytes = 0;
  let heldBytes = 0;
  let hubTimeMs: number | null = null;
  let resynchronised = false;

  for (;;) {
    if (!isOpen()) return ended('locked');
    const pages = waitingPages(store.reader, receiptedPosition(store.reader), AT_ONCE);
    if (pages.length === 0) return ended('allSent');
    for (const page of pages) {
      const end = await sendOne(page);
      if (end !== null) return ended(end);
      if (!isOpen()) return ended('locked');
    }
  }

  function ended(situation: SyncSituation): AttachmentsResult {
    return { situation, files, bytes, hubTimeMs };
  }

  /** Null when this page is done with, held or put aside. */
  async function sendOne(page: WaitingPage): Promise<SyncSituation | null> {
    const { place } = page;
    const content = store.attachments.read(place);
    if (!content.ok) {
      putAside(page, content.problem);
      return null;
    }
    for (let tries = 1; ; ) {
      const reply = await sendContent(page, content.bytes);
      if (!isOpen()) return 'locked';
      if (reply === 'stalled') {
        putAside(page, 'attachmentHashWrong');
        return null;
      }
      if (reply.kind !== 'statement') {
        if (reply.kind === 'offline') pace.lost();
        return situationOfReply(reply.kind);
      }
      const { statement } = reply;
      if (statement.format === 'rifada.attachment') {
        hubTimeMs = Date.parse(statement.hubTime);
        writeDesk(store, (writer) =>
          markHeld(writer, place.hash, new Date(store.clock.now()).toISOString()),
        );
        files += 1;
        heldBytes += page.bytes;
        report(0);
        return null;
      }
      if (statement.format !== 'rifada.refusal') return 'captivePortal';
      hubTimeMs = Date.parse(statement.hubTime);
      if (statement.code === 'clockSkew' && !resynchronised) {
        resynchronised = true;
        caller = { ...caller, clockSkewMs: store.clock.now() - hubTimeMs };
        continue;
      }
      const situation = situationOfRefusal(statement.code);
      if (situation !== null) return situation;
      if (statement.code === 'attachmentHashWrong' && tries < MOST_TRIES) {
        tries += 1;
        continue;
      }
      putAside(
        page,
        statement.code === 'attachmentUnknown' || statement.code === 'attachmentHashWrong'
          ? statement.code
          : 'malformed',
      );
      return null;
    }
  }

  /** The answer after which there is nothing more to send of it. */
  async function sendContent(
    page: WaitingPage,
    content: Uint8Array,
  ): Promise<HubReply | 'stalled'> {
    const { hash } = page.place;
    let from = 0;
    if (content.length > SMALLEST_CHUNK) {
      const state = await askAttachment(run.hub, caller, hash, run.signal);
      if (!isProgress(state)) return state;
      from = state.statement.received;
    }
    for (;;) {
      report(from);
      const piece = content.subarray(from, from + pace.atOnce);
      const begun = performance.now();
      const chunk = { hash, firstByte: from, size: content.length, bytes: piece };
      const reply = await putChunk(run.hub, caller, chunk, run.signal);
      bytes += piece.length;
      if (!isProgress(reply)) return reply;
      pace.answered(performance.now() - begun);
      // Headquarters never goes back by itself: whoever says so would keep us sending for ever.
      if (reply.statement.received <= from) return 'stalled';
      from = reply.statement.received;
    }
  }

  function putAside({ place }: WaitingPage, problem: PageProblem): void {
    writeDesk(store, (writer) => notePageProblem(writer, place, problem));
  }

  function report(ofThisPage: number): void {
    run.onProgress({
      filesTotal: waiting.files,
      filesHeld: Math.min(files, waiting.files),
      fileBytesTotal: waiting.bytes,
      fileBytesHeld: Math.min(heldBytes + ofThisPage, waiting.bytes),
    });
  }
}

type InProgress = Extract<HubReply, { kind: 'statement' }> & {
  readonly statement: { readonly format: 'rifada.attachment'; readonly received: number };
};

/** Headquarters holds a part of it and waits for the rest. */
function isProgress(reply: HubReply): reply is InProgress {
  return (
    reply.kind === 'statement' &&
    reply.statement.format === 'rifada.attachment' &&
    !reply.statement.complete
  );
}
