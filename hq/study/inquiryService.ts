import { z } from 'zod';
import { type HubWriter, writeHub } from '#db/hub/connection.ts';
import { appendHubEvents, type NewHubEvent } from '#db/hub/hubEvents.ts';
import { findInquiry, type InquiryRow, listInquiries, listInquiriesOf } from '#db/hub/inquiries.ts';
import { findLead, lockLead } from '#db/hub/leads.ts';
import { findHqPerson, listNamesOf } from '#db/hub/people.ts';
import type { HqInquiry, hqInquiriesContract } from '#shared/contracts/hq/inquiries.ts';
import { ContactChannel } from '#shared/domain/case/vocabulary.ts';
import { CONTACT_EVENT_PAYLOADS } from '#shared/domain/contacts/contactEvents.ts';
import {
  countInquiryAnswers,
  INQUIRY_EVENT_PAYLOADS,
  type InquiryEventKind,
  type InquiryReferral,
  inquiryStanding,
  reduceInquiry,
} from '#shared/domain/contacts/inquiryReferral.ts';
import type { ActorId } from '#shared/domain/identity.ts';
import type { HubContext } from '../context.ts';
import { riyadhToday } from '../decisions/releaseDecisions.ts';
import { HqError } from '../dispatcher/hqError.ts';

type Input<Name extends keyof typeof hqInquiriesContract> = z.output<
  NonNullable<(typeof hqInquiriesContract)[Name]['~orpc']['inputSchema']>
>;

const MOST_LISTED = 100;

export async function inquiriesOf({ db }: HubContext, { view, offset }: Input<'list'>) {
  const rows = await listInquiries(db, view, { offset, limit: MOST_LISTED + 1 });
  return {
    inquiries: await shown(db, rows.slice(0, MOST_LISTED)),
    next: rows.length > MOST_LISTED ? offset + MOST_LISTED : null,
  };
}

export async function inquiriesOfLead({ db }: HubContext, { leadId }: Input<'ofLead'>) {
  return { inquiries: await shown(db, await listInquiriesOf(db, leadId)) };
}

/** @throws HqError `notFound`; `actionNotAllowed` for a lead that became a case; `dayPast` */
export async function referLead(
  hub: HubContext,
  actorId: ActorId,
  { leadId, ...asked }: Input<'refer'>,
): Promise<HqInquiry> {
  const today = riyadhToday(hub);
  if (asked.appointment !== null && asked.appointment.on < today) throw new HqError('dayPast');
  const referralId = hub.ids.uuid();
  await writeHub(hub.db, async (writer) => {
    if (!(await lockLead(writer, leadId))) throw new HqError('notFound');
    const lead = await findLead(writer, leadId);
    if (lead === null || lead.isCase) throw new HqError('actionNotAllowed');
    const payload = {
      ...asked,
      referralId,
      entryId: hub.ids.uuid(),
      contactId: leadId,
      askedOn: today,
    };
    await appendHubEvents(
      writer,
      hub,
      [{ kind: 'inquiryReferred', actorId, payload }],
      lead.branchOfficeId,
    );
  });
  return inquiryAtHand(hub, referralId);
}

/** @throws HqError `notFound` */
export function addInquiryQuestion(hub: HubContext, actorId: ActorId, input: Input<'addQuestion'>) {
  return onInquiry(hub, input.referralId, () => {
    const payload = { ...input, entryId: hub.ids.uuid(), askedOn: riyadhToday(hub) };
    return { kind: 'inquiryQuestionAdded', actorId, payload };
  });
}

/**
 * Goes down to the branch where the contact lies, which owes it to the person from then on. Whoever has
 * not seen an answer that came meanwhile is shown it first.
 * @throws HqError `notFound`, `referralClosed`
 */
export async function answerInquiry(
  hub: HubContext,
  actorId: ActorId,
  { referralId, text, seenAnswers }: Input<'answer'>,
): Promise<HqInquiry> {
  const person = await findHqPerson(hub.db, actorId);
  if (person === null) throw new HqError('notFound');
  return onInquiry(hub, referralId, (referral) => {
    if (inquiryStanding(referral) !== 'open' || countInquiryAnswers(referral) !== seenAnswers) {
      throw new HqError('referralClosed');
    }
    const payload = {
      referralId,
      entryId: hub.ids.uuid(),
      answeredBy: person.displayName,
      heard: 'headquarters' as const,
      answeredOn: riyadhToday(hub),
      text,
    };
    return { kind: 'inquiryAnswered', actorId, payload };
  });
}

/** @throws HqError `notFound`, `referralClosed` where no question is open any more */
export function withdrawInquiry(hub: HubContext, actorId: ActorId, input: Input<'withdraw'>) {
  return onInquiry(hub, input.referralId, (referral) => {
    if (inquiryStanding(referral) !== 'open') throw new HqError('referralClosed');
    const payload = { ...input, entryId: hub.ids.uuid() };
    return { kind: 'inquiryWithdrawn', actorId, payload };
  });
}

/**
 * What was asked and answered of a lead so far, for the branch that it is sent to: the same words under
 * the same ids, which headquarters itself passes over.
 */
export async function threadsToSend(
  writer: HubWriter,
  leadId: string,
): Promise<readonly NewHubEvent[]> {
  const rows = await listInquiriesOf(writer, leadId);
  return rows.flatMap(({ events }) =>
    readEvents(events).map(
      ({ kind, actorId, payload }) => ({ kind, actorId, payload }) as NewHubEvent,
    ),
  );
}

async function onInquiry(
  hub: HubContext,
  referralId: string,
  act: (referral: InquiryReferral) => NewHubEvent,
): Promise<HqInquiry> {
  await writeHub(hub.db, async (writer) => {
    await writer.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [referralId]);
    const row = await findInquiry(writer, referralId);
    const referral = row === null ? null : referralOf(row);
    if (row === null || referral === null) throw new HqError('notFound');
    await appendHubEvents(writer, hub, [act(referral)], row.branchOfficeId);
  });
  return inquiryAtHand(hub, referralId);
}

async function inquiryAtHand({ db }: HubContext, referralId: string): Promise<HqInquiry> {
  const row = await findInquiry(db, referralId);
  const [inquiry] = row === null ? [] : await shown(db, [row]);
  if (inquiry === undefined) throw new HqError('notFound');
  return inquiry;
}

const HeldEvent = z.object({
  kind: z.enum(Object.keys(INQUIRY_EVENT_PAYLOADS) as [InquiryEventKind, ...InquiryEventKind[]]),
  at: z.string(),
  actorId: z.string(),
  payload: z.unknown(),
});
type HeldEvent = z.infer<typeof HeldEvent>;

/** What a laptop may have sent that is no such event is passed over. */
function readEvents(events: readonly unknown[]): readonly HeldEvent[] {
  return events.flatMap((each) => {
    const event = HeldEvent.parse(each);
    const isReadable = INQUIRY_EVENT_PAYLOADS[event.kind].safeParse(event.payload).success;
    return isReadable ? [{ ...event, at: new Date(event.at).toISOString() }] : [];
  });
}

function referralOf({ events }: InquiryRow): InquiryReferral | null {
  return readEvents(events).reduce<InquiryReferral | null>(reduceInquiry, null);
}

async function shown(db: Parameters<typeof listNamesOf>[0], rows: readonly InquiryRow[]) {
  const read = rows.flatMap((row) => {
    const referral = referralOf(row);
    return referral === null ? [] : [{ row, referral }];
  });
  const actors = read.flatMap(({ referral }) => askersOf(referral));
  const devices = read.flatMap(({ row }) => row.deviceIds);
  const names = await listNamesOf(db, [...new Set(actors)], [...new Set(devices)]);
  return read.map(
    ({ row, referral }): HqInquiry => ({
      referral,
      branchName: row.branchName,
      isLead: row.isLead,
      contact: contactOf(row),
      people: Object.fromEntries(
        askersOf(referral).map((actorId) => [actorId, names.get(actorId) ?? '']),
      ),
    }),
  );
}

function askersOf({ thread }: InquiryReferral): readonly string[] {
  return thread.flatMap((entry) => (entry.kind === 'question' ? [entry.actorId] : []));
}

/** Of a lead's row, what its question is about. */
const LeadContact = z.object({
  channel: ContactChannel,
  name: z.string().nullable(),
  phone: z.string().nullable(),
  reach: z.string().nullable(),
  need: z.string(),
  said: z.string(),
  answer: z.string().nullable(),
});

function contactOf({ isLead, lead, recorded }: InquiryRow): HqInquiry['contact'] {
  if (isLead) {
    const { channel, name, phone, reach, need, said, answer } = LeadContact.parse(lead);
    return { channel, name: name ?? reach, phone, topic: need, said, answer: answer ?? '' };
  }
  const read = CONTACT_EVENT_PAYLOADS.contactRecorded.safeParse(recorded);
  if (!read.success) return null;
  const { channel, who, topic, said, answer } = read.data;
  return { channel, name: who.name || null, phone: who.phone || null, topic, said, answer };
}
