/**
 * One desk of the training office with headquarters, as a program of its own: founded with its invented
 * cases at the first start, taken in by the training headquarters, open to a browser. The program that
 * starts it gives a `TrainingDeskStart` and hears its messages.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createRouterClient } from '@orpc/server';
import { createDesk } from '#electron/createDesk.ts';
import { composeDesk, programFolders } from '#electron/host/composition.ts';
import { createFileLog, logFolder } from '#electron/host/fileLog.ts';
import { currentSurroundings, pepperFile } from '#electron/host/folders.ts';
import { loadHostTexts } from '#electron/host/hostTexts.ts';
import { listRendererFiles } from '#electron/host/rendererFiles.ts';
import { systemClock } from '#electron/host/systemClock.ts';
import { createLoopbackHost } from '#electron/loopback/loopbackHost.ts';
import { startLoopbackServer } from '#electron/loopback/loopbackServer.ts';
import { isoDate, riyadhDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import { decisionToTell } from '#shared/domain/case/headquartersState.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import { type CaseId, IsoDay } from '#shared/domain/identity.ts';
import { TRAINING_PASSWORD } from '#shared/domain/training.ts';
import {
  type TrainingDeskMessage,
  TrainingDeskOrder,
  TrainingDeskStart,
} from '#shared/training/trainingDeskMessage.ts';

const LOOK_EVERY_MS = 200;
const LONGEST_WAIT_MS = 30_000;

// The terminal gives Ctrl+C to both; whoever started the desk ends it, in its order.
process.on('SIGINT', () => undefined);

const given: unknown = JSON.parse(process.argv[2] ?? 'null');
const start = TrainingDeskStart.parse(given);
const { profileFolder } = start;
const folders = programFolders(fileURLToPath(new URL('../..', import.meta.url)));
const desk = await composeDesk(
  createDesk,
  createLoopbackHost(pepperFile(profileFolder, currentSurroundings())),
  profileFolder,
  folders.resources,
  createFileLog(logFolder(profileFolder), systemClock),
);
const client = createRouterClient(desk.router, { context: desk.context });

try {
  await openDoor();
  await beTakenIn();
  await serve();
} catch (error) {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  say({ kind: 'failed', reason: isTaken ? 'portTaken' : 'other' });
  await desk.close();
  process.disconnect();
}

/** Founds the office, or opens it by the password that everybody knows. */
async function openDoor(): Promise<void> {
  const status = await client.session.status();
  if (status.phase === 'firstRun') {
    await client.session.found({ kind: 'training', language: 'ar', office: start.office });
    return;
  }
  const [person] = status.phase === 'locked' ? status.people : [];
  if (status.phase !== 'locked' || !status.training || person === undefined) {
    say({ kind: 'failed', reason: 'notTraining' });
    throw new TypeError('no training office lies in this folder');
  }
  await client.session.unlock({ actorId: person.actorId, password: TRAINING_PASSWORD });
}

async function beTakenIn(): Promise<void> {
  let { enrolment } = await client.sync.status();
  if (enrolment.state === 'none' || enrolment.state === 'refused') {
    if (enrolment.state === 'refused') await client.sync.cancelEnrolment();
    ({ enrolment } = await client.sync.enrol({ hubUrl: start.hubUrl }));
  }
  if (enrolment.state === 'asking') say({ kind: 'asks', code: enrolment.code });
  while (enrolment.state === 'asking') {
    await pause(LOOK_EVERY_MS);
    ({ enrolment } = await client.sync.status());
  }
  // Headquarters may answer at another port than the last time.
  if (enrolment.state === 'enrolled' && enrolment.hubUrl !== start.hubUrl) {
    await client.sync.setAddress({ hubUrl: start.hubUrl });
  }
}

async function serve(): Promise<void> {
  const server = await startLoopbackServer({
    desk,
    files: listRendererFiles(folders.renderer),
    port: start.port,
    say: loadHostTexts(folders.resources),
  });
  const status = await client.session.status();
  const branchName = status.phase === 'open' ? status.branch.name : '';
  const giveLink = () => say({ kind: 'link', link: server.newLink(), branchName });
  process.on('message', (message) => {
    const order = TrainingDeskOrder.parse(message);
    if (order === 'newLink') giveLink();
    else if (order === 'tellDecisions') void tellDecisions().catch(() => undefined);
    else void end();
  });
  // Whoever started it is gone: nobody would end it otherwise.
  process.once('disconnect', () => void end());
  giveLink();

  async function end(): Promise<void> {
    await server.close();
    await desk.close();
    process.exit(0);
  }
}

/** As its representative would: fetches what has come, and tells by telephone what may be told. */
async function tellDecisions(): Promise<void> {
  const until = performance.now() + LONGEST_WAIT_MS;
  while (performance.now() < until) {
    await client.sync.sendNow();
    const { due } = await client.today.get();
    const told = due.filter((row) => row.due.kind === 'decision');
    for (const { case: summary } of told) await tellOne(summary.caseId);
    if (told.length > 0) {
      await client.sync.sendNow();
      return;
    }
    await pause(LOOK_EVERY_MS);
  }
}

async function tellOne(caseId: CaseId): Promise<void> {
  const { events } = await client.cases.get({ caseId });
  const state = replayCase(events);
  const decision = state === null ? null : decisionToTell(state.headquarters);
  if (decision === null) return;
  await client.headquarters.tellDecision({
    caseId,
    decisionId: decision.decisionId,
    channel: 'phone',
    toldOn: IsoDay.parse(isoDate(riyadhDayNumber(systemClock.now()))),
    toldTo: null,
  });
}

function say(message: TrainingDeskMessage): void {
  process.send?.(message);
}
