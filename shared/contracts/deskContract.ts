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

/** Named part by part: written out as one, the type is longer than the compiler will serialize. */
export type DeskContract = {
  readonly session: typeof sessionContract;
  readonly staff: typeof staffContract;
  readonly reference: typeof referenceContract;
  readonly library: typeof libraryContract;
  readonly people: typeof peopleContract;
  readonly known: typeof knownContract;
  readonly search: typeof searchContract;
  readonly beneficiaries: typeof beneficiariesContract;
  readonly cases: typeof casesContract;
  readonly interview: typeof interviewContract;
  readonly documents: typeof documentsContract;
  readonly scans: typeof scansContract;
  readonly signedPaper: typeof signedPaperContract;
  readonly declaration: typeof declarationContract;
  readonly submission: typeof submissionContract;
  readonly waiting: typeof waitingContract;
  readonly referral: typeof referralContract;
  readonly studyWork: typeof studyWorkContract;
  readonly headquarters: typeof headquartersContract;
  readonly appeals: typeof appealsContract;
  readonly service: typeof serviceContract;
  readonly papers: typeof papersContract;
  readonly formDrafts: typeof formDraftsContract;
  readonly contacts: typeof contactsContract;
  readonly inquiries: typeof inquiriesContract;
  readonly complaints: typeof complaintsContract;
  readonly opinion: typeof opinionContract;
  readonly today: typeof todayContract;
  readonly safety: typeof safetyContract;
  readonly stick: typeof stickContract;
  readonly sync: typeof syncContract;
  readonly copies: typeof copiesContract;
  readonly restore: typeof restoreContract;
  readonly training: typeof trainingContract;
};

/** Everything that a screen of the desk may ask of the desk. */
export const deskContract: DeskContract = {
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
