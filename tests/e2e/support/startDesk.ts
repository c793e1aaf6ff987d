import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createORPCClient } from '@orpc/client';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import type { Applicant } from '#tests/fixtures/applicants.ts';
import type { DeskClient } from '#tests/integration/desk/support/testDesk.ts';
import { MORNING } from './branch.ts';
import { ensureBuiltScreens } from './builtScreens.ts';
import type { DeskSetup, Stage } from './deskMessages.ts';
import { buildHouse, sharedHouse } from './house.ts';

export interface DeskStart {
  /** A folder that another desk has left behind; a new one without it. */
  readonly profile?: string;
  /** ISO instant at which the desk's clock begins to tick; `MORNING` without it. */
  readonly clock?: string;
  readonly language?: Language;
  readonly stage?: Stage;
  readonly locked?: boolean;
  /** Days to the end of the applicant's card; as the fixture says without it. */
  readonly cardEndsIn?: number;
  /** Days to the end of the agent's deed, below zero for one that has lapsed. */
  readonly deedEndsIn?: number;
  /** The training office instead of a branch. */
  readonly isTraining?: boolean;
  /** Whose case it is; the widow's without it. */
  readonly applicant?: Applicant;
  /** So many other people have a request that was only just opened; none without it. */
  readonly crowd?: number;
  /** In a process of its own, which can be killed. */
  readonly alone?: boolean;
  /** Places of failures (`cases.get`) that the test provokes; any other fails it when the desk stops. */
  readonly expectedFailures?: readonly string[];
}

export interface RunningDesk {
  readonly profile: string;
  /** The case of a prepared desk. */
  readonly caseId: string | null;
  /** The calls that its screens make, to bring it on without them. */
  readonly client: DeskClient;
  /** A link that opens the desk in one browser, once. */
  newLink(): Promise<string>;
  /** What the QR on the papers of a case says. */
  paperText(caseId: string): Promise<string>;
  moveClock(to: string): Promise<void>;
  /** Bytes of memory that its process holds: of a desk that is alone, its own. */
  memory(): Promise<number>;
  /** As at the end of the day. Throws when the desk met a failure that nobody expected. */
  stop(): Promise<void>;
  /** As a power cut does: the process is gone at once, whatever it was doing. For a desk that is alone. */
  kill(): Promise<void>;
}

const rootFolder = fileURLToPath(new URL('../../..', import.meta.url));
let started = 0;

/**
 * Starts the real desk with its real screens, in the house that this worker's desks share; a desk on
 * a folder that another has left, and one that is to be killed, in a process of its own.
 */
export async function startDesk(start: DeskStart = {}): Promise<RunningDesk> {
  await ensureBuiltScreens(rootFolder);
  const profile = start.profile ?? newProfile();
  const setup: DeskSetup = {
    rootFolder,
    profileFolder: profile,
    pepperFile: pepperFileOf(profile),
    startsAt: start.clock ?? MORNING,
    language: start.language ?? 'ar',
    stage: start.stage ?? 'firstRun',
    locked: start.locked ?? false,
    cardEndsIn: start.cardEndsIn ?? null,
    deedEndsIn: start.deedEndsIn ?? null,
    applicant: start.applicant ?? 'widow',
    isTraining: start.isTraining ?? false,
    crowd: start.crowd ?? 0,
  };
  const isAlone = start.alone ?? start.profile !== undefined;
  const house = isAlone ? buildHouse() : sharedHouse();
  started += 1;
  const desk = started;
  const ready = await house.ask(desk, { kind: 'start', setup }, 'ready');
  let isRunning = true;
  return {
    profile,
    caseId: ready.caseId,
    client: createORPCClient({
      call: async (place, input) =>
        (await house.ask(desk, { kind: 'call', place: [...place], input }, 'called')).output,
    }),
    newLink: async () => (await house.ask(desk, { kind: 'link' }, 'link')).link,
    paperText: async (caseId) =>
      (await house.ask(desk, { kind: 'paperText', caseId }, 'paperText')).text,
    memory: async () => (await house.ask(desk, { kind: 'memory' }, 'memory')).bytes,
    moveClock: async (to) => {
      await house.ask(desk, { kind: 'moveClock', to }, 'done');
    },
    stop: async () => {
      if (!isRunning || !house.isStanding) return;
      isRunning = false;
      const { failures } = await house.ask(desk, { kind: 'stop' }, 'stopped');
      if (isAlone) await house.leave();
      const unexpected = failures.filter(({ place }) => !start.expectedFailures?.includes(place));
      if (unexpected.length > 0) {
        throw new Error(`The desk met failures: ${JSON.stringify(unexpected)}`);
      }
    },
    kill: async () => {
      if (!isAlone) throw new Error('others stand in this house: start the desk with "alone"');
      await house.kill();
    },
  };
}

/** Beside the profile, never in it: a copy of the folder must not carry it along. */
export function pepperFileOf(profile: string): string {
  return `${profile}.pepper/pepper`;
}

/** A folder that is not there yet, for a profile. */
export function newProfile(): string {
  return join(mkdtempSync(join(tmpdir(), 'rifada-e2e-')), 'profile');
}

/** Takes away what `newProfile` has made, with all that desks have left in it. */
export function removeProfile(profile: string): void {
  rmSync(dirname(profile), { recursive: true, force: true });
}
