import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
} from '@tanstack/react-router';
import { CaseRoute } from '#renderer/app/CaseRoute.tsx';
import { beneficiariesPlace } from '#renderer/caseParts/beneficiariesPlace.ts';
import { bringPlace } from '#renderer/caseParts/bringPlace.ts';
import { casesPlace } from '#renderer/caseParts/casesPlace.ts';
import { contactsPlace, entryPlace, newCasePlace } from '#renderer/caseParts/contactPlaces.ts';
import { libraryPlace } from '#renderer/caseParts/libraryPlace.ts';
import { BeneficiariesScreen } from '#renderer/desk/beneficiaries/BeneficiariesScreen.tsx';
import { BeneficiaryScreen } from '#renderer/desk/beneficiaries/BeneficiaryScreen.tsx';
import { BringListPaper } from '#renderer/desk/bringList/BringListPaper.tsx';
import { BringListScreen } from '#renderer/desk/bringList/BringListScreen.tsx';
import { CasesScreen } from '#renderer/desk/cases/CasesScreen.tsx';
import { ComplaintEntryScreen } from '#renderer/desk/complaints/ComplaintEntryScreen.tsx';
import { ComplaintReceipt } from '#renderer/desk/complaints/ComplaintReceipt.tsx';
import { ComplaintScreen } from '#renderer/desk/complaints/ComplaintScreen.tsx';
import { ComplaintsScreen } from '#renderer/desk/complaints/ComplaintsScreen.tsx';
import { ContactEntryScreen } from '#renderer/desk/contacts/ContactEntryScreen.tsx';
import { ContactScreen } from '#renderer/desk/contacts/ContactScreen.tsx';
import { ContactsScreen } from '#renderer/desk/contacts/ContactsScreen.tsx';
import { InquirySlip } from '#renderer/desk/contacts/InquirySlip.tsx';
import { LibraryScreen } from '#renderer/desk/library/LibraryScreen.tsx';
import { NewCaseScreen } from '#renderer/desk/newCase/NewCaseScreen.tsx';
import { BlankRequestScreen } from '#renderer/desk/papers/requestForm/BlankRequestScreen.tsx';
import { blankRequestPlace } from '#renderer/desk/papers/requestForm/blankRequestPlace.ts';
import { StaffScreen } from '#renderer/desk/staff/StaffScreen.tsx';
import { SyncScreen } from '#renderer/desk/sync/SyncScreen.tsx';
import { TodayScreen } from '#renderer/desk/today/TodayScreen.tsx';
import { DeskFrame } from './DeskFrame.tsx';

const root = createRootRoute({ component: DeskFrame });

const today = createRoute({ getParentRoute: () => root, path: '/', component: TodayScreen });
const cases = createRoute({
  getParentRoute: () => root,
  path: '/cases',
  component: CasesScreen,
  validateSearch: casesPlace,
});
const beneficiaries = createRoute({
  getParentRoute: () => root,
  path: '/beneficiaries',
  component: BeneficiariesScreen,
  validateSearch: beneficiariesPlace,
});
const beneficiary = createRoute({
  getParentRoute: () => root,
  path: '/beneficiaries/$beneficiaryId',
  component: BeneficiaryScreen,
});
const newCase = createRoute({
  getParentRoute: () => root,
  path: '/new',
  component: NewCaseScreen,
  validateSearch: newCasePlace,
});
const bringList = createRoute({
  getParentRoute: () => root,
  path: '/bring-list',
  component: BringListScreen,
  validateSearch: bringPlace,
});
const bringListPaper = createRoute({
  getParentRoute: () => root,
  path: '/bring-list/paper',
  component: BringListPaper,
  validateSearch: bringPlace,
});
const library = createRoute({
  getParentRoute: () => root,
  path: '/library',
  component: LibraryScreen,
  validateSearch: libraryPlace,
});
const sync = createRoute({ getParentRoute: () => root, path: '/sync', component: SyncScreen });
const requestForm = createRoute({
  getParentRoute: () => root,
  path: '/request-form',
  component: BlankRequestScreen,
  validateSearch: blankRequestPlace,
});
const contacts = createRoute({
  getParentRoute: () => root,
  path: '/contacts',
  component: ContactsScreen,
  validateSearch: contactsPlace,
});
const newContact = createRoute({
  getParentRoute: () => root,
  path: '/contacts/new',
  component: ContactEntryScreen,
  validateSearch: entryPlace,
});
const contact = createRoute({
  getParentRoute: () => root,
  path: '/contacts/$contactId',
  component: ContactScreen,
});
const inquirySlip = createRoute({
  getParentRoute: () => root,
  path: '/contacts/$contactId/slip/$referralId',
  component: InquirySlip,
});
const complaints = createRoute({
  getParentRoute: () => root,
  path: '/complaints',
  component: ComplaintsScreen,
});
const newComplaint = createRoute({
  getParentRoute: () => root,
  path: '/complaints/new',
  component: ComplaintEntryScreen,
  validateSearch: entryPlace,
});
const complaint = createRoute({
  getParentRoute: () => root,
  path: '/complaints/$complaintId',
  component: ComplaintScreen,
});
const complaintReceipt = createRoute({
  getParentRoute: () => root,
  path: '/complaints/$complaintId/receipt',
  component: ComplaintReceipt,
});
const staff = createRoute({ getParentRoute: () => root, path: '/staff', component: StaffScreen });
const caseStep = createRoute({
  getParentRoute: () => root,
  path: '/case/$caseId/$step',
  component: CaseRoute,
  validateSearch: (search: Record<string, unknown>) => ({
    ...(typeof search['at'] === 'string' ? { at: search['at'] } : {}),
    ...(typeof search['field'] === 'string' ? { field: search['field'] } : {}),
  }),
});
const caseRoot = createRoute({
  getParentRoute: () => root,
  path: '/case/$caseId',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/case/$caseId/$step', params: { caseId: params.caseId, step: 'now' } });
  },
});

/** Addresses live behind `#`, so that they are the same under `http://` and `app://`. */
export const router = createRouter({
  routeTree: root.addChildren([
    today,
    cases,
    beneficiaries,
    beneficiary,
    newCase,
    bringList,
    bringListPaper,
    library,
    sync,
    requestForm,
    contacts,
    newContact,
    contact,
    inquirySlip,
    complaints,
    newComplaint,
    complaint,
    complaintReceipt,
    staff,
    caseStep,
    caseRoot,
  ]),
  history: createHashHistory(),
  defaultPreload: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
