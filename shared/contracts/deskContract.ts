import { appealsContract } from './appeals.ts';
import { beneficiariesContract } from './beneficiaries.ts';
import { casesContract } from './cases.ts';
import { complaintsContract } from './complaints.ts';
import { contactsContract } from './contacts.ts';
import { copiesContract } from './copies.ts';
import { declarationContract, papersContract, submissionContract } from './declaration.ts';
import { documentsContract } from './documents.ts';
import { formDraftsContract } from './formDrafts.ts';
import { headquartersContract } from './headquarters.ts';
import { inquiriesContract } from './inquiries.ts';
import { interviewContract } from './interview.ts';
import { knownContract } from './known.ts';
import { libraryContract } from './library.ts';
import { opinionContract } from './opinion.ts';
import { peopleContract } from './people.ts';
import { referenceContract } from './reference.ts';
import { restoreContract } from './restore.ts';
import { scansContract } from './scans.ts';
import { searchContract } from './search.ts';
import { serviceContract } from './service.ts';
import { sessionContract } from './session.ts';
import { signedPaperContract } from './signedPaper.ts';
import { staffContract } from './staff.ts';
import { stickContract } from './stick.ts';
import { studyWorkContract } from './studyWork.ts';
import { syncContract } from './sync.ts';
import { safetyContract, todayContract } from './today.ts';
import { trainingContract } from './training.ts';
import { referralContract, waitingContract } from './waiting.ts';

/** Everything that a screen of the desk may ask of the desk. */
export const deskContract = {
  session: sessionContract,
  staff: staffContract,
  reference: referenceContract,
  library: libraryContract,
  people: peopleContract,
  known: knownContract,
  search: searchContract,
  beneficiaries: beneficiariesContract,
  cases: casesContract,
  interview: interviewContract,
  documents: documentsContract,
  scans: scansContract,
  signedPaper: signedPaperContract,
  declaration: declarationContract,
  submission: submissionContract,
  waiting: waitingContract,
  referral: referralContract,
  studyWork: studyWorkContract,
  headquarters: headquartersContract,
  appeals: appealsContract,
  service: serviceContract,
  papers: papersContract,
  formDrafts: formDraftsContract,
  contacts: contactsContract,
  inquiries: inquiriesContract,
  complaints: complaintsContract,
  opinion: opinionContract,
  today: todayContract,
  safety: safetyContract,
  stick: stickContract,
  sync: syncContract,
  copies: copiesContract,
  restore: restoreContract,
  training: trainingContract,
};
export type DeskContract = typeof deskContract;
