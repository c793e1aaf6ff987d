import { setTimeout as pause } from 'node:timers/promises';
import { findHubLink } from '#db/desk/hubLink.ts';
import type { Log } from '#electron/dispatcher/log.ts';
import type { Host } from '#electron/host/Host.ts';
import type { TrainingProgram } from '#electron/host/trainingProgram.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import { cancelEnrolment, codeOf, enrol, setAddress } from '#electron/sync/enrolment.ts';
import { describeFailure } from '#ports/describeFailure.ts';
import type { TrainingOfficeStatus } from '#shared/contracts/training.ts';
import type { TrainingOfficeMessage } from '#shared/training/trainingOfficeMessage.ts';

export interface TrainingOfficeOptions {
  readonly host: Host['training'];
  /** Null while the desk is locked, or may only be read. */
  readonly desk: () => OpenDesk | null;
  /** The desk has something to send or to ask, and a new way. */
  readonly onWay: () => void;
  readonly log: Log;
}

const LOOK_EVERY_MS = 250;

/**
 * The headquarters of a training desk: begun with it, joined by it as by any laptop, and ended with it.
 * The desk works meanwhile, and goes on working where headquarters does not come up.
 */
export class TrainingOffice {
  readonly #options: TrainingOfficeOptions;
  #status: TrainingOfficeStatus = { state: 'apart' };
  #program: TrainingProgram | null = null;
  #hubUrl: string | null = null;
  #ready: Extract<TrainingOfficeMessage, { readonly kind: 'ready' }> | null = null;
  #joining: Promise<void> | null = null;
  #isClosing = false;

  constructor(options: TrainingOfficeOptions) {
    this.#options = options;
  }

  get status(): TrainingOfficeStatus {
    return this.#status;
  }

  /** Begins where the desk is one for training and has no other headquarters; safe to call again. */
  start(): TrainingOfficeStatus {
    const { host, desk: open } = this.#options;
    const desk = open();
    if (desk === null || !desk.device.training || host === 'apart') return this.#status;
    if (host === 'notCarried') {
      this.#status = { state: 'failed', trouble: 'notCarried' };
      return this.#status;
    }
    if (this.#program !== null) {
      this.#join();
      return this.#status;
    }
    // It was taken in by a headquarters that was brought up in another way.
    const isJoined = findHubLink(desk.store.reader) !== null;
    if (isJoined && !host.wasOpened()) return this.#status;
    this.#status = { state: 'starting', step: 'headquarters' };
    // What lies there and knows nothing of this desk is of one that is gone, and might not open any more.
    const program = host.start(!isJoined, (message) => this.#hear(message));
    this.#program = program;
    void program.gone.then(() => this.#gone());
    return this.#status;
  }

  newLink(): TrainingOfficeStatus {
    this.#program?.order({ kind: 'newLink' });
    return this.#status;
  }

  /** Ends headquarters and the second branch, each with its database. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.#program?.order({ kind: 'stop' });
    await this.#program?.gone;
    await this.#joining;
  }

  #hear(message: TrainingOfficeMessage): void {
    switch (message.kind) {
      case 'open':
        this.#hubUrl = message.hubUrl;
        this.#status = { state: 'starting', step: 'secondBranch' };
        return this.#join();
      case 'ready':
        this.#ready = message;
        this.#status = { state: 'starting', step: 'joining' };
        return this.#showWhenJoined();
      case 'link':
        if (this.#status.state === 'running') {
          this.#status = { ...this.#status, secondBranch: message.secondBranch };
        }
        return;
      case 'failed':
        this.#status = { state: 'failed', trouble: message.trouble };
        return;
    }
  }

  #gone(): void {
    this.#program = null;
    this.#hubUrl = null;
    this.#ready = null;
    if (this.#status.state !== 'failed') this.#status = { state: 'failed', trouble: 'other' };
  }

  #showWhenJoined(): void {
    const hubUrl = this.#hubUrl;
    if (hubUrl === null || this.#ready === null || this.#joining !== null) return;
    const { people, secondBranch } = this.#ready;
    this.#status = { state: 'running', hubUrl, people, secondBranch };
  }

  #join(): void {
    const hubUrl = this.#hubUrl;
    if (hubUrl === null || this.#joining !== null) return;
    this.#joining = this.#beTakenIn(hubUrl)
      .catch((error: unknown) => {
        this.#options.log.failure(describeFailure('training', error));
      })
      .finally(() => {
        this.#joining = null;
        this.#showWhenJoined();
      });
  }

  /** As any laptop: it asks, and headquarters hears the code that stands on its screen. */
  async #beTakenIn(hubUrl: string): Promise<void> {
    while (this.#program !== null && !this.#isClosing) {
      const desk = this.#options.desk();
      // Whoever unlocks the desk goes on with it.
      if (desk === null) return;
      const link = findHubLink(desk.store.reader);
      if (link?.state === 'enrolled') {
        if (link.url !== hubUrl) setAddress(desk, hubUrl);
        return this.#options.onWay();
      }
      if (link?.state === 'asking' && link.url === hubUrl) {
        this.#program.order({ kind: 'approve', code: codeOf(desk, link) });
      } else {
        if (link !== null) cancelEnrolment(desk);
        await enrol(desk, hubUrl);
      }
      await pause(LOOK_EVERY_MS);
    }
  }
}
