import { countOpenLeads } from '#db/hub/leads.ts';
import type { HqPersonRow } from '#db/hub/people.ts';
import { recordComplaint } from '../complaints/complaintsService.ts';
import type { HubContext } from '../context.ts';
import { recordLead } from '../services/leadsService.ts';
import { referLead } from '../study/inquiryService.ts';
import { readTrainingHeadquarters } from './seedHeadquarters.ts';

/** Somebody has written to headquarters itself, with a question for the officer; somebody has complained. */
export async function seedInquiries(hub: HubContext, officer: HqPersonRow): Promise<void> {
  if ((await countOpenLeads(hub.db)) > 0) return;
  const { lead, question, complaint } = readTrainingHeadquarters();
  const { leadId } = await recordLead(hub, officer.personId, lead);
  await referLead(hub, officer.personId, { leadId, ...question });
  await recordComplaint(hub, officer, complaint);
}
