import { hqAppealsContract } from './appeals.ts';
import { hqCommitteeContract } from './committee.ts';
import { hqComplaintsContract } from './complaints.ts';
import { hqDecisionsContract } from './decisions.ts';
import { hqDeliveryContract } from './delivery.ts';
import { hqDevicesContract } from './devices.ts';
import { hqFormDraftsContract } from './formDrafts.ts';
import { hqImportsContract } from './imports.ts';
import { hqInquiriesContract } from './inquiries.ts';
import { hqIntakeContract } from './intake.ts';
import { hqLeadsContract } from './leads.ts';
import { hqOpinionsContract } from './opinions.ts';
import { hqOverviewContract } from './overview.ts';
import { hqParcelsContract, hqStickKeysContract } from './parcels.ts';
import { hqPeopleContract } from './people.ts';
import { hqReferenceContract } from './reference.ts';
import { hqRegistryContract } from './registry.ts';
import { hqReviewContract } from './review.ts';
import { hqScansContract } from './scans.ts';
import { hqSessionContract } from './session.ts';
import { hqReferralsContract, hqStudyContract } from './study.ts';

/** Everything that a screen of headquarters may ask of the hub. */
export const hqContract = {
  session: hqSessionContract,
  formDrafts: hqFormDraftsContract,
  overview: hqOverviewContract,
  people: hqPeopleContract,
  devices: hqDevicesContract,
  intake: hqIntakeContract,
  parcels: hqParcelsContract,
  stickKeys: hqStickKeysContract,
  scans: hqScansContract,
  decisions: hqDecisionsContract,
  committee: hqCommitteeContract,
  appeals: hqAppealsContract,
  imports: hqImportsContract,
  leads: hqLeadsContract,
  inquiries: hqInquiriesContract,
  registry: hqRegistryContract,
  complaints: hqComplaintsContract,
  opinions: hqOpinionsContract,
  delivery: hqDeliveryContract,
  reference: hqReferenceContract,
  study: hqStudyContract,
  referrals: hqReferralsContract,
  review: hqReviewContract,
};
