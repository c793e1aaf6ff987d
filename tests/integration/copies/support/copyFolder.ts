import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import type { CopiesStatus } from '#shared/contracts/copies.ts';
import type { TestDesk } from '../../desk/support/testDesk.ts';

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
    copies: names.filter((name) => name.startsWith('copy-')),
    segments: names.filter((name) => name.startsWith('journal-')),
    pictures: readdirSync(join(place, 'pictures')),
  };
}

/** Asks for a copy and waits until it was made or refused. */
export async function copyNow({ client }: TestDesk): Promise<CopiesStatus> {
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
