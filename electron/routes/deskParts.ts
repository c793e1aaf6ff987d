import type { CopyRunner } from '#electron/copies/copyRunner.ts';
import type { DeskOptions } from '#electron/dispatcher/desk.ts';
import type { Session } from '#electron/services/session.ts';
import type { StickDesk } from '#electron/sync/stick/stickDesk.ts';
import type { SyncRunner } from '#electron/sync/syncRunner.ts';
import type { TrainingOffice } from '#electron/training/trainingOffice.ts';

/** What the procedures of a desk are made of. */
export interface DeskParts {
  readonly session: Session;
  readonly sync: SyncRunner;
  readonly stick: StickDesk;
  readonly copies: CopyRunner;
  readonly training: TrainingOffice;
  readonly options: DeskOptions;
}
