import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

const run = promisify(execFile);
const NAME = 'postgres';

/** Whom PostgreSQL runs as where the hub is root: null elsewhere, it then runs as who started it. */
export async function systemUser(): Promise<SystemUser | null> {
  if (process.getuid?.() !== 0) return null;
  const known = userNamed(NAME);
  if (known !== null) return known;
  await run('useradd', ['--system', '--user-group', '--no-create-home', NAME]);
  const made = userNamed(NAME);
  if (made === null) throw new TypeError('a system user that was made and is not there');
  return made;
}

function userNamed(name: string): SystemUser | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
}
