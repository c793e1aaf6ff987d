import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import type { Applicant } from '#tests/fixtures/applicants.ts';
import { MORNING } from './branch.ts';
import { ensureBuiltScreens } from './builtScreens.ts';
import { type DeskOrder, DeskReport, type DeskSetup, type Stage } from './deskMessages.ts';

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
  /** Places of failures (`cases.get`) that the test provokes; any other fails it when the desk stops. */
  readonly expectedFailures?: readonly string[];
}

export interface RunningDesk {
  readonly profile: string;
  /** The case of a prepared desk. */
  readonly caseId: string | null;
  /** A link that opens the desk in one browser, once. */
  newLink(): Promise<string>;
  /** What the QR on the papers of a case says. */
  paperText(caseId: string): Promise<string>;
  moveClock(to: string): Promise<void>;
  /** As at the end of the day. Throws when the desk met a failure that nobody expected. */
  stop(): Promise<void>;
  /** As a power cut does: the process is gone at once, whatever it was doing. */
  kill(): Promise<void>;
}

const rootFolder = fileURLToPath(new URL('../../..', import.meta.url));
const program = fileURLToPath(new URL('./deskProcess.ts', import.meta.url));

/** Starts the real desk with its real screens in a process of its own. */
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
  const child = fork(program, [JSON.stringify(setup)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
  });
  const ready = await answerOf(child, 'ready');
  const ask = async <Kind extends DeskReport['kind']>(order: DeskOrder, kind: Kind) => {
    const answer = answerOf(child, kind);
    child.send(order);
    return answer;
  };
  return {
    profile,
    caseId: ready.caseId,
    newLink: async () => (await ask({ kind: 'link' }, 'link')).link,
    paperText: async (caseId) => (await ask({ kind: 'paperText', caseId }, 'paperText')).text,
    moveClock: async (to) => {
      await ask({ kind: 'moveClock', to }, 'done');
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = exitOf(child);
      const { failures } = await ask({ kind: 'stop' }, 'stopped');
      await gone;
      const unexpected = failures.filter(({ place }) => !start.expectedFailures?.includes(place));
      if (unexpected.length > 0) {
        throw new Error(`The desk met failures: ${JSON.stringify(unexpected)}`);
      }
    },
    kill: async () => {
      const gone = exitOf(child);
      child.kill('SIGKILL');
      await gone;
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

type ReportOf<Kind extends DeskReport['kind']> = Extract<DeskReport, { readonly kind: Kind }>;

function answerOf<Kind extends DeskReport['kind']>(
  child: ChildProcess,
  kind: Kind,
): Promise<ReportOf<Kind>> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error(`The desk's process ended before it said "${kind}".`));
    const onMessage = (message: unknown) => {
      const report = DeskReport.parse(message);
      if (!isOf(report, kind)) return;
      child.off('exit', onExit);
      child.off('message', onMessage);
      resolve(report);
    };
    child.on('message', onMessage);
    child.once('exit', onExit);
  });
}

function isOf<Kind extends DeskReport['kind']>(
  report: DeskReport,
  kind: Kind,
): report is ReportOf<Kind> {
  return report.kind === kind;
}

function exitOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('exit', () => resolve()));
}
