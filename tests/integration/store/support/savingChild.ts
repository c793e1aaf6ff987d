import { writeSync } from 'node:fs';
import { appendEvents } from '#db/desk/appendEvents.ts';
import { saveDraft } from '#db/desk/drafts.ts';
import { CaseId } from '#shared/domain/identity.ts';
import { bytesOfHex } from '#shared/protocol/bytes.ts';
import { ACTOR, accepted, answersEvent, deskFiles, reopenDesk } from './deskFixture.ts';

/**
 * Saves without end and says each save on standard output after it was acknowledged, until it is
 * killed. Arguments: folder, key in hexadecimal, case, number of the round.
 */
const [folder = '', key = '', caseIdText, round = ''] = process.argv.slice(2);
const caseId = CaseId.parse(caseIdText);
const store = reopenDesk(deskFiles(folder, bytesOfHex(key)));

for (let count = 1; ; count += 1) {
  const text = `${round}-${count}`;
  if (!saveDraft(store, { caseId, scope: 'B', actorId: ACTOR, body: text }).ok) throw new Error();
  writeSync(1, `draft ${text}\n`);
  const events = [answersEvent(caseId, { [`field${count % 50}`]: { value: text.repeat(50) } })];
  const result = accepted(appendEvents(store, { events }));
  const [event] = result.events;
  writeSync(1, `event ${event?.position} ${event?.headerHash}\n`);
}
