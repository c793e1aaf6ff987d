import { countOpenComplaints } from '#db/hub/complaints.ts';
import { countForCommittee } from '#db/hub/decisionLists.ts';
import { countDeliveriesWaiting } from '#db/hub/deliveryLists.ts';
import { countWaiting } from '#db/hub/enrolments.ts';
import { countForPerson } from '#db/hub/importLists.ts';
import { countOpenInquiries } from '#db/hub/inquiries.ts';
import { countOpenLeads } from '#db/hub/leads.ts';
import { countBranchContacts } from '#db/hub/overview.ts';
import { countReview } from '#db/hub/reviewLists.ts';
import { countOpenReferrals, countStudyCases } from '#db/hub/studyCases.ts';
import type { HqOverview } from '#shared/contracts/hq/overview.ts';
import { riyadhDayStart } from '#shared/domain/calendar/dayNumber.ts';
import type { ActorId } from '#shared/domain/identity.ts';
import type { HubContext } from '../context.ts';
import { riyadhToday } from '../decisions/releaseDecisions.ts';

const DAY_MS = 86_400_000;

/** @param personId who looks: what waits in the study is theirs and nobody's, and not their colleagues' */
export async function overviewOf(hub: HubContext, personId: ActorId): Promise<HqOverview> {
  const { db, clock, training, reference } = hub;
  const now = clock.now();
  const today = riyadhToday(hub);
  const target = riyadhDayStart(now) - reference.settings.periods.decisionTargetDays * DAY_MS;
  const [contacts, enrolments, imports, leads, review, committee, deliveries, complaints] =
    await Promise.all([
      countBranchContacts(db, new Date(riyadhDayStart(now))),
      countWaiting(db, new Date(now)),
      countForPerson(db),
      countOpenLeads(db),
      countReview(db),
      countForCommittee(db, today, new Date(target)),
      countDeliveriesWaiting(db, today),
      countOpenComplaints(db, today),
    ]);
  const [studies, referrals, inquiries] = await Promise.all([
    countStudyCases(db, personId),
    countOpenReferrals(db),
    countOpenInquiries(db),
  ]);
  return {
    hubTime: new Date(now).toISOString(),
    training,
    branches: contacts.branches,
    branchesToday: contacts.heardFrom,
    waiting: {
      enrolments,
      imports,
      leads,
      review: review.open + review.collisions,
      committee: committee.ready,
      lateDecisions: committee.late,
      deliveries,
      complaints: complaints.open,
      study: studies.mine + studies.unassigned + referrals + inquiries,
    },
  };
}
