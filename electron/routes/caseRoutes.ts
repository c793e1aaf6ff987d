import { deskImplementer as on } from '#electron/dispatcher/implementer.ts';
import {
  confirmInquiries,
  explainServices,
  exportCase,
  findByPaper,
  getCase,
  listCases,
  recordInquiry,
  showPrivacyNotice,
} from '#electron/services/casesService.ts';
import { printOfNoCase } from '#electron/services/countedCopies.ts';
import { printPaper, promiseFor, submitCase } from '#electron/services/declarationService.ts';
import {
  completeMatching,
  correctStated,
  decide,
  recordDocument,
} from '#electron/services/documentsService.ts';
import { completeInterview, leavePage, saveDraft } from '#electron/services/interviewService.ts';
import { openCase } from '#electron/services/openCase.ts';
import {
  attachScan,
  beginScan,
  cancelScan,
  readScan,
  removeScan,
  sendScan,
} from '#electron/services/scansService.ts';
import {
  attachSignedPaper,
  beginSignedPaper,
  removeSignedPaper,
} from '#electron/services/signedPaperService.ts';
import { colleaguesOf, signDeclaration } from '#electron/services/signingService.ts';
import type { DeskParts } from './deskParts.ts';

/** A case from its opening to its submission. */
export function caseRoutes({ session }: DeskParts) {
  const desk = () => session.desk();
  return {
    cases: {
      open: on.cases.open.handler(({ input }) => openCase(desk(), input)),
      get: on.cases.get.handler(({ input }) => getCase(desk(), input)),
      list: on.cases.list.handler(({ input }) => listCases(desk(), input)),
      findByPaper: on.cases.findByPaper.handler(({ input }) => findByPaper(desk(), input)),
      showPrivacyNotice: on.cases.showPrivacyNotice.handler(({ input }) =>
        showPrivacyNotice(desk(), input),
      ),
      explainServices: on.cases.explainServices.handler(({ input }) =>
        explainServices(desk(), input),
      ),
      recordInquiry: on.cases.recordInquiry.handler(({ input }) => recordInquiry(desk(), input)),
      confirmInquiries: on.cases.confirmInquiries.handler(({ input }) =>
        confirmInquiries(desk(), input),
      ),
      export: on.cases.export.handler(({ input }) => exportCase(desk(), input)),
    },
    interview: {
      saveDraft: on.interview.saveDraft.handler(({ input }) => saveDraft(desk(), input)),
      leavePage: on.interview.leavePage.handler(({ input }) => leavePage(desk(), input)),
      complete: on.interview.complete.handler(({ input }) => completeInterview(desk(), input)),
    },
    documents: {
      record: on.documents.record.handler(({ input }) => recordDocument(desk(), input)),
      decide: on.documents.decide.handler(({ input }) => decide(desk(), input)),
      correctStated: on.documents.correctStated.handler(({ input }) =>
        correctStated(desk(), input),
      ),
      completeMatching: on.documents.completeMatching.handler(({ input }) =>
        completeMatching(desk(), input),
      ),
    },
    scans: {
      begin: on.scans.begin.handler(({ input }) => beginScan(desk(), input)),
      send: on.scans.send.handler(({ input }) => sendScan(desk(), input)),
      attach: on.scans.attach.handler(({ input }) => attachScan(desk(), input)),
      cancel: on.scans.cancel.handler(({ input }) => cancelScan(desk(), input)),
      remove: on.scans.remove.handler(({ input }) => removeScan(desk(), input)),
      read: on.scans.read.handler(({ input }) => readScan(desk(), input)),
    },
    signedPaper: {
      begin: on.signedPaper.begin.handler(({ input }) => beginSignedPaper(desk(), input)),
      attach: on.signedPaper.attach.handler(({ input }) => attachSignedPaper(desk(), input)),
      remove: on.signedPaper.remove.handler(({ input }) => removeSignedPaper(desk(), input)),
    },
    declaration: {
      colleagues: on.declaration.colleagues.handler(() => colleaguesOf(desk())),
      sign: on.declaration.sign.handler(({ input }) => signDeclaration(desk(), input)),
    },
    submission: {
      promise: on.submission.promise.handler(({ input }) => promiseFor(desk(), input)),
      submit: on.submission.submit.handler(({ input }) => submitCase(desk(), input)),
    },
    papers: {
      print: on.papers.print.handler(({ input }) => printPaper(desk(), input)),
      printOfNoCase: on.papers.printOfNoCase.handler(({ input }) => printOfNoCase(desk(), input)),
    },
  };
}
