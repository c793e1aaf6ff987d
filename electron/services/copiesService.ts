import { journalTail, readJournal } from '#db/desk/journal.ts';
import { checkFolder } from '#electron/copies/copyFolder.ts';
import { CopyFailure } from '#electron/copies/copyProblem.ts';
import {
  type CopyRunner,
  chosenFolder,
  folderIsThere,
  keepChosenFolder,
  lastCopy,
} from '#electron/copies/copyRunner.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { Host } from '#electron/host/Host.ts';
import type { CopiesStatus, copiesContract } from '#shared/contracts/copies.ts';
import type { ContractInput } from './contractInput.ts';
import type { OpenDesk } from './openDesk.ts';
import { written } from './storeRefusal.ts';

/** A copy is made every day; a weekend without one is no alarm. */
const OVERDUE_MS = 2 * 24 * 60 * 60_000;

export interface CopiesAt {
  readonly desk: OpenDesk;
  readonly runner: CopyRunner;
  readonly host: Host;
  readonly profileFolder: string;
}

/** How it stands with copies: what lies in the store, the run under way, and the folder as it is now. */
export async function copiesStatus({ desk, runner, host }: CopiesAt): Promise<CopiesStatus> {
  const { store } = desk;
  const folder = chosenFolder(desk);
  const last = lastCopy(desk);
  const position = journalTail(store.reader)?.position ?? 0;
  const [first] = readJournal(store.reader, 0, 1);
  const since = Date.parse(last?.madeAt ?? first?.header.at ?? '');
  return {
    folder,
    folderIsThere: folder !== null && (await folderIsThere(folder)),
    canBrowse: host.chooseFolder !== null,
    last,
    eventsSince: Math.max(0, position - (last?.events ?? 0)),
    isOverdue: store.clock.now() - since > OVERDUE_MS,
    ...runner.state,
  };
}

/** @throws DeskError with the problem of the folder */
export async function chooseCopyFolder(
  at: CopiesAt,
  { path }: ContractInput<typeof copiesContract.chooseFolder>,
): Promise<CopiesStatus> {
  const folder = await checkFolder(path, at.profileFolder).catch(refuse);
  written(keepChosenFolder(at.desk, folder));
  return copiesStatus(at);
}

export function makeCopyNow(at: CopiesAt): Promise<CopiesStatus> {
  if (!at.desk.store.writable) throw new DeskError('readOnlyRecovery');
  try {
    at.runner.makeNow(at.desk);
  } catch (error) {
    refuse(error);
  }
  return copiesStatus(at);
}

/** @throws DeskError `actionNotAllowed` where the host has no dialog: its screens do not ask for one */
export async function browseForFolder({ chooseFolder }: Host): Promise<{ path: string | null }> {
  if (chooseFolder === null) throw new DeskError('actionNotAllowed');
  return { path: await chooseFolder() };
}

/** What the person is told: the problems of copies are refusals of the desk. */
export function refuse(error: unknown): never {
  if (!(error instanceof CopyFailure)) throw error;
  throw new DeskError(error.problem, error.file === null ? undefined : { path: error.file });
}
