import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MARK = 'rifada-training';

/** A folder with something in it that no training office has made: nothing of it is touched. */
export class NotATrainingFolder extends Error {
  constructor() {
    super('the folder belongs to something else');
    this.name = 'NotATrainingFolder';
  }
}

/**
 * The folder of the training office, marked as such; `again` empties it first.
 * @throws NotATrainingFolder
 */
export function openTrainingFolder(folder: string, again: boolean): void {
  const isMarked = existsSync(join(folder, MARK));
  if (!isMarked && existsSync(folder) && readdirSync(folder).length > 0) {
    throw new NotATrainingFolder();
  }
  if (again && isMarked) rmSync(folder, { recursive: true, force: true });
  // The bundled database has a user of its own, who passes through.
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  writeFileSync(join(folder, MARK), '', { mode: 0o600 });
}
