import arAppeal from '#resources/locales/ar/appeal.json' with { type: 'json' };
import arBeneficiaries from '#resources/locales/ar/beneficiaries.json' with { type: 'json' };
import arBringList from '#resources/locales/ar/bringList.json' with { type: 'json' };
import arCaseFrame from '#resources/locales/ar/caseFrame.json' with { type: 'json' };
import arCommands from '#resources/locales/ar/commands.json' with { type: 'json' };
import arCommittee from '#resources/locales/ar/committee.json' with { type: 'json' };
import arCommon from '#resources/locales/ar/common.json' with { type: 'json' };
import arComplaints from '#resources/locales/ar/complaints.json' with { type: 'json' };
import arContacts from '#resources/locales/ar/contacts.json' with { type: 'json' };
import arCopies from '#resources/locales/ar/copies.json' with { type: 'json' };
import arDeclaration from '#resources/locales/ar/declaration.json' with { type: 'json' };
import arDocuments from '#resources/locales/ar/documents.json' with { type: 'json' };
import arErrors from '#resources/locales/ar/errors.json' with { type: 'json' };
import arHeadquarters from '#resources/locales/ar/headquarters.json' with { type: 'json' };
import arHqAdministration from '#resources/locales/ar/hqAdministration.json' with { type: 'json' };
import arHqCommittee from '#resources/locales/ar/hqCommittee.json' with { type: 'json' };
import arHqComplaints from '#resources/locales/ar/hqComplaints.json' with { type: 'json' };
import arHqDelivery from '#resources/locales/ar/hqDelivery.json' with { type: 'json' };
import arHqErrors from '#resources/locales/ar/hqErrors.json' with { type: 'json' };
import arHqOpinions from '#resources/locales/ar/hqOpinions.json' with { type: 'json' };
import arHqRegistry from '#resources/locales/ar/hqRegistry.json' with { type: 'json' };
import arHqSession from '#resources/locales/ar/hqSession.json' with { type: 'json' };
import arHqShell from '#resources/locales/ar/hqShell.json' with { type: 'json' };
import arHqStudy from '#resources/locales/ar/hqStudy.json' with { type: 'json' };
import arImport from '#resources/locales/ar/import.json' with { type: 'json' };
import arInterview from '#resources/locales/ar/interview.json' with { type: 'json' };
import arKnown from '#resources/locales/ar/known.json' with { type: 'json' };
import arLeads from '#resources/locales/ar/leads.json' with { type: 'json' };
import arLibrary from '#resources/locales/ar/library.json' with { type: 'json' };
import arLinkage from '#resources/locales/ar/linkage.json' with { type: 'json' };
import arMatching from '#resources/locales/ar/matching.json' with { type: 'json' };
import arNewCase from '#resources/locales/ar/newCase.json' with { type: 'json' };
import arOpinion from '#resources/locales/ar/opinion.json' with { type: 'json' };
import arPapers from '#resources/locales/ar/papers.json' with { type: 'json' };
import arQuestionnaireFile from '#resources/locales/ar/questionnaireFile.json' with {
  type: 'json',
};
import arReference from '#resources/locales/ar/reference.json' with { type: 'json' };
import arReview from '#resources/locales/ar/review.json' with { type: 'json' };
import arScans from '#resources/locales/ar/scans.json' with { type: 'json' };
import arService from '#resources/locales/ar/service.json' with { type: 'json' };
import arSession from '#resources/locales/ar/session.json' with { type: 'json' };
import arShell from '#resources/locales/ar/shell.json' with { type: 'json' };
import arSignedPaper from '#resources/locales/ar/signedPaper.json' with { type: 'json' };
import arStaff from '#resources/locales/ar/staff.json' with { type: 'json' };
import arStick from '#resources/locales/ar/stick.json' with { type: 'json' };
import arStudy from '#resources/locales/ar/study.json' with { type: 'json' };
import arSubmission from '#resources/locales/ar/submission.json' with { type: 'json' };
import arSync from '#resources/locales/ar/sync.json' with { type: 'json' };
import arToday from '#resources/locales/ar/today.json' with { type: 'json' };
import arTraining from '#resources/locales/ar/training.json' with { type: 'json' };
import arWaiting from '#resources/locales/ar/waiting.json' with { type: 'json' };
import arWelcome from '#resources/locales/ar/welcome.json' with { type: 'json' };
import enAppeal from '#resources/locales/en/appeal.json' with { type: 'json' };
import enBeneficiaries from '#resources/locales/en/beneficiaries.json' with { type: 'json' };
import enBringList from '#resources/locales/en/bringList.json' with { type: 'json' };
import enCaseFrame from '#resources/locales/en/caseFrame.json' with { type: 'json' };
import enCommands from '#resources/locales/en/commands.json' with { type: 'json' };
import enCommittee from '#resources/locales/en/committee.json' with { type: 'json' };
import enCommon from '#resources/locales/en/common.json' with { type: 'json' };
import enComplaints from '#resources/locales/en/complaints.json' with { type: 'json' };
import enContacts from '#resources/locales/en/contacts.json' with { type: 'json' };
import enCopies from '#resources/locales/en/copies.json' with { type: 'json' };
import enDeclaration from '#resources/locales/en/declaration.json' with { type: 'json' };
import enDocuments from '#resources/locales/en/documents.json' with { type: 'json' };
import enErrors from '#resources/locales/en/errors.json' with { type: 'json' };
import enHeadquarters from '#resources/locales/en/headquarters.json' with { type: 'json' };
import enHqAdministration from '#resources/locales/en/hqAdministration.json' with { type: 'json' };
import enHqCommittee from '#resources/locales/en/hqCommittee.json' with { type: 'json' };
import enHqComplaints from '#resources/locales/en/hqComplaints.json' with { type: 'json' };
import enHqDelivery from '#resources/locales/en/hqDelivery.json' with { type: 'json' };
import enHqErrors from '#resources/locales/en/hqErrors.json' with { type: 'json' };
import enHqOpinions from '#resources/locales/en/hqOpinions.json' with { type: 'json' };
import enHqRegistry from '#resources/locales/en/hqRegistry.json' with { type: 'json' };
import enHqSession from '#resources/locales/en/hqSession.json' with { type: 'json' };
import enHqShell from '#resources/locales/en/hqShell.json' with { type: 'json' };
import enHqStudy from '#resources/locales/en/hqStudy.json' with { type: 'json' };
import enImport from '#resources/locales/en/import.json' with { type: 'json' };
import enInterview from '#resources/locales/en/interview.json' with { type: 'json' };
import enKnown from '#resources/locales/en/known.json' with { type: 'json' };
import enLeads from '#resources/locales/en/leads.json' with { type: 'json' };
import enLibrary from '#resources/locales/en/library.json' with { type: 'json' };
import enLinkage from '#resources/locales/en/linkage.json' with { type: 'json' };
import enMatching from '#resources/locales/en/matching.json' with { type: 'json' };
import enNewCase from '#resources/locales/en/newCase.json' with { type: 'json' };
import enOpinion from '#resources/locales/en/opinion.json' with { type: 'json' };
import enPapers from '#resources/locales/en/papers.json' with { type: 'json' };
import enQuestionnaireFile from '#resources/locales/en/questionnaireFile.json' with {
  type: 'json',
};
import enReference from '#resources/locales/en/reference.json' with { type: 'json' };
import enReview from '#resources/locales/en/review.json' with { type: 'json' };
import enScans from '#resources/locales/en/scans.json' with { type: 'json' };
import enService from '#resources/locales/en/service.json' with { type: 'json' };
import enSession from '#resources/locales/en/session.json' with { type: 'json' };
import enShell from '#resources/locales/en/shell.json' with { type: 'json' };
import enSignedPaper from '#resources/locales/en/signedPaper.json' with { type: 'json' };
import enStaff from '#resources/locales/en/staff.json' with { type: 'json' };
import enStick from '#resources/locales/en/stick.json' with { type: 'json' };
import enStudy from '#resources/locales/en/study.json' with { type: 'json' };
import enSubmission from '#resources/locales/en/submission.json' with { type: 'json' };
import enSync from '#resources/locales/en/sync.json' with { type: 'json' };
import enToday from '#resources/locales/en/today.json' with { type: 'json' };
import enTraining from '#resources/locales/en/training.json' with { type: 'json' };
import enWaiting from '#resources/locales/en/waiting.json' with { type: 'json' };
import enWelcome from '#resources/locales/en/welcome.json' with { type: 'json' };

/** Arabic is the first language and the one whose keys are the keys. One namespace a feature. */
export const ARABIC = {
  common: arCommon,
  shell: arShell,
  service: arService,
  session: arSession,
  errors: arErrors,
  today: arToday,
  beneficiaries: arBeneficiaries,
  bringList: arBringList,
  newCase: arNewCase,
  caseFrame: arCaseFrame,
  training: arTraining,
  waiting: arWaiting,
  study: arStudy,
  welcome: arWelcome,
  interview: arInterview,
  documents: arDocuments,
  scans: arScans,
  signedPaper: arSignedPaper,
  known: arKnown,
  linkage: arLinkage,
  review: arReview,
  matching: arMatching,
  declaration: arDeclaration,
  submission: arSubmission,
  headquarters: arHeadquarters,
  contacts: arContacts,
  complaints: arComplaints,
  opinion: arOpinion,
  papers: arPapers,
  library: arLibrary,
  sync: arSync,
  stick: arStick,
  copies: arCopies,
  commands: arCommands,
  staff: arStaff,
  hqShell: arHqShell,
  hqSession: arHqSession,
  hqErrors: arHqErrors,
  hqCommittee: arHqCommittee,
  committee: arCommittee,
  appeal: arAppeal,
  hqStudy: arHqStudy,
  hqAdministration: arHqAdministration,
  hqComplaints: arHqComplaints,
  hqDelivery: arHqDelivery,
  hqOpinions: arHqOpinions,
  hqRegistry: arHqRegistry,
  import: arImport,
  leads: arLeads,
  reference: arReference,
  questionnaireFile: arQuestionnaireFile,
};

export const ENGLISH = {
  common: enCommon,
  shell: enShell,
  service: enService,
  session: enSession,
  errors: enErrors,
  today: enToday,
  beneficiaries: enBeneficiaries,
  bringList: enBringList,
  newCase: enNewCase,
  caseFrame: enCaseFrame,
  training: enTraining,
  waiting: enWaiting,
  study: enStudy,
  welcome: enWelcome,
  interview: enInterview,
  documents: enDocuments,
  scans: enScans,
  signedPaper: enSignedPaper,
  known: enKnown,
  linkage: enLinkage,
  review: enReview,
  matching: enMatching,
  declaration: enDeclaration,
  submission: enSubmission,
  headquarters: enHeadquarters,
  contacts: enContacts,
  complaints: enComplaints,
  opinion: enOpinion,
  papers: enPapers,
  library: enLibrary,
  sync: enSync,
  stick: enStick,
  copies: enCopies,
  commands: enCommands,
  staff: enStaff,
  hqShell: enHqShell,
  hqSession: enHqSession,
  hqErrors: enHqErrors,
  hqCommittee: enHqCommittee,
  committee: enCommittee,
  appeal: enAppeal,
  hqStudy: enHqStudy,
  hqAdministration: enHqAdministration,
  hqComplaints: enHqComplaints,
  hqDelivery: enHqDelivery,
  hqOpinions: enHqOpinions,
  hqRegistry: enHqRegistry,
  import: enImport,
  leads: enLeads,
  reference: enReference,
  questionnaireFile: enQuestionnaireFile,
};
