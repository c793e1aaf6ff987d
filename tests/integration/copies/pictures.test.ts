import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendEvents } from '#db/desk/appendEvents.ts';
import type { AttachmentPlace } from '#db/desk/attachments.ts';
import { getDevice } from '#db/desk/device.ts';
import type { NewCaseEvent } from '#db/desk/newEvent.ts';
import type { DeskStore } from '#db/desk/store.ts';
import { listCopyNames, readCopyFile } from '#electron/copies/copyFile.ts';
import { listPlaces } from '#electron/copies/copyFolder.ts';
import { makeCopy } from '#electron/copies/makeCopy.ts';
import { restoreCopy } from '#electron/copies/restoreCopy.ts';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { ScanId } from '#shared/domain/scans/scan.ts';
import { hexOf, utf8Bytes } from '#shared/protocol/bytes.ts';
import {
  ACTOR,
  accepted,
  deskFiles,
  dropFolder,
  foundDesk,
  newCaseId,
  newFolder,
  openedEvent,
  steppingClock,
} from '../store/support/deskFixture.ts';
import { filesOf, newStick, placeOn } from './support/copyFolder.ts';

const key = nodeCrypto.randomBytes(32);
const clock = steppingClock(Date.UTC(2026, 10, 23, 8));
let profileFolder: string;
let stick: string;
let store: DeskStore;
let caseId: CaseId;
beforeEach(() => {
  profileFolder = newFolder();
  stick = newStick();
  store = foundDesk(deskFiles(profileFolder, key, clock));
  caseId = newCaseId();
  accepted(appendEvents(store, { events: [openedEvent(caseId, 'R-1')] }));
});
afterEach(() => {
  store.close();
  dropFolder(profileFolder);
  rmSync(stick, { recursive: true, force: true });
});

/** A scan of one page as the desk puts it on record: file, event, file. */
function attach(words: string): AttachmentPlace {
  const bytes = utf8Bytes(words.repeat(500));
  const hash = hexOf(nodeCrypto.sha256(bytes));
  const scanId = ScanId.parse(store.ids.uuid());
  const place = { caseId, scanId, page: 0, hash } as AttachmentPlace;
  store.attachments.write(place, bytes);
  const page = { hash, bytes: bytes.length, width: 10, height: 10, mime: 'image/jpeg' };
  say('scanAttached', {
    scanId,
    documentKey: 'D8',
    source: 'file',
    pages: [page],
    basis: { rules: { id: 'documents', version: 1 }, legalBasis: 'قرار' },
  });
  store.attachments.keep([place]);
  return place;
}

function remove(place: AttachmentPlace): void {
  store.attachments.release([place]);
  say('scanRemoved', { scanId: place.scanId, reason: 'سقط الأساس' });
  store.attachments.destroy([place]);
}

function say(kind: string, payload: object): void {
  const event = { kind, caseId, actorId: ACTOR, formVersion: null, payload } as NewCaseEvent;
  accepted(appendEvents(store, { events: [event] }));
}

function copy() {
  return makeCopy({
    store,
    device: getDevice(store.reader),
    profileFolder,
    folder: stick,
    keys: '{}',
    checksAll: false,
    isOpen: () => true,
    onProgress: () => undefined,
  });
}

/** Restores the copy of this number, the latest first, and gives what each of these places then holds. */
async function restored(number: number, places: readonly AttachmentPlace[]) {
  const [place] = await listPlaces(stick);
  const name = place ? (await listCopyNames(place))[number] : undefined;
  if (!place || name === undefined) throw new Error('no such copy');
  const file = await readCopyFile(place, name);
  const folder = newFolder();
  const stage = deskFiles(folder, key, clock);
  const result = await restoreCopy({
    place,
    file,
    stage,
    actorId: ACTOR,
    onProgress: () => undefined,
  });
  const contents = places.map((each) => {
    const content = result.store.attachments.read(each);
    return content.ok ? 'whole' : content.problem;
  });
  result.store.close();
  dropFolder(folder);
  return { ...result.restored, contents };
}

describe('pictures of scans', () => {
  it('come back from a copy, each as it was', async () => {
    const places = [attach('وجه'), attach('ظهر')];
    expect(await copy()).toMatchObject({ pictures: 2 });
    expect(await restored(0, places)).toMatchObject({
      pictures: 2,
      picturesMissing: 0,
      contents: ['whole', 'whole'],
    });
  });

  it('that were destroyed live on in no copy, an older one neither', async () => {
    const [stays, goes] = [attach('يبقى'), attach('يُتلف')];
    await copy();
    remove(goes);
    await copy();
    expect(filesOf(placeOn(stick)).pictures).toHaveLength(1);
    expect(await restored(0, [stays, goes])).toMatchObject({ contents: ['whole', 'missing'] });
  });

  it('that only the profile has lost stay in the copy', async () => {
    attach('ضاع من الجهاز');
    await copy();
    const [file = ''] = readdirSync(join(profileFolder, 'attachments'));
    rmSync(join(profileFolder, 'attachments', file));
    await copy();
    expect(filesOf(placeOn(stick)).pictures).toHaveLength(1);
  });

  it('that the copy has lost are counted and keep nothing back; the next copy has them again', async () => {
    const places = [attach('وجه'), attach('ظهر')];
    await copy();
    const place = placeOn(stick);
    const [first = ''] = filesOf(place).pictures;
    writeFileSync(join(place, 'pictures', first), 'half');
    const { contents, ...counts } = await restored(0, places);
    expect(counts).toMatchObject({ cases: 1, pictures: 1, picturesMissing: 1 });
    expect(contents.toSorted()).toEqual(['missing', 'whole']);
    await copy();
    expect(await restored(0, places)).toMatchObject({ pictures: 2, picturesMissing: 0 });
  });
});
