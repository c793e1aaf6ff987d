import { countWaitingPages, forgetPageProblems } from '#db/desk/attachmentQueue.ts';
import { findHubLink, type HubLink, putHubLink } from '#db/desk/hubLink.ts';
import { queueState } from '#db/desk/queue.ts';
import { writeDesk } from '#db/desk/store.ts';
import { listContacts, noteContact } from '#db/desk/syncLog.ts';
import type { Log } from '#electron/dispatcher/log.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import { describeFailure } from '#ports/describeFailure.ts';
import type { SyncProgress, SyncSituation } from '#shared/contracts/sync.ts';
import { askForAnswer } from './enrolment.ts';
import { greet } from './hubClient.ts';
import { type PushResult, pushQueue } from './pushQueue.ts';
import { sendAttachments } from './sendAttachments.ts';
import { situationOfRefusal, situationOfReply } from './situations.ts';

export interface SyncRunnerOptions {
  /** Null while the desk is locked, is being founded, or may only be read. */
  readonly desk: () => OpenDesk | null;
  /** Branch and lane have changed: the session reads them anew. */
  readonly onAdopted: () => void;
  readonly log: Log;
  /** From 0 to below 1. */
  readonly random: () => number;
}

/** What the screen may know of a run, besides what lies in the store. */
export interface SyncState {
  readonly situation: SyncSituation;
  readonly progress: SyncProgress | null;
  readonly nextTryAt: number | null;
}

const NOTHING_SENT: SyncProgress = {
  eventsTotal: 0,
  eventsReceipted: 0,
  bytesSent: 0,
  batchNumber: 0,
  filesTotal: 0,
  filesHeld: 0,
  fileBytesTotal: 0,
  fileBytesHeld: 0,
};

const LOOK_EVERY_MS = 1_000;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 15 * 60_000;
const GREET_EVERY_MS = 5 * 60_000;
const ASK_EVERY_MS = 3_000;
/** A laptop whose clock is further off than this shows it. */
const SKEW_SHOWN_MS = 5 * 60_000;

/** These do not change by themselves within seconds: asked again at the longest pause. */
const SLOW: ReadonlySet<SyncSituation> = new Set([
  'deviceRevoked',
  'deviceUnknown',
  'wrongHubKey',
  'protocolTooOld',
  'refused',
]);

/**
 * Sends by itself whenever there is something to send and a way, and on demand; one run at a time, on
 * the desk's own thread, in slices.
 */
export class SyncRunner {
  readonly #options: SyncRunnerOptions;
  #state: SyncState = { situation: 'neverTried', progress: null, nextTryAt: null };
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #abort = new AbortController();
  #failures = 0;
  #lastGreeting = Number.NEGATIVE_INFINITY;
  #lastAsked = Number.NEGATIVE_INFINITY;
  /** Whose state this is: another unlocking begins anew. */
  #desk: OpenDesk | null = null;

  constructor(options: SyncRunnerOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
    this.#timer.unref();
  }

  get state(): SyncState {
    return this.#state;
  }

  /** The person asks: whatever pause there was is over. */
  sendNow(): void {
    const desk = this.#options.desk();
    if (desk?.store.writable === true) writeDesk(desk.store, forgetPageProblems);
    this.#failures = 0;
    this.#lastGreeting = Number.NEGATIVE_INFINITY;
    this.#state = { ...this.#state, nextTryAt: null };
    this.#look();
  }

  /** Before the store closes: what is under way is let go, and its answer not waited for. */
  release(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#desk = null;
    this.#state = { situation: 'neverTried', progress: null, nextTryAt: null };
  }

  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.release();
    await this.#running;
  }

  /** Settles when nothing is being sent. */
  async settled(): Promise<void> {
    await this.#running;
  }

  #look(): void {
    const desk = this.#options.desk();
    if (desk === null || this.#running !== null) return;
    if (this.#desk === null || this.#desk.store !== desk.store) {
      this.#failures = 0;
      this.#state = { situation: 'neverTried', progress: null, nextTryAt: null };
    }
    this.#desk = desk;
    this.#running = this.#step(desk)
      .catch((error: unknown) => {
        this.#options.log.failure(describeFailure('sync', error));
        this.#pauseAfter(desk, 'hubUnavailable');
      })
      .finally(() => {
        this.#running = null;
      });
  }

  async #step(desk: OpenDesk): Promise<void> {
    const link = findHubLink(desk.store.reader);
    if (link === null || link.state === 'refused') return this.#say('notEnrolled');
    if (link.state === 'asking') {
      this.#say('notEnrolled');
      return this.#ask(desk, link);
    }
    if (link.url === null) return this.#say('byFileOnly');
    const now = desk.store.clock.now();
    if (this.#state.nextTryAt !== null && now < this.#state.nextTryAt) return;
    const hasEvents = queueState(desk.store.reader).unreceiptedEvents > 0;
    if (hasEvents || countWaitingPages(desk.store.reader).files > 0) return this.#push(desk, link);
    if (now - this.#lastGreeting >= GREET_EVERY_MS) return this.#greet(desk, link);
    if (this.#state.situation === 'neverTried') this.#say('allSent');
  }

  async #ask(desk: OpenDesk, link: HubLink): Promise<void> {
    const now = performance.now();
    if (link.url === null || now - this.#lastAsked < ASK_EVERY_MS) return;
    this.#lastAsked = now;
    const isOpen = this.#openTest(desk);
    const adopted = await askForAnswer(desk, link, isOpen, this.#abort.signal);
    if (adopted) this.#options.onAdopted();
  }

  async #push(desk: OpenDesk, link: HubLink): Promise<void> {
    const { hubId, hubPublicKey, url, lastBatch } = link;
    if (hubId === null || hubPublicKey === null || url === null) return;
    const isOpen = this.#openTest(desk);
    const { signal } = this.#abort;
    const hub = { url, hubPublicKey, hubId, lastBatch };
    let progress: SyncProgress = NOTHING_SENT;
    const onProgress = (more: Partial<SyncProgress>) => {
      progress = { ...progress, ...more };
      this.#state = { situation: 'sending', progress, nextTryAt: null };
    };
    const pushed = await pushQueue({ desk, hub, isOpen, signal, onProgress });
    if (!isOpen()) return;
    if (pushed.situation !== 'allSent') return this.#conclude(desk, pushed);
    const clockSkewMs =
      pushed.hubTimeMs === null
        ? (link.clockSkewMs ?? 0)
        : desk.store.clock.now() - pushed.hubTimeMs;
    const sent = await sendAttachments({ desk, hub, clockSkewMs, isOpen, signal, onProgress });
    if (!isOpen()) return;
    this.#conclude(desk, {
      situation: sent.situation,
      events: pushed.events,
      bytes: pushed.bytes + sent.bytes,
      files: sent.files,
      hubTimeMs: sent.hubTimeMs ?? pushed.hubTimeMs,
    });
  }

  async #greet(desk: OpenDesk, link: HubLink): Promise<void> {
    const { hubPublicKey, url } = link;
    if (hubPublicKey === null || url === null) return;
    const { store, device } = desk;
    const isOpen = this.#openTest(desk);
    const caller = {
      crypto: store.crypto,
      clock: store.clock,
      deviceId: device.deviceId,
      privateKey: device.privateKey,
    };
    const hub = { url, hubPublicKey };
    const signal = this.#abort.signal;
    let reply = await greet(hub, { ...caller, clockSkewMs: link.clockSkewMs ?? 0 }, signal);
    if (reply.kind === 'statement' && reply.statement.format === 'rifada.refusal') {
      const { code, hubTime } = reply.statement;
      // The clocks have parted since they were last compared: headquarters has just said by how much.
      if (code === 'clockSkew') {
        const clockSkewMs = store.clock.now() - Date.parse(hubTime);
        reply = await greet(hub, { ...caller, clockSkewMs }, signal);
      }
    }
    if (!isOpen()) return;
    this.#lastGreeting = store.clock.now();
    this.#conclude(desk, { events: 0, bytes: 0, files: 0, ...greetingResult(reply) });
  }

  #conclude(desk: OpenDesk, result: PushResult): void {
    const { store } = desk;
    const now = store.clock.now();
    const at = new Date(now).toISOString();
    const skew = result.hubTimeMs === null ? null : now - result.hubTimeMs;
    const isFar = skew !== null && Math.abs(skew) > SKEW_SHOWN_MS;
    const situation = result.situation === 'allSent' && isFar ? 'clockSkew' : result.situation;
    const [latest] = listContacts(store.reader);
    // Every pause ends in a try, and a night without network is one line, not a hundred.
    const isNews = result.events > 0 || result.files > 0 || latest?.outcome !== situation;
    const link = findHubLink(store.reader);
    if (link !== null && (isNews || skew !== null)) {
      writeDesk(store, (writer) => {
        if (skew !== null) {
          putHubLink(writer, { ...link, clockSkewMs: Math.round(skew), lastContactAt: at });
        }
        if (isNews) {
          const { events, bytes, files } = result;
          noteContact(writer, { at, outcome: situation, events, bytes, files });
        }
      });
    }
    if (result.situation === 'allSent') {
      this.#failures = 0;
      this.#lastGreeting = now;
      this.#say(situation);
    } else this.#pauseAfter(desk, situation);
  }

  /** From one second to a quarter of an hour, never twice the same: laptops must not come back in step. */
  #pauseAfter(desk: OpenDesk, situation: SyncSituation): void {
    const longest = SLOW.has(situation)
      ? LAST_RETRY_MS
      : Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#failures);
    this.#failures += 1;
    const pause = longest * (0.5 + this.#options.random() / 2);
    this.#state = {
      situation,
      progress: null,
      nextTryAt: desk.store.clock.now() + Math.round(pause),
    };
  }

  #say(situation: SyncSituation): void {
    this.#state = { situation, progress: null, nextTryAt: null };
  }

  #openTest(desk: OpenDesk): () => boolean {
    const { signal } = this.#abort;
    return () => !signal.aborted && this.#options.desk()?.store === desk.store;
  }
}

function greetingResult(
  reply: Awaited<ReturnType<typeof greet>>,
): Pick<PushResult, 'situation' | 'hubTimeMs'> {
  if (reply.kind !== 'statement') {
    return { situation: situationOfReply(reply.kind), hubTimeMs: null };
  }
  const { statement } = reply;
  if (statement.format === 'rifada.greeting') {
    return { situation: 'allSent', hubTimeMs: Date.parse(statement.hubTime) };
  }
  if (statement.format !== 'rifada.refusal') return { situation: 'captivePortal', hubTimeMs: null };
  return {
    situation: situationOfRefusal(statement.code) ?? 'hubUnavailable',
    hubTimeMs: Date.parse(statement.hubTime),
  };
}
