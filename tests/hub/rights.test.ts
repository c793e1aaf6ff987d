import { call, isProcedure, ORPCError, traverseContractProcedures } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HqCallContext } from '#hq/dispatcher/guard.ts';
import { hqRouterOf } from '#hq/hqRouter.ts';
import { SetUpCode } from '#hq/services/sessionService.ts';
import { hqContract } from '#shared/contracts/hq/hqContract.ts';
import { HqRole } from '#shared/domain/hub/hqPermission.ts';
import { ActorId } from '#shared/domain/identity.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

const EVERYBODY = HqRole.options;
const OF_CASES = EVERYBODY.filter((role) => role !== 'administrator');
const OF_BATCHES = [
  'relationsOfficer',
  'importClerk',
  'director',
  'qualityOfficer',
  'dataProtectionOfficer',
  'administrator',
] as const satisfies readonly HqRole[];
const OF_REGISTRY = [
  'relationsOfficer',
  'importClerk',
  'researchOfficer',
  'director',
  'deliveryOfficer',
  'dataProtectionOfficer',
] as const satisfies readonly HqRole[];
const OF_DEVICES = ['importClerk', 'dataProtectionOfficer', 'administrator'] as const;
const WHO_SEE_SCANS = [
  'relationsOfficer',
  'importClerk',
  'researchOfficer',
  'committeeMember',
  'committeeChair',
  'director',
] as const satisfies readonly HqRole[];
const WHO_REFER = ['relationsOfficer', 'importClerk', 'researchOfficer', 'director'] as const;
const WHO_TAKE_APPEALS = [
  'relationsOfficer',
  'researchOfficer',
  'committeeChair',
  'director',
] as const;

interface Rights {
  readonly who: readonly HqRole[] | 'anybody';
  readonly may: readonly string[];
}

/** Who may do what at headquarters (policy, section 3). A procedure that is added needs its place here. */
const RIGHTS: readonly Rights[] = [
  {
    who: 'anybody',
    may: [
      ...['session.status', 'session.setUp', 'session.signIn', 'session.signOut'],
      'session.trainingPeople',
    ],
  },
  {
    who: EVERYBODY,
    may: [
      ...['session.changePassword', 'overview.get', 'reference.settings'],
      ...['formDrafts.own', 'formDrafts.save', 'formDrafts.drop'],
    ],
  },
  {
    who: ['administrator'],
    may: [
      ...['people.list', 'people.add', 'people.change'],
      ...['devices.addBranch', 'devices.revoke', 'devices.readmit', 'devices.approve'],
      ...['devices.refuse', 'devices.takeRequest', 'devices.answer'],
      ...['stickKeys.recovery', 'stickKeys.confirmRecovery'],
      ...['reference.saveSettings', 'reference.changeLibrary', 'reference.upload'],
      ...['reference.discard', 'reference.publish'],
    ],
  },
  {
    who: ['director', 'administrator'],
    may: [
      ...['reference.overview', 'reference.settingsDraft', 'reference.libraryDraft'],
      'reference.download',
    ],
  },
  {
    who: OF_DEVICES,
    may: [
      ...['devices.branches', 'devices.list', 'devices.requests', 'stickKeys.status'],
      'intake.quarantine',
    ],
  },
  { who: ['importClerk', 'dataProtectionOfficer'], may: ['intake.refusedBytes'] },
  { who: OF_BATCHES, may: ['intake.batches', 'intake.printAcknowledgement', 'parcels.list'] },
  {
    who: ['relationsOfficer', 'importClerk'],
    may: ['parcels.send', 'parcels.state', 'parcels.answer'],
  },
  { who: WHO_SEE_SCANS, may: ['scans.list', 'scans.read'] },
  {
    who: OF_CASES,
    may: [
      ...['decisions.list', 'decisions.open', 'committee.list', 'committee.people'],
      ...['committee.terms', 'committee.ready', 'committee.open'],
      ...['imports.overview', 'imports.cases', 'imports.caseFile'],
      ...[
        'imports.rules',
        'imports.letterhead',
        'study.open',
        'study.printVisit',
        'referrals.list',
        'review.list',
      ],
      ...['review.pair', 'review.merges', 'review.collisions', 'review.ofCase'],
    ],
  },
  {
    who: ['importClerk'],
    may: [
      ...['imports.setting', 'imports.importClean', 'imports.importCase', 'imports.holdCase'],
      ...['imports.returnCase', 'imports.setAside', 'imports.readmit'],
    ],
  },
  {
    who: ['importClerk', 'director'],
    may: [
      ...['review.merge', 'review.tellApart', 'review.askBranch', 'review.undo'],
      'review.dismiss',
    ],
  },
  {
    who: ['relationsOfficer', 'researchOfficer', 'director'],
    may: [
      'leads.list',
      'leads.branches',
      'inquiries.list',
      'inquiries.ofLead',
      'inquiries.printSlip',
    ],
  },
  {
    who: ['relationsOfficer'],
    may: [
      ...['leads.record', 'leads.answer', 'leads.send', 'inquiries.refer'],
      ...['inquiries.addQuestion', 'inquiries.withdraw'],
    ],
  },
  {
    who: ['relationsOfficer', 'director', 'qualityOfficer'],
    may: [
      ...['complaints.list', 'complaints.open', 'complaints.record', 'complaints.answer'],
      'complaints.appeal',
    ],
  },
  { who: ['director', 'qualityOfficer'], may: ['opinions.totals'] },
  { who: ['qualityOfficer'], may: ['opinions.words'] },
  { who: OF_REGISTRY, may: ['registry.list', 'registry.filters', 'registry.open'] },
  { who: ['director'], may: ['decisions.override', 'appeals.decide'] },
  {
    who: ['committeeChair', 'director'],
    may: [
      ...['decisions.postpone', 'committee.plan', 'committee.replan', 'committee.callOff'],
      ...['committee.setAgenda', 'committee.begin', 'committee.attendance', 'committee.close'],
      ...['committee.addToMinutes', 'committee.recordRecusal', 'committee.saveDraft'],
      ...['committee.put', 'committee.recordVotes', 'committee.decide'],
    ],
  },
  {
    who: ['committeeMember', 'committeeChair', 'director'],
    may: [
      'committee.openCase',
      'committee.minutes',
      'committee.printMinutes',
      'committee.recuse',
      'committee.vote',
    ],
  },
  { who: WHO_TAKE_APPEALS, may: ['appeals.file', 'appeals.print', 'appeals.answerDeferral'] },
  {
    who: ['relationsOfficer', 'deliveryOfficer'],
    may: [
      ...['delivery.list', 'delivery.open', 'delivery.register', 'delivery.schedule'],
      ...['delivery.deliver', 'delivery.settle', 'delivery.withdraw', 'delivery.notReached'],
      ...['delivery.close', 'delivery.print'],
    ],
  },
  {
    who: ['researchOfficer', 'committeeMember', 'committeeChair', 'director'],
    may: ['study.list'],
  },
  { who: ['researchOfficer', 'director'], may: ['study.assign'] },
  {
    who: ['researchOfficer'],
    may: [
      ...['study.begin', 'study.declareConflict', 'study.addNote', 'study.scheduleVisit'],
      ...['study.cancelVisit', 'study.recordVisit', 'study.requestMore', 'study.withdrawMore'],
      ...['study.answerMore', 'study.report', 'study.resume', 'referrals.answer'],
      'inquiries.answer',
    ],
  },
  {
    who: ['relationsOfficer', 'researchOfficer', 'director'],
    may: ['study.reopen', 'study.printLapse'],
  },
  { who: WHO_REFER, may: ['referrals.refer', 'referrals.addQuestion', 'referrals.withdraw'] },
];

const ROWS = RIGHTS.flatMap(({ who, may }) => may.map((path) => ({ path, who })));

let hub: TestHub;
let router: ReturnType<typeof hqRouterOf>;
beforeAll(async () => {
  hub = await createTestHub();
  router = hqRouterOf(hub.hub.context, new SetUpCode());
});
afterAll(() => hub.close());

/** What is sent fits no procedure: whoever gets through the guard changes nothing. */
const NONSENSE = { nothingOfTheKind: true };

/** The code of the refusal; null where the procedure answered. */
async function refusalOf(path: string, roles: readonly HqRole[] | null): Promise<string | null> {
  const procedure = path
    .split('.')
    .reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], router);
  if (!isProcedure(procedure)) throw new Error(`no procedure: ${path}`);
  const person =
    roles === null
      ? null
      : {
          personId: ActorId.parse(hub.hub.context.ids.uuid()),
          userName: 'somebody',
          displayName: 'أحد العاملين',
          roles: [...roles],
        };
  const context: HqCallContext = {
    visit: { person, token: null, setToken: () => undefined },
    log: hub.hub.context.log,
  };
  try {
    await call(procedure, NONSENSE, { context });
    return null;
  } catch (error) {
    if (error instanceof ORPCError) return String(error.code);
    throw error;
  }
}

describe('the rights of headquarters', () => {
  it('have a place for every procedure, and for none that is not there', () => {
    const all: string[] = [];
    traverseContractProcedures({ router: hqContract, path: [] }, ({ path }) => {
      all.push(path.join('.'));
    });
    expect(ROWS.map(({ path }) => path).toSorted()).toEqual(all.toSorted());
  });

  it.each(ROWS)('$path lets in whom the policy names, and nobody else', async ({ path, who }) => {
    const letsIn = async (roles: readonly HqRole[] | null) => {
      const code = await refusalOf(path, roles);
      return code !== 'notPermitted' && code !== 'notSignedIn';
    };
    if (who === 'anybody') {
      expect(await letsIn(null)).toBe(true);
      return;
    }
    expect(await refusalOf(path, null)).toBe('notSignedIn');
    expect(await refusalOf(path, [])).toBe('notPermitted');
    for (const role of EVERYBODY) {
      const isNamed = who.includes(role);
      if (!isNamed) expect([role, await refusalOf(path, [role])]).toEqual([role, 'notPermitted']);
      else expect([role, await letsIn([role])]).toEqual([role, true]);
    }
    // Somebody with several roles holds the rights of all of them.
    const [named] = who;
    const other = EVERYBODY.find((role) => !who.includes(role));
    if (named !== undefined && other !== undefined) expect(await letsIn([other, named])).toBe(true);
  });
});
