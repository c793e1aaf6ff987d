import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { adoptStage, markReady, openStage } from '#electron/copies/restoredProfile.ts';
import { dropFolder, newFolder } from '../store/support/deskFixture.ts';

const PARTS = ['desk.db', 'desk.head', 'keys.json'] as const;
const AT = 1_795_500_000_000;
let profile: string;
let stage: string;
beforeEach(() => {
  profile = newFolder();
  for (const part of [...PARTS, 'door.json', 'preferences.json']) {
    writeFileSync(join(profile, part), `old ${part}`);
  }
  stage = openStage(profile);
  for (const part of PARTS) writeFileSync(join(stage, part), `new ${part}`);
  mkdirSync(join(stage, 'attachments'));
  writeFileSync(join(stage, 'attachments', 'a.scan'), 'new picture');
});
afterEach(() => dropFolder(profile));

const aside = () => join(profile, `before-restore-${AT}`);
const read = (folder: string, part: string) => readFileSync(join(folder, part), 'utf8');

function setAside(part: string): void {
  mkdirSync(aside(), { recursive: true });
  renameSync(join(profile, part), join(aside(), part));
}

/** Every place at which the exchange can be cut off, as it would find the folder again. */
const CUTS: Readonly<Record<string, () => void>> = {
  'before anything moved': () => undefined,
  'with one part set aside': () => setAside('desk.db'),
  'with all set aside': () => {
    for (const part of [...PARTS, 'door.json']) setAside(part);
  },
  'with nothing moved in yet': () => {
    for (const part of [...PARTS, 'door.json']) setAside(part);
    renameSync(join(stage, 'ready'), join(stage, 'cleared'));
  },
  'with half of it moved in': () => {
    for (const part of [...PARTS, 'door.json']) setAside(part);
    renameSync(join(stage, 'ready'), join(stage, 'cleared'));
    renameSync(join(stage, 'desk.db'), join(profile, 'desk.db'));
  },
  'with all of it moved in': () => {
    for (const part of [...PARTS, 'door.json']) setAside(part);
    renameSync(join(stage, 'ready'), join(stage, 'cleared'));
    for (const part of [...PARTS, 'attachments']) {
      renameSync(join(stage, part), join(profile, part));
    }
  },
};

describe('the exchange of a profile', () => {
  it.each(Object.entries(CUTS))('is ended at the next start when it is cut off %s', (_, cut) => {
    markReady(profile, AT);
    cut();
    adoptStage(profile);
    adoptStage(profile);
    expect(PARTS.map((part) => read(profile, part))).toEqual(PARTS.map((part) => `new ${part}`));
    expect(read(join(profile, 'attachments'), 'a.scan')).toBe('new picture');
    expect(read(profile, 'preferences.json')).toBe('old preferences.json');
    expect(PARTS.map((part) => read(aside(), part))).toEqual(PARTS.map((part) => `old ${part}`));
    // The new desk has no doorplate yet, and must not show the old one's.
    expect(existsSync(join(profile, 'door.json'))).toBe(false);
    expect(read(aside(), 'door.json')).toBe('old door.json');
    expect(existsSync(stage)).toBe(false);
  });

  it('never happens for a stage that was not proved', () => {
    const before = readdirSync(profile).filter((name) => name !== 'restoring');
    adoptStage(profile);
    expect(readdirSync(profile)).toEqual(before);
    expect(read(profile, 'desk.db')).toBe('old desk.db');
  });
});
