import { readDeliveredReference } from '#ports/deliveredReference.ts';
import { networksNow } from '#ports/networksNow.ts';
import { CopyRunner } from './copies/copyRunner.ts';
import { CallsUnderWay } from './dispatcher/callsUnderWay.ts';
import type { CreateDesk, DeskOptions } from './dispatcher/desk.ts';
import { deskImplementer } from './dispatcher/implementer.ts';
import { KnownRunner } from './known/knownRunner.ts';
import { answerDeferral, fileAppeal } from './services/appealService.ts';
import { getBeneficiary, listBeneficiaries } from './services/beneficiariesService.ts';
import {
  confirmInquiries,
  explainServices,
  exportCase,
  findByPaper,
  getCase,
  listCases,
  recordInquiry,
  showPrivacyNotice,
} from './services/casesService.ts';
import {
  complaintForm,
  complaintReceipt,
  getComplaint,
  listComplaints,
  recordComplaint,
} from './services/complaintsService.ts';
import {
  followUpContact,
  getContact,
  historyOf,
  listContacts,
  recordContact,
} from './services/contactsService.ts';
import {
  browseForFolder,
  chooseCopyFolder,
  copiesStatus,
  makeCopyNow,
} from './services/copiesService.ts';
import { printOfNoCase } from './services/countedCopies.ts';
import { printPaper, promiseFor, submitCase } from './services/declarationService.ts';
import * as delivering from './services/deliveryService.ts';
import {
  completeMatching,
  correctStated,
  decide,
  recordDocument,
} from './services/documentsService.ts';
import { readForm, saveForm } from './services/formDraftsService.ts';
import { answerReturn, settleConflict, tellDecision } from './services/headquartersService.ts';
import * as inquiring from './services/inquiriesService.ts';
import { completeInterview, leavePage, saveDraft } from './services/interviewService.ts';
import {
  answerKnown,
  askHeadquarters,
  checkKnown,
  foundFor,
  knownCandidates,
} from './services/knownService.ts';
import { markPageRead, pageChanges, pagesRead } from './services/libraryService.ts';
import { openCase } from './services/openCase.ts';
import { searchPeople } from './services/peopleService.ts';
import { versionsInForce } from './services/referenceService.ts';
import {
  addQuestion,
  answerReferral,
  refer,
  withdrawReferral,
} from './services/referralService.ts';
import { lookForCopies } from './services/restoring.ts';
import {
  attachScan,
  beginScan,
  cancelScan,
  readScan,
  removeScan,
  sendScan,
} from './services/scansService.ts';
import { findAnything } from './services/searchService.ts';
import { Session } from './services/session.ts';
import {
  attachSignedPaper,
  beginSignedPaper,
  removeSignedPaper,
} from './services/signedPaperService.ts';
import { colleaguesOf, signDeclaration } from './services/signingService.ts';
import { staffOf } from './services/staff.ts';
import { answerMore, recordVisit, reopenCase } from './services/studyWorkService.ts';
import { syncStatus } from './services/syncService.ts';
import { getSafety, getToday } from './services/todayService.ts';
import { leaveIncomplete, receiveItem } from './services/waitingService.ts';
import { cancelEnrolment, enrol, requestFile, setAddress, takeAnswer } from './sync/enrolment.ts';
import { StickDesk } from './sync/stick/stickDesk.ts';
import { SyncRunner } from './sync/syncRunner.ts';
import { TrainingOffice } from './training/trainingOffice.ts';

/** The desk: one session, one store, and a procedure for everything that a screen may ask. */
export const createDesk: CreateDesk = async (options) => {
  // At the start, not at the first unlocking: a faulty file is then said before anybody waits for the desk.
  const delivered = readDeliveredReference(options.resourcesFolder);
  const session = new Session(options, delivered);
  const sync = new SyncRunner({
    desk: () => session.deskAtWork(),
    onAdopted: () => session.refreshDevice(),
    log: options.log,
    random: () => (options.crypto.randomBytes(1)[0] ?? 0) / 256,
    networks: options.networks ?? networksNow,
  });
  const copies = new CopyRunner({
    desk: () => session.deskAtWork(),
    profileFolder: options.profileFolder,
    readKeys: () => session.keyFileText(),
    log: options.log,
  });
  const stick = new StickDesk({
    desk: () => session.deskAtWork(),
    profileFolder: options.profileFolder,
  });
  const training = new TrainingOffice({
    host: options.host.training,
    desk: () => session.deskAtWork(),
    onWay: () => sync.sendNow(),
    log: options.log,
  });
  session.onClosing(() => {
    stick.release();
    sync.release();
    copies.release();
  });
  const calls = new CallsUnderWay();
  const known = new KnownRunner({ desk: () => session.deskAtWork(), calls, log: options.log });
  sync.start();
  known.start();
  copies.start();
  const stopListening = options.host.onLockRequest(() => void session.lock());
  return {
    router: routerOf({ session, sync, stick, copies, training, options }),
    context: { session, log: options.log, calls },
    close: async () => {
      stopListening();
      await training.close();
      known.stop();
      await sync.stop();
      await copies.stop();
      await session.close();
    },
  };
};

interface Parts {
  readonly session: Session;
  readonly sync: SyncRunner;
  readonly stick: StickDesk;
  readonly copies: CopyRunner;
  readonly training: TrainingOffice;
  readonly options: DeskOptions;
}

/**
 * Lets calls that arrived before this one end first: their input is still being read, and a save that was
 * sent before the desk was locked must not find it locked.
 */
function whatCameBefore(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

function routerOf({ session, sync, stick, copies, training, options }: Parts) {
  const desk = () => session.desk();
  const { host, profileFolder } = options;
  const copiesAt = () => ({ desk: desk(), runner: copies, host, profileFolder });
  const syncNow = () => syncStatus(desk(), sync.state);
  const { cases, interview, documents, scans, declaration, submission, papers, ...on } =
    deskImplementer;
  const { contacts, complaints, opinion } = on;
  return deskImplementer.router({
    session: {
      status: on.session.status.handler(() => session.status()),
      found: on.session.found.handler(async ({ input }) => {
        const status = await session.found(input);
        training.start();
        return status;
      }),
      confirmRecovery: on.session.confirmRecovery.handler(({ input }) =>
        session.confirmRecovery(input),
      ),
      unlock: on.session.unlock.handler(async ({ input }) => {
        const status = await session.unlock(input);
        training.start();
        return status;
      }),
      recover: on.session.recover.handler(({ input }) => session.recover(input)),
      lock: on.session.lock.handler(async () => {
        await whatCameBefore();
        return session.lockByHand();
      }),
      cover: on.session.cover.handler(async () => {
        await whatCameBefore();
        return session.cover();
      }),
      uncover: on.session.uncover.handler(({ input }) => session.uncover(input)),
      setPreferences: on.session.setPreferences.handler(({ input }) =>
        session.setPreferences(input),
      ),
    },
    staff: {
      list: on.staff.list.handler(() => staffOf(desk())),
      add: on.staff.add.handler(({ input }) => session.addStaff(input)),
      changePassword: on.staff.changePassword.handler(({ input }) => session.changePassword(input)),
    },
    reference: {
      bundle: on.reference.bundle.handler(() => desk().reference.bundle),
      versions: on.reference.versions.handler(() => versionsInForce(desk())),
    },
    library: {
      read: on.library.read.handler(() => pagesRead(desk())),
      markRead: on.library.markRead.handler(({ input }) => markPageRead(desk(), input)),
      changes: on.library.changes.handler(({ input }) => pageChanges(desk(), input)),
    },
    search: { find: on.search.find.handler(({ input }) => findAnything(desk(), input)) },
    known: {
      candidates: on.known.candidates.handler(({ input }) => knownCandidates(desk(), input)),
      check: on.known.check.handler(({ input }) => checkKnown(desk(), input)),
      found: on.known.found.handler(({ input }) => foundFor(desk(), input)),
      askHeadquarters: on.known.askHeadquarters.handler(({ input }) =>
        askHeadquarters(desk(), input),
      ),
      answer: on.known.answer.handler(({ input }) => answerKnown(desk(), input)),
    },
    people: { search: on.people.search.handler(({ input }) => searchPeople(desk(), input)) },
    beneficiaries: {
      list: on.beneficiaries.list.handler(({ input }) => listBeneficiaries(desk(), input)),
      get: on.beneficiaries.get.handler(({ input }) => getBeneficiary(desk(), input)),
    },
    cases: {
      open: cases.open.handler(({ input }) => openCase(desk(), input)),
      get: cases.get.handler(({ input }) => getCase(desk(), input)),
      list: cases.list.handler(({ input }) => listCases(desk(), input)),
      findByPaper: cases.findByPaper.handler(({ input }) => findByPaper(desk(), input)),
      showPrivacyNotice: cases.showPrivacyNotice.handler(({ input }) =>
        showPrivacyNotice(desk(), input),
      ),
      explainServices: cases.explainServices.handler(({ input }) => explainServices(desk(), input)),
      recordInquiry: cases.recordInquiry.handler(({ input }) => recordInquiry(desk(), input)),
      confirmInquiries: cases.confirmInquiries.handler(({ input }) =>
        confirmInquiries(desk(), input),
      ),
      export: cases.export.handler(({ input }) => exportCase(desk(), input)),
    },
    interview: {
      saveDraft: interview.saveDraft.handler(({ input }) => saveDraft(desk(), input)),
      leavePage: interview.leavePage.handler(({ input }) => leavePage(desk(), input)),
      complete: interview.complete.handler(({ input }) => completeInterview(desk(), input)),
    },
    documents: {
      record: documents.record.handler(({ input }) => recordDocument(desk(), input)),
      decide: documents.decide.handler(({ input }) => decide(desk(), input)),
      correctStated: documents.correctStated.handler(({ input }) => correctStated(desk(), input)),
      completeMatching: documents.completeMatching.handler(({ input }) =>
        completeMatching(desk(), input),
      ),
    },
    scans: {
      begin: scans.begin.handler(({ input }) => beginScan(desk(), input)),
      send: scans.send.handler(({ input }) => sendScan(desk(), input)),
      attach: scans.attach.handler(({ input }) => attachScan(desk(), input)),
      cancel: scans.cancel.handler(({ input }) => cancelScan(desk(), input)),
      remove: scans.remove.handler(({ input }) => removeScan(desk(), input)),
      read: scans.read.handler(({ input }) => readScan(desk(), input)),
    },
    signedPaper: {
      begin: on.signedPaper.begin.handler(({ input }) => beginSignedPaper(desk(), input)),
      attach: on.signedPaper.attach.handler(({ input }) => attachSignedPaper(desk(), input)),
      remove: on.signedPaper.remove.handler(({ input }) => removeSignedPaper(desk(), input)),
    },
    declaration: {
      colleagues: declaration.colleagues.handler(() => colleaguesOf(desk())),
      sign: declaration.sign.handler(({ input }) => signDeclaration(desk(), input)),
    },
    submission: {
      promise: submission.promise.handler(({ input }) => promiseFor(desk(), input)),
      submit: submission.submit.handler(({ input }) => submitCase(desk(), input)),
    },
    waiting: {
      leaveIncomplete: on.waiting.leaveIncomplete.handler(({ input }) =>
        leaveIncomplete(desk(), input),
      ),
      receiveItem: on.waiting.receiveItem.handler(({ input }) => receiveItem(desk(), input)),
    },
    referral: {
      refer: on.referral.refer.handler(({ input }) => refer(desk(), input)),
      addQuestion: on.referral.addQuestion.handler(({ input }) => addQuestion(desk(), input)),
      answer: on.referral.answer.handler(({ input }) => answerReferral(desk(), input)),
      withdraw: on.referral.withdraw.handler(({ input }) => withdrawReferral(desk(), input)),
    },
    studyWork: {
      answerMore: on.studyWork.answerMore.handler(({ input }) => answerMore(desk(), input)),
      recordVisit: on.studyWork.recordVisit.handler(({ input }) => recordVisit(desk(), input)),
      reopen: on.studyWork.reopen.handler(({ input }) => reopenCase(desk(), input)),
    },
    headquarters: {
      answerReturn: on.headquarters.answerReturn.handler(({ input }) =>
        answerReturn(desk(), input),
      ),
      tellDecision: on.headquarters.tellDecision.handler(({ input }) =>
        tellDecision(desk(), input),
      ),
      settleConflict: on.headquarters.settleConflict.handler(({ input }) =>
        settleConflict(desk(), input),
      ),
    },
    appeals: {
      file: on.appeals.file.handler(({ input }) => fileAppeal(desk(), input)),
      answerDeferral: on.appeals.answerDeferral.handler(({ input }) =>
        answerDeferral(desk(), input),
      ),
    },
    service: {
      completeRegistration: on.service.completeRegistration.handler(({ input }) =>
        delivering.completeRegistration(desk(), input),
      ),
      schedule: on.service.schedule.handler(({ input }) => delivering.schedule(desk(), input)),
      deliver: on.service.deliver.handler(({ input }) => delivering.deliver(desk(), input)),
      settle: on.service.settle.handler(({ input }) => delivering.settle(desk(), input)),
      withdraw: on.service.withdraw.handler(({ input }) => delivering.withdraw(desk(), input)),
      notReached: on.service.notReached.handler(({ input }) =>
        delivering.notReached(desk(), input),
      ),
      close: on.service.close.handler(({ input }) => delivering.close(desk(), input)),
    },
    papers: {
      print: papers.print.handler(({ input }) => printPaper(desk(), input)),
      printOfNoCase: papers.printOfNoCase.handler(({ input }) => printOfNoCase(desk(), input)),
    },
    formDrafts: {
      read: on.formDrafts.read.handler(({ input }) => readForm(desk(), input)),
      save: on.formDrafts.save.handler(({ input }) => saveForm(desk(), input)),
    },
    contacts: {
      record: contacts.record.handler(({ input }) => recordContact(desk(), input)),
      followUp: contacts.followUp.handler(({ input }) => followUpContact(desk(), input)),
      list: contacts.list.handler(({ input }) => listContacts(desk(), input)),
      get: contacts.get.handler(({ input }) => getContact(desk(), input)),
      history: contacts.history.handler(({ input }) => historyOf(desk(), input)),
    },
    inquiries: {
      ofContact: on.inquiries.ofContact.handler(({ input }) =>
        inquiring.inquiriesOf(desk(), input),
      ),
      refer: on.inquiries.refer.handler(({ input }) => inquiring.referInquiry(desk(), input)),
      addQuestion: on.inquiries.addQuestion.handler(({ input }) =>
        inquiring.addInquiryQuestion(desk(), input),
      ),
      answer: on.inquiries.answer.handler(({ input }) => inquiring.answerInquiry(desk(), input)),
      withdraw: on.inquiries.withdraw.handler(({ input }) =>
        inquiring.withdrawInquiry(desk(), input),
      ),
    },
    complaints: {
      record: complaints.record.handler(({ input }) => recordComplaint(desk(), input)),
      list: complaints.list.handler(({ input }) => listComplaints(desk(), input)),
      get: complaints.get.handler(({ input }) => getComplaint(desk(), input)),
      receipt: complaints.receipt.handler(({ input }) => complaintReceipt(desk(), input)),
      form: complaints.form.handler(() => complaintForm(desk())),
    },
    opinion: {
      begin: opinion.begin.handler(({ input }) => session.opinion.begin(input)),
      surveys: opinion.surveys.handler(() => ({ ...desk().reference.surveys })),
      give: opinion.give.handler(({ input }) => session.opinion.give(input)),
      decline: opinion.decline.handler(() => session.opinion.decline()),
      end: opinion.end.handler(({ input }) => session.opinion.end(input)),
    },
    today: { get: on.today.get.handler(() => getToday(desk())) },
    stick: {
      state: on.stick.state.handler(() => stick.state(desk())),
      write: on.stick.write.handler(() => stick.write(desk())),
      read: on.stick.read.handler(({ input }) => stick.read(desk(), input)),
      takeAnswer: on.stick.takeAnswer.handler(({ input }) => stick.takeAnswer(desk(), input)),
    },
    sync: {
      status: on.sync.status.handler(syncNow),
      sendNow: on.sync.sendNow.handler(() => {
        desk();
        sync.sendNow();
        return syncNow();
      }),
      enrol: on.sync.enrol.handler(async ({ input }) => {
        await enrol(desk(), input.hubUrl);
        return syncNow();
      }),
      cancelEnrolment: on.sync.cancelEnrolment.handler(() => {
        cancelEnrolment(desk());
        return syncNow();
      }),
      requestFile: on.sync.requestFile.handler(() => requestFile(desk())),
      takeAnswer: on.sync.takeAnswer.handler(({ input }) => {
        takeAnswer(desk(), input.content, input.code);
        session.refreshDevice();
        return syncNow();
      }),
      setAddress: on.sync.setAddress.handler(({ input }) => {
        setAddress(desk(), input.hubUrl);
        sync.sendNow();
        return syncNow();
      }),
    },
    training: {
      status: on.training.status.handler(() => training.status),
      start: on.training.start.handler(() => training.start()),
      newLink: on.training.newLink.handler(() => training.newLink()),
    },
    copies: {
      status: on.copies.status.handler(() => copiesStatus(copiesAt())),
      chooseFolder: on.copies.chooseFolder.handler(({ input }) =>
        chooseCopyFolder(copiesAt(), input),
      ),
      makeNow: on.copies.makeNow.handler(() => makeCopyNow(copiesAt())),
      browse: on.copies.browse.handler(() => browseForFolder(host)),
    },
    restore: {
      look: on.restore.look.handler(({ input }) => {
        session.assertMayRestore();
        return lookForCopies(input);
      }),
      open: on.restore.open.handler(({ input }) => session.openCopy(input)),
      begin: on.restore.begin.handler(({ input }) => session.restore(input)),
      status: on.restore.status.handler(() => session.restoreStatus()),
    },
    safety: { get: on.safety.get.handler(() => getSafety(desk(), sync.state.progress !== null)) },
  });
}
