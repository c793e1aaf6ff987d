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
import { type PullResult, type PullRun, pullFeed } from './pullFeed.ts';
import { pullLinkageWeights } from './pullLinkageWeights.ts';
import { pullMatchIndex } from './pullMatchIndex.ts';
import { pushQueue } from './pushQueue.ts';
import { sendAttachments } from './sendAttachments.ts';

export interface SyncRunnerOptions {
  /** Null while the desk is locked, is being founded, or may only be read. */
  readonly desk: () => OpenDesk | null;
  /** Branch and lane have changed: the session reads them anew. */
  readonly onAdopted: () => void;
  readonly log: Log;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** The networks that this machine is on, as a text to be compared with an earlier one. */
  readonly networks: () => string;
}

/** What the screen may know of a run, besides what lies in the store. */
export interface SyncState {
  readonly situation: SyncSituation;
  readonly progress: SyncProgress | null;
  readonly nextTryAt: number | null;
  /** Events that have come in the run that is under way; null while none comes. */
  readonly receiving: number | null;
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

/** How a run ended, whichever way it went. */
interface RunResult {
  readonly situation: SyncSituation;
  readonly events: number;
  readonly received: number;
  readonly files: number;
  readonly bytes: number;
  readonly hubTimeMs: number | null;
}

const AT_REST: SyncState = {
  situation: 'neverTried',
  progress: null,
  nextTryAt: null,
  receiving: null,
};

const LOOK_EVERY_MS = 1_000;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 15 * 60_000;
/** A question that finds nothing costs a few hundred bytes. */
const PULL_EVERY_MS = 60_000;
/** Whoever practises looks from headquarters to the branch and back. */
const PULL_IN_TRAINING_MS = 10_000;
const MATCH_INDEX_EVERY_MS = 10 * 60_000;
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
  'feedBroken',
]);

/** What stands in the way is the network: another one may be a way. */
const OF_NETWORK: ReadonlySet<SyncSituation> = new Set(['offline', 'captivePortal']);

/** Headquarters has answered, whatever it says of what was sent. */
const REACHED: ReadonlySet<SyncSituation> = new Set(['allSent', 'refused', 'pagesStay']);

/**
 * Sends by itself whenever there is something to send and a way, asks by itself for what has come, and
 * does both on demand; one run at a time, on
 * the desk's own thread, in slices.
 */
export class SyncRunner {
  readonly #options: SyncRunnerOptions;
  #state: SyncState = AT_REST;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #abort = new AbortController();
  #failures = 0;
  #lastPull = Number.NEGATIVE_INFINITY;
  #lastAsked = Number.NEGATIVE_INFINITY;
  #lastMatchIndex = Number.NEGATIVE_INFINITY;
  /** As they were when the pause that goes on now began. */
  #networks = '';
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
    this.#lastPull = Number.NEGATIVE_INFINITY;
    this.#lastMatchIndex = Number.NEGATIVE_INFINITY;
    this.#state = { ...this.#state, nextTryAt: null };
    this.#look();
  }

  /** Before the store closes: what is under way is let go, and its answer not waited for. */
  release(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#desk = null;
    this.#lastPull = Number.NEGATIVE_INFINITY;
    this.#lastMatchIndex = Number.NEGATIVE_INFINITY;
    this.#state = AT_REST;
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
      this.#state = AT_REST;
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
    if (this.#isPausing(now)) return;
    const hasEvents = queueState(desk.store.reader).unreceiptedEvents > 0;
    if (hasEvents || countWaitingPages(desk.store.reader).files > 0) return this.#push(desk, link);
    const pullEvery = desk.device.training ? PULL_IN_TRAINING_MS : PULL_EVERY_MS;
    if (isOver(this.#lastPull, pullEvery, now)) return this.#pull(desk, link);
    if (this.#state.situation === 'neverTried') this.#say('allSent');
  }

  /** A pause ends by itself, and at once where a network has come that was not there when it began. */
  #isPausing(now: number): boolean {
    const { nextTryAt, situation } = this.#state;
    // No pause is longer than the longest: the clock was set back meanwhile.
    if (nextTryAt === null || now >= nextTryAt || nextTryAt - now > LAST_RETRY_MS) return false;
    if (!OF_NETWORK.has(situation) || this.#options.networks() === this.#networks) return true;
    this.#failures = 0;
    return false;
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
      this.#state = { ...AT_REST, situation: 'sending', progress };
    };
    const pushed = await pushQueue({ desk, hub, isOpen, signal, onProgress });
    if (!isOpen()) return;
    let result: RunResult = { ...pushed, received: 0 };
    const clockSkewMs =
      pushed.hubTimeMs === null
        ? (link.clockSkewMs ?? 0)
        : desk.store.clock.now() - pushed.hubTimeMs;
    if (pushed.situation === 'allSent') {
      const sent = await sendAttachments({ desk, hub, clockSkewMs, isOpen, signal, onProgress });
      if (!isOpen()) return;
      result = {
        ...result,
        situation: sent.situation,
        bytes: pushed.bytes + sent.bytes,
        files: sent.files,
        hubTimeMs: sent.hubTimeMs ?? pushed.hubTimeMs,
      };
    }
    this.#conclude(desk, result);
    // What headquarters refuses does not keep from the laptop what headquarters has to say.
    if (REACHED.has(result.situation)) {
      const pulled = await this.#read(desk, hub, clockSkewMs, isOpen);
      if (isOpen()) this.#concludePull(desk, pulled);
    }
  }

  async #pull(desk: OpenDesk, link: HubLink): Promise<void> {
    const { hubId, hubPublicKey, url } = link;
    if (hubId === null || hubPublicKey === null || url === null) return;
    const isOpen = this.#openTest(desk);
    const hub = { url, hubPublicKey, hubId };
    const pulled = await this.#read(desk, hub, link.clockSkewMs ?? 0, isOpen);
    if (isOpen()) this.#concludePull(desk, pulled);
  }

  /** All that came is here; that something of what was sent was refused stays as it is. */
  #concludePull(desk: OpenDesk, pulled: PullResult): void {
    const result = { ...pulled, events: 0, files: 0 };
    const before = this.#state;
    const isPushRefused = before.situation === 'refused' || before.situation === 'pagesStay';
    if (pulled.situation === 'allSent' && isPushRefused) {
      this.#record(desk, { ...result, situation: before.situation });
    } else this.#conclude(desk, result);
  }

  /** Reads what has come; a quiet minute later it is asked for again. */
  async #read(
    desk: OpenDesk,
    hub: PullRun['hub'],
    clockSkewMs: number,
    isOpen: () => boolean,
  ): Promise<PullResult> {
    const before = this.#state;
    const pulled = await pullFeed({
      desk,
      hub,
      clockSkewMs,
      isOpen,
      signal: this.#abort.signal,
      onProgress: (receiving) => {
        this.#state = { ...before, receiving };
      },
    });
    if (isOpen()) {
      this.#lastPull = desk.store.clock.now();
      this.#state = before;
    }
    if (pulled.situation === 'allSent') await this.#readMatchIndex(desk, hub, clockSkewMs, isOpen);
    return pulled;
  }

  /** What it tells is no hurry: every so often, and whenever somebody asks for everything. */
  async #readMatchIndex(
    desk: OpenDesk,
    hub: PullRun['hub'],
    clockSkewMs: number,
    isOpen: () => boolean,
  ): Promise<void> {
    const now = desk.store.clock.now();
    if (!isOpen() || !isOver(this.#lastMatchIndex, MATCH_INDEX_EVERY_MS, now)) return;
    const { signal } = this.#abort;
    const question = { desk, hub, clockSkewMs, signal };
    if (!(await pullMatchIndex({ ...question, isOpen }))) return;
    this.#lastMatchIndex = now;
    if (isOpen()) await pullLinkageWeights(question, isOpen);
  }

  #conclude(desk: OpenDesk, result: RunResult): void {
    const situation = this.#record(desk, result);
    if (result.situation === 'allSent') {
      this.#failures = 0;
      this.#say(situation);
    } else this.#pauseAfter(desk, situation);
  }

  /** Writes down that there was a contact, where it is news. */
  #record(desk: OpenDesk, result: RunResult): SyncSituation {
    const { store } = desk;
    const now = store.clock.now();
    const at = new Date(now).toISOString();
    const skew = result.hubTimeMs === null ? null : now - result.hubTimeMs;
    const isFar = skew !== null && Math.abs(skew) > SKEW_SHOWN_MS;
    const situation = result.situation === 'allSent' && isFar ? 'clockSkew' : result.situation;
    const [latest] = listContacts(store.reader);
    // Every pause ends in a try, and a night without network is one line, not a hundred.
    const isNews =
      result.events > 0 || result.files > 0 || result.received > 0 || latest?.outcome !== situation;
    const link = findHubLink(store.reader);
    if (link !== null && (isNews || skew !== null)) {
      writeDesk(store, (writer) => {
        if (skew !== null) {
          putHubLink(writer, { ...link, clockSkewMs: Math.round(skew), lastContactAt: at });
        }
        if (isNews) {
          const { events, bytes, files, received } = result;
          noteContact(writer, { at, outcome: situation, events, bytes, files, received });
        }
      });
    }
    return situation;
  }

  /** From one second to a quarter of an hour, never twice the same: laptops must not come back in step. */
  #pauseAfter(desk: OpenDesk, situation: SyncSituation): void {
    const longest = SLOW.has(situation)
      ? LAST_RETRY_MS
      : Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#failures);
    this.#failures += 1;
    this.#networks = this.#options.networks();
    const pause = longest * (0.5 + this.#options.random() / 2);
    this.#state = {
      ...AT_REST,
      situation,
      nextTryAt: desk.store.clock.now() + Math.round(pause),
    };
  }

  #say(situation: SyncSituation): void {
    this.#state = { ...AT_REST, situation };
  }

  #openTest(desk: OpenDesk): () => boolean {
    const { signal } = this.#abort;
    return () => !signal.aborted && this.#options.desk()?.store === desk.store;
  }
}

/** Also where the clock was set back since: whoever corrects a clock must not wait for the old time to come. */
function isOver(since: number, everyMs: number, now: number): boolean {
  return now < since || now - since >= everyMs;
}
