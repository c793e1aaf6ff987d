import { countWaiting } from '#db/hub/enrolments.ts';
import { countForPerson } from '#db/hub/importLists.ts';
import { countOpenLeads } from '#db/hub/leads.ts';
import { countBranchContacts } from '#db/hub/overview.ts';
import { countReview } from '#db/hub/reviewLists.ts';
import type { HqOverview } from '#shared/contracts/hq/overview.ts';
import { riyadhDayStart } from '#shared/domain/calendar/dayNumber.ts';
import type { HubContext } from '../context.ts';

export async function overviewOf({ db, clock, training }: HubContext): Promise<HqOverview> {
  const now = clock.now();
  const [{ branches, heardFrom }, enrolments, imports, leads, review] = await Promise.all([
    countBranchContacts(db, new Date(riyadhDayStart(now))),
    countWaiting(db, new Date(now)),
    countForPerson(db),
    countOpenLeads(db),
    countReview(db),
  ]);
  return {
    hubTime: new Date(now).toISOString(),
    training,
    branches,
    branchesToday: heardFrom,
    waiting: { enrolments, imports, leads, review: review.open + review.collisions },
  };
}
