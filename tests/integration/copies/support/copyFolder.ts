import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import type { CopiesStatus } from '#shared/contracts/copies.ts';
import { ActorId } from '#shared/domain/identity.ts';
import { confirmPrintedCode, PASSWORD, type TestDesk } from '../../desk/support/testDesk.ts';

/** A folder on another disk, as far as the desk can tell. */
export function newStick(): string {
  return mkdtempSync(join(tmpdir(), 'rifada-stick-'));
}

/** The one place of copies on a stick. */
export function placeOn(stick: string): string {
  const [place = '', ...others] = readdirSync(stick).filter((name) => name.startsWith('rifada-'));
  if (place === '' || others.length > 0) throw new Error('not one place of copies on the stick');
  return join(stick, place);
}

/** What lies in a place: copies, segments, pictures. */
export function filesOf(place: string) {
  const names = readdirSync(place);
  return {
    copies: names.filter((name) => /^copy-.*\.rifada$/.test(name)),
    segments: names.filter((name) => /^journal-.*\.segment$/.test(name)),
    unfinished: names.filter((name) => name.endsWith('.new')),
    pictures: readdirSync(join(place, 'pictures')),
  };
}

/** Asks for a copy and waits until it was made or refused. */
export async function copyNow({ client }: Pick<TestDesk, 'client'>): Promise<CopiesStatus> {
  await client.copies.makeNow();
  return vi.waitFor(
    async () => {
      const status = await client.copies.status();
      expect(status.progress).toBeNull();
      return status;
    },
    { timeout: 20_000, interval: 10 },
  );
}

/** Founds a branch and keeps its printed code, which a restore asks for. */
export async function foundWithCode({ client }: Pick<TestDesk, 'client'>): Promise<string> {
  const founded = await client.session.found({
    kind: 'branch',
    language: 'ar',
    branchName: 'مكتب مكة المكرمة',
    branchCode: 'MKH01',
    personName: 'منى سعيد العتيبي',
    password: PASSWORD,
  });
  if (founded.phase !== 'confirmRecovery') throw new Error(`the desk is ${founded.phase}`);
  await confirmPrintedCode(client, founded);
  return founded.recoveryCode;
}

/** The latest copy on a stick, opened with the code and restored with a new password for its first person. */
export async function restoreFrom({ client }: TestDesk, stick: string, code: string) {
  const { copies } = await client.restore.look({ path: stick });
  const [latest] = copies;
  if (!latest) throw new Error('no copy on the stick');
  const { place, name } = latest;
  const address = { path: stick, place, name, code };
  const { people } = await client.restore.open(address);
  const actorId = people[0]?.actorId ?? '';
  return client.restore.begin({
    ...address,
    actorId: ActorId.parse(actorId),
    password: NEW_PASSWORD,
  });
}

export const NEW_PASSWORD = 'كلمة مرور جديدة 2';
