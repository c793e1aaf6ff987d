import type { z } from 'zod';
import { listBranches } from '#db/hub/branches.ts';
import { type HubWriter, writeHub } from '#db/hub/connection.ts';
import { appendHubEvents } from '#db/hub/hubEvents.ts';
import {
  countOpenLeads,
  findLead,
  insertLead,
  type LeadRow,
  listLeads,
  lockLead,
  markLeadAnswered,
  markLeadSent,
} from '#db/hub/leads.ts';
import { type hqLeadsContract, Lead, type LeadState } from '#shared/contracts/hq/leads.ts';
import { isoDate, riyadhDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import { ContactId } from '#shared/domain/contacts/contactEvents.ts';
import { type ActorId, BranchOfficeId } from '#shared/domain/identity.ts';
import { type HubContext, nowOf } from '../context.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { threadsToSend } from '../study/inquiryService.ts';

type Input<Name extends Exclude<keyof typeof hqLeadsContract, 'branches'>> = z.output<
  NonNullable<(typeof hqLeadsContract)[Name]['~orpc']['inputSchema']>
>;

export async function leadsOf({ db }: HubContext, { view, offset, limit }: Input<'list'>) {
  const rows = await listLeads(db, view, { offset, limit: limit + 1 });
  return {
    leads: rows.slice(0, limit).map(shown),
    next: rows.length > limit ? offset + limit : null,
    open: await countOpenLeads(db),
  };
}

export async function leadBranches({ db }: HubContext) {
  const branches = await listBranches(db);
  return {
    branches: branches.map(({ branchOfficeId, code, name }) => ({
      branchOfficeId: BranchOfficeId.parse(branchOfficeId),
      code,
      name,
    })),
  };
}

export async function recordLead(hub: HubContext, actorId: ActorId, lead: Input<'record'>) {
  const leadId = ContactId.parse(hub.ids.uuid());
  const given = {
    ...lead,
    name: lead.name || null,
    phone: lead.phone || null,
    reach: lead.reach || null,
  };
  await writeHub(hub.db, async (writer) => {
    await insertLead(writer, {
      leadId,
      recordedAt: nowOf(hub),
      recordedBy: actorId,
      ...given,
    });
    await appendHubEvents(writer, hub, [
      { kind: 'leadRecorded', actorId, payload: { leadId, ...given } },
    ]);
  });
  return leadAtHand(hub, leadId);
}

/** @throws HqError `notFound`, `actionNotAllowed` for one that a branch has taken up */
export async function answerLead(hub: HubContext, actorId: ActorId, input: Input<'answer'>) {
  await onLead(hub, input.leadId, ['open', 'sent'], async (writer) => {
    await markLeadAnswered(writer, input.leadId, input.answer, nowOf(hub));
    await appendHubEvents(writer, hub, [{ kind: 'leadAnswered', actorId, payload: input }]);
  });
  return leadAtHand(hub, input.leadId);
}

/**
 * The branch hears of it as a contact of its own, of which somebody is to report back from today on.
 * @throws HqError `notFound`, `actionNotAllowed` for one that was answered or sent before
 */
export async function sendLead(hub: HubContext, actorId: ActorId, input: Input<'send'>) {
  const { leadId, branchOfficeId, note } = input;
  const branches = await listBranches(hub.db);
  if (!branches.some((branch) => branch.branchOfficeId === branchOfficeId)) {
    throw new HqError('notFound');
  }
  await onLead(hub, leadId, ['open'], async (writer, lead) => {
    const { channel, name, phone, reach, need, said } = lead;
    await markLeadSent(writer, leadId, branchOfficeId, nowOf(hub));
    await appendHubEvents(writer, hub, [
      { kind: 'leadSent', actorId, payload: { leadId, branchOfficeId, note } },
    ]);
    const task = {
      kind: 'contactRecorded' as const,
      actorId,
      payload: {
        contactId: leadId,
        channel,
        initiatedBy: 'beneficiary' as const,
        who: { beneficiaryId: null, name: name ?? reach, phone },
        topic: need,
        said: [said, name === null ? null : reach, note]
          .filter((part) => part !== null && part !== '')
          .join('\n')
          .slice(0, LONGEST),
        answer: '',
        isSuggestion: false,
        followUpBy: isoDate(riyadhDayNumber(hub.clock.now())),
        caseId: null,
      },
    };
    const asked = await threadsToSend(writer, leadId);
    await appendHubEvents(writer, hub, [task, ...asked], branchOfficeId);
  });
  return leadAtHand(hub, leadId);
}

const LONGEST = 4000;

async function onLead(
  hub: HubContext,
  leadId: ContactId,
  from: readonly LeadState[],
  act: (writer: HubWriter, lead: Lead) => Promise<void>,
): Promise<void> {
  await writeHub(hub.db, async (writer) => {
    if (!(await lockLead(writer, leadId))) throw new HqError('notFound');
    const lead = await leadAtHand({ db: writer }, leadId);
    if (!from.includes(lead.state)) throw new HqError('actionNotAllowed');
    await act(writer, lead);
  });
}

async function leadAtHand(
  { db }: { readonly db: Parameters<typeof findLead>[0] },
  leadId: ContactId,
): Promise<Lead> {
  const row = await findLead(db, leadId);
  if (row === null) throw new HqError('notFound');
  return shown(row);
}

function shown({ isOwed, isCase, branchOfficeId: _branch, ...row }: LeadRow): Lead {
  return Lead.parse({ ...row, state: stateOf({ ...row, isOwed, isCase }) });
}

function stateOf({
  answer,
  sentAt,
  outcome,
  isOwed,
  isCase,
}: Pick<LeadRow, 'answer' | 'sentAt' | 'outcome' | 'isOwed' | 'isCase'>): LeadState {
  if (isCase) return 'case';
  if (outcome !== null && !isOwed) return 'followedUp';
  if (answer !== null) return 'answered';
  return sentAt === null ? 'open' : 'sent';
}
