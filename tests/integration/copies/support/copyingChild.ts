import { writeSync } from 'node:fs';
import { appendEvents } from '#db/desk/appendEvents.ts';
import { getDevice } from '#db/desk/device.ts';
import { saveDraft } from '#db/desk/drafts.ts';
import { makeCopy } from '#electron/copies/makeCopy.ts';
import { CaseId } from '#shared/domain/identity.ts';
import { bytesOfHex } from '#shared/protocol/bytes.ts';
import {
  ACTOR,
  accepted,
  answersEvent,
  deskFiles,
  reopenDesk,
} from '../../store/support/deskFixture.ts';

/**
 * Saves and copies without end, and says on standard output what was acknowledged and which copy was
 * made, until it is killed. Arguments: profile, stick, key in hexadecimal, case, number of the round.
 */
const [profileFolder = '', folder = '', key = '', caseIdText, round = ''] = process.argv.slice(2);
const caseId = CaseId.parse(caseIdText);
// Later in each round: a copy is named by its moment.
const begun = Date.UTC(2026, 10, 23, 8) + Number(round) * 3_600_000;
let now = begun;
const clock = {
  now: () => {
    now += 1;
    return now;
  },
};
const store = reopenDesk(deskFiles(profileFolder, bytesOfHex(key), clock));

async function copyWithoutEnd(): Promise<never> {
  for (;;) {
    const made = await makeCopy({
      store,
      device: getDevice(store.reader),
      profileFolder,
      folder,
      keys: '{}',
      checksAll: true,
      isOpen: () => true,
      onProgress: () => undefined,
    });
    writeSync(1, `copy ${made.events}\n`);
  }
}

let count = 0;
function save(): void {
  count += 1;
  const text = `${round}-${count}`;
  if (!saveDraft(store, { caseId, scope: 'B', actorId: ACTOR, body: text }).ok) throw new Error();
  const events = [answersEvent(caseId, { [`field${count % 50}`]: { value: text.repeat(50) } })];
  const [event] = accepted(appendEvents(store, { events })).events;
  writeSync(1, `event ${event?.position} ${event?.headerHash}\n`);
  setTimeout(save, 3);
}

save();
await copyWithoutEnd();
