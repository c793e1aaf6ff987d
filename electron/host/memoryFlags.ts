import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** Flags of V8 under which the desk's program runs, as `npm start` gives them (`setup/project.mjs`). */
export function readMemoryFlags(rootFolder: string): readonly string[] {
  const path = join(rootFolder, 'electron', 'setup', 'memoryFlags.json');
  return z.array(z.string()).parse(JSON.parse(readFileSync(path, 'utf8')));
}
