import type { Router } from '@orpc/server';
import type { Host } from '#electron/host/Host.ts';
import type { DeskContract } from '#shared/contracts/deskContract.ts';
import type { Clock, Crypto, IdGenerator } from '#shared/ports.ts';
import type { DeskContext } from './context.ts';
import type { Log } from './log.ts';

export type DeskRouter = Router<DeskContract, DeskContext>;

/** The desk as its hosts see it: something to send calls to, and something to close. */
export interface Desk {
  readonly router: DeskRouter;
  /** Given along with every call. */
  readonly context: DeskContext;
  /** Locks, lets the current write end and closes the database; safe to call twice. */
  close(): Promise<void>;
}

export interface DeskOptions {
  /** Absolute; made with mode 0700 when it is missing. */
  readonly profileFolder: string;
  /** Absolute: `resources/` as delivered. */
  readonly resourcesFolder: string;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly crypto: Crypto;
  readonly host: Host;
  readonly log: Log;
  /** The networks that this machine is on, as a text to be compared; the system's own unless said. */
  readonly networks?: () => string;
}

/** What `electron/createDesk.ts` exports under this name. */
export type CreateDesk = (options: DeskOptions) => Promise<Desk>;
