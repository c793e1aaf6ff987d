import {
  CopyCheck,
  Gavel,
  HandHeart,
  Inbox,
  type LucideIcon,
  MessageSquareWarning,
  NotebookPen,
  PhoneIncoming,
  SlidersHorizontal,
  Smile,
  Usb,
  UsersRound,
} from 'lucide-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { HqOverview } from '#shared/contracts/hq/overview.ts';
import { type HqPermission, type HqRole, rolesMay } from '#shared/domain/hub/hqPermission.ts';

/** What a screen is given of its address: `$name` of the path, and what stands behind the `?`. */
export interface ScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
  readonly search: Readonly<Record<string, unknown>>;
}

export interface PlaceScreen {
  /** As the router reads it: `/inbox/$batchId`. */
  readonly path: string;
  readonly screen: LazyExoticComponent<ComponentType<ScreenProps>>;
}

export interface Place {
  /** Its name is the key `place.ID` of the locales' `hqShell`. */
  readonly id: PlaceId;
  readonly icon: LucideIcon;
  /** Where its link leads; every screen of the place lies under it. */
  readonly path: `/${string}`;
  /** Whoever has one of these finds the place in the rail. */
  readonly anyOf: readonly HqPermission[];
  /** And must have this besides, where it is said. */
  readonly needs?: HqPermission;
  readonly screens: readonly PlaceScreen[];
  /** How many things wait there for a person. */
  readonly waiting?: (overview: HqOverview) => number;
}

export type PlaceId =
  | 'inbox'
  | 'review'
  | 'study'
  | 'committee'
  | 'leads'
  | 'registry'
  | 'delivery'
  | 'complaints'
  | 'opinions'
  | 'sticks'
  | 'administration';

type LoadScreen = () => Promise<ComponentType<ScreenProps>>;
const LOADS = new WeakMap<PlaceScreen['screen'], LoadScreen>();

/** The places of headquarters, in the order of the rail. A feature adds its own here. */
export const PLACES: readonly Place[] = [
  {
    id: 'inbox',
    icon: Inbox,
    path: '/inbox',
    anyOf: ['batches.read'],
    needs: 'cases.read',
    screens: [
      {
        // One route whether a batch is open or none: the focus stays.
        path: '/inbox/{-$batchId}',
        screen: screenOf(
          async () => (await import('#renderer/hq/inbox/InboxScreen.tsx')).InboxScreen,
        ),
      },
      {
        path: '/inbox/cases/$caseId',
        screen: screenOf(
          async () => (await import('#renderer/hq/inbox/InboxCaseScreen.tsx')).InboxCaseScreen,
        ),
      },
      {
        path: '/inbox/$batchId/acknowledgement',
        screen: screenOf(
          async () =>
            (await import('#renderer/hq/inbox/AcknowledgementScreen.tsx')).AcknowledgementScreen,
        ),
      },
    ],
    waiting: ({ waiting }) => waiting.imports,
  },
  {
    id: 'review',
    icon: CopyCheck,
    path: '/review',
    anyOf: ['persons.merge'],
    screens: [
      {
        // One route for all its parts and pairs: the focus stays.
        path: '/review/{-$view}',
        screen: screenOf(
          async () => (await import('#renderer/hq/review/ReviewScreen.tsx')).ReviewScreen,
        ),
      },
    ],
    waiting: ({ waiting }) => waiting.review,
  },
  {
    id: 'study',
    icon: NotebookPen,
    path: '/study',
    anyOf: ['study.read', 'referrals.answer'],
    screens: [
      {
        path: '/study/{-$view}',
        screen: screenOf(
          async () => (await import('#renderer/hq/study/StudyScreen.tsx')).StudyScreen,
        ),
      },
      {
        path: '/study/case/$caseId',
        screen: screenOf(
          async () => (await import('#renderer/hq/study/StudyCaseScreen.tsx')).StudyCaseScreen,
        ),
      },
      {
        path: '/study/case/$caseId/visit/$visitId',
        screen: screenOf(
          async () => (await import('#renderer/hq/study/VisitSheetScreen.tsx')).VisitSheetScreen,
        ),
      },
      {
        path: '/study/case/$caseId/N10',
        screen: screenOf(
          async () => (await import('#renderer/hq/study/LapsePaperScreen.tsx')).LapsePaperScreen,
        ),
      },
    ],
    waiting: ({ waiting }) => waiting.study,
  },
  {
    id: 'committee',
    icon: Gavel,
    path: '/committee',
    anyOf: ['cases.decide', 'cases.vote', 'decisions.override', 'appeals.record'],
    screens: [
      {
        path: '/committee/{-$stand}',
        screen: screenOf(
          async () => (await import('#renderer/hq/committee/CommitteeScreen.tsx')).CommitteeScreen,
        ),
      },
      {
        path: '/committee/case/$caseId',
        screen: screenOf(
          async () => (await import('#renderer/hq/committee/DecisionScreen.tsx')).DecisionScreen,
        ),
      },
      {
        path: '/committee/case/$caseId/N9/$appealId',
        screen: screenOf(
          async () =>
            (await import('#renderer/hq/committee/AppealPaperScreen.tsx')).AppealPaperScreen,
        ),
      },
      {
        path: '/committee/plan/{-$sessionId}',
        screen: screenOf(
          async () => (await import('#renderer/hq/committee/PlanScreen.tsx')).PlanScreen,
        ),
      },
      {
        path: '/committee/session/$sessionId',
        screen: screenOf(
          async () => (await import('#renderer/hq/committee/SessionScreen.tsx')).SessionScreen,
        ),
      },
      {
        path: '/committee/session/$sessionId/case/$caseId',
        screen: screenOf(
          async () =>
            (await import('#renderer/hq/committee/SessionCaseScreen.tsx')).SessionCaseScreen,
        ),
      },
      {
        path: '/committee/session/$sessionId/minutes',
        screen: screenOf(
          async () => (await import('#renderer/hq/committee/MinutesScreen.tsx')).MinutesScreen,
        ),
      },
    ],
    waiting: ({ waiting }) => waiting.committee,
  },
  {
    id: 'leads',
    icon: PhoneIncoming,
    path: '/leads',
    anyOf: ['leads.read'],
    screens: [
      {
        path: '/leads',
        screen: screenOf(
          async () => (await import('#renderer/hq/leads/LeadsScreen.tsx')).LeadsScreen,
        ),
      },
      {
        path: '/leads/$leadId/slip/$referralId',
        screen: screenOf(
          async () => (await import('#renderer/hq/leads/LeadSlipScreen.tsx')).LeadSlipScreen,
        ),
      },
    ],
    waiting: ({ waiting }) => waiting.leads,
  },
  {
    id: 'registry',
    icon: UsersRound,
    path: '/registry',
    anyOf: ['registry.read'],
    screens: [
      {
        path: '/registry',
        screen: screenOf(
          async () => (await import('#renderer/hq/registry/RegistryScreen.tsx')).RegistryScreen,
        ),
      },
      {
        path: '/registry/$personId',
        screen: screenOf(
          async () => (await import('#renderer/hq/registry/PersonScreen.tsx')).PersonScreen,
        ),
      },
    ],
  },
  {
    id: 'delivery',
    icon: HandHeart,
    path: '/delivery',
    anyOf: ['service.register'],
    screens: [
      {
        // One route for all its lists: whoever goes from tab to tab keeps the focus.
        path: '/delivery/{-$view}',
        screen: screenOf(
          async () => (await import('#renderer/hq/delivery/DeliveryScreen.tsx')).DeliveryScreen,
        ),
      },
      {
        path: '/delivery/case/$caseId',
        screen: screenOf(
          async () => (await import('#renderer/hq/delivery/ServiceScreen.tsx')).ServiceScreen,
        ),
      },
      {
        path: '/delivery/case/$caseId/$paper',
        screen: screenOf(
          async () =>
            (await import('#renderer/hq/delivery/ServicePaperScreen.tsx')).ServicePaperScreen,
        ),
      },
    ],
    waiting: ({ waiting }) => waiting.deliveries,
  },
  {
    id: 'complaints',
    icon: MessageSquareWarning,
    path: '/complaints',
    anyOf: ['complaints.read'],
    screens: [
      {
        path: '/complaints/{-$view}',
        screen: screenOf(
          async () =>
            (await import('#renderer/hq/complaints/ComplaintsScreen.tsx')).ComplaintsScreen,
        ),
      },
      {
        path: '/complaints/one/$complaintId',
        screen: screenOf(
          async () => (await import('#renderer/hq/complaints/ComplaintScreen.tsx')).ComplaintScreen,
        ),
      },
    ],
    waiting: ({ waiting }) => waiting.complaints,
  },
  {
    id: 'opinions',
    icon: Smile,
    path: '/opinions',
    anyOf: ['opinions.read'],
    screens: [
      {
        path: '/opinions',
        screen: screenOf(
          async () => (await import('#renderer/hq/opinions/OpinionsScreen.tsx')).OpinionsScreen,
        ),
      },
    ],
  },
  {
    id: 'administration',
    icon: SlidersHorizontal,
    path: '/administration',
    anyOf: ['people.administer', 'devices.read', 'quarantine.read', 'reference.read'],
    screens: [
      {
        // One route for all its parts: whoever goes from tab to tab keeps the focus.
        path: '/administration/{-$part}',
        screen: screenOf(
          async () =>
            (await import('#renderer/hq/administration/AdministrationScreen.tsx'))
              .AdministrationScreen,
        ),
      },
    ],
    waiting: ({ waiting }) => waiting.enrolments,
  },
  {
    id: 'sticks',
    icon: Usb,
    path: '/sticks',
    anyOf: ['batches.take', 'devices.administer'],
    screens: [
      {
        path: '/sticks',
        screen: screenOf(
          async () => (await import('#renderer/hq/sticks/SticksScreen.tsx')).SticksScreen,
        ),
      },
    ],
  },
];

/** Behind the person's own name, at the foot of the rail. */
export const ACCOUNT: PlaceScreen = {
  path: '/account',
  screen: screenOf(
    async () => (await import('#renderer/hq/account/AccountScreen.tsx')).AccountScreen,
  ),
};

/** What this person finds in the rail. */
export function placesFor(roles: readonly HqRole[]): readonly Place[] {
  return PLACES.filter(
    ({ anyOf, needs }) =>
      anyOf.some((permission) => rolesMay(roles, permission)) &&
      (needs === undefined || rolesMay(roles, needs)),
  );
}

/** Where the work of each role lies. */
const WORK_OF = {
  relationsOfficer: 'leads',
  importClerk: 'inbox',
  researchOfficer: 'study',
  committeeMember: 'committee',
  committeeChair: 'committee',
  director: 'committee',
  deliveryOfficer: 'delivery',
  qualityOfficer: 'complaints',
  dataProtectionOfficer: 'administration',
  administrator: 'administration',
} as const satisfies Record<HqRole, PlaceId>;

/** Where the day of this person begins: at the work of one of their roles; null where none opens a place. */
export function firstPlaceFor(roles: readonly HqRole[]): Place | null {
  const places = placesFor(roles);
  const work = places.find(({ id }) => roles.some((role) => WORK_OF[role] === id));
  return work ?? places[0] ?? null;
}

/** A screen that is fetched when it is first gone to. */
function screenOf(load: LoadScreen): PlaceScreen['screen'] {
  let failure: Error | null = null;
  const loadOnce: LoadScreen = async () => {
    // A style that did not come stands in the page as if it had: drawn now, the screen would be without it.
    if (failure !== null) throw failure;
    try {
      return await load();
    } catch (error) {
      failure = error instanceof Error ? error : new Error('no screen', { cause: error });
      throw failure;
    }
  };
  const screen = lazy(async () => ({ default: await loadOnce() }));
  LOADS.set(screen, loadOnce);
  return screen;
}

/** Fetches every screen that the person may go to, so that none is missing while the hub is away. */
export async function fetchScreens(roles: readonly HqRole[]): Promise<void> {
  const screens = [...placesFor(roles).flatMap((place) => place.screens), ACCOUNT];
  // What does not come now is missed when it is gone to, and brings the page anew.
  await Promise.allSettled(
    screens.map(async ({ screen }) => {
      await LOADS.get(screen)?.();
    }),
  );
}
