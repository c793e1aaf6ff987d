import { deskImplementer as on } from '#electron/dispatcher/implementer.ts';
import { getBeneficiary, listBeneficiaries } from '#electron/services/beneficiariesService.ts';
import {
  complaintForm,
  complaintReceipt,
  getComplaint,
  listComplaints,
  recordComplaint,
} from '#electron/services/complaintsService.ts';
import {
  followUpContact,
  getContact,
  historyOf,
  listContacts,
  nameContactPerson,
  recordContact,
} from '#electron/services/contactsService.ts';
import { readForm, saveForm } from '#electron/services/formDraftsService.ts';
import * as inquiring from '#electron/services/inquiriesService.ts';
import {
  answerKnown,
  askHeadquarters,
  checkKnown,
  foundFor,
  knownCandidates,
} from '#electron/services/knownService.ts';
import { markPageRead, pageChanges, pagesRead } from '#electron/services/libraryService.ts';
import { searchPeople } from '#electron/services/peopleService.ts';
import { versionsInForce } from '#electron/services/referenceService.ts';
import { findAnything } from '#electron/services/searchService.ts';
import { getToday } from '#electron/services/todayService.ts';
import type { DeskParts } from './deskParts.ts';

/** What a branch looks up and writes down beside its cases. */
export function branchRoutes({ session }: DeskParts) {
  const desk = () => session.desk();
  return {
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
    formDrafts: {
      read: on.formDrafts.read.handler(({ input }) => readForm(desk(), input)),
      save: on.formDrafts.save.handler(({ input }) => saveForm(desk(), input)),
    },
    contacts: {
      record: on.contacts.record.handler(({ input }) => recordContact(desk(), input)),
      namePerson: on.contacts.namePerson.handler(({ input }) => nameContactPerson(desk(), input)),
      followUp: on.contacts.followUp.handler(({ input }) => followUpContact(desk(), input)),
      list: on.contacts.list.handler(({ input }) => listContacts(desk(), input)),
      get: on.contacts.get.handler(({ input }) => getContact(desk(), input)),
      history: on.contacts.history.handler(({ input }) => historyOf(desk(), input)),
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
      record: on.complaints.record.handler(({ input }) => recordComplaint(desk(), input)),
      list: on.complaints.list.handler(({ input }) => listComplaints(desk(), input)),
      get: on.complaints.get.handler(({ input }) => getComplaint(desk(), input)),
      receipt: on.complaints.receipt.handler(({ input }) => complaintReceipt(desk(), input)),
      form: on.complaints.form.handler(() => complaintForm(desk())),
    },
    today: { get: on.today.get.handler(() => getToday(desk())) },
  };
}
