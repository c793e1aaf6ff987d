import { isBatchKnown } from '#db/hub/batches.ts';
import { findInquiry } from '#db/hub/inquiries.ts';
import { countCopy } from '#db/hub/printedPapers.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import type { SessionId } from '#shared/domain/committee/sessionEvents.ts';
import type { ActorId } from '#shared/domain/identity.ts';
import { minutesOf } from '../committee/minutes.ts';
import { type HubContext, nowOf } from '../context.ts';
import { HqError } from '../dispatcher/hqError.ts';

type Counted = Promise<{ readonly copy: number }>;

/** Slip N4 of somebody who has no case. @returns the copy's number, from 1 on. @throws HqError `notFound` */
export async function printSlip(
  hub: HubContext,
  actorId: ActorId,
  { referralId, language }: { readonly referralId: string; readonly language: Language },
): Counted {
  if ((await findInquiry(hub.db, referralId)) === null) throw new HqError('notFound');
  return counted(hub, actorId, { paper: 'N4', subject: referralId, language });
}

/** N11, what became of a batch. @throws HqError `notFound` */
export async function printAcknowledgement(
  hub: HubContext,
  actorId: ActorId,
  { batchId, language }: { readonly batchId: string; readonly language: Language },
): Counted {
  if (!(await isBatchKnown(hub.db, batchId))) throw new HqError('notFound');
  return counted(hub, actorId, { paper: 'N11', subject: batchId, language });
}

/** N12, the minutes of a session that is over. @throws HqError `notFound`, `sessionNotClosed` */
export async function printMinutes(
  hub: HubContext,
  actorId: ActorId,
  { sessionId, language }: { readonly sessionId: SessionId; readonly language: Language },
): Counted {
  await minutesOf(hub, sessionId);
  return counted(hub, actorId, { paper: 'N12', subject: sessionId, language });
}

async function counted(
  hub: HubContext,
  printedBy: ActorId,
  copy: { readonly paper: string; readonly subject: string; readonly language: Language },
): Counted {
  return { copy: await countCopy(hub.db, { ...copy, printedBy, printedAt: nowOf(hub) }) };
}
