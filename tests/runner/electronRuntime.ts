import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { tool } from './runStep.ts';

/**
 * Whether Electron's runtime is on this machine. Its package brings only the types and a loader:
 * the runtime itself comes from outside the package registry.
 */
export function hasElectronRuntime(): boolean {
  return (
    existsSync(join(tool('electron'), 'dist')) && existsSync(join(tool('electron'), 'path.txt'))
  );
}
