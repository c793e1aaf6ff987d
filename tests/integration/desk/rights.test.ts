import { call, isProcedure, ORPCError, traverseContractProcedures } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CallsUnderWay } from '#electron/dispatcher/callsUnderWay.ts';
import { deskContract } from '#shared/contracts/deskContract.ts';
import { BranchRole } from '#shared/domain/case/permission.ts';
import { ActorId } from '#shared/domain/identity.ts';
import { createTestDesk, type TestDesk } from './support/testDesk.ts';

interface Rights {
  readonly who: readonly BranchRole[] | 'anybody';
  readonly may: readonly string[];
}

/** Who may do what at a desk (policy, section 3). A procedure that is added needs its place here. */
const RIGHTS: readonly Rights[] = [
  {
    // Before there is a desk, at its door, and where it does not open.
    who: 'anybody',
    may: [
      ...['session.status', 'session.found', 'session.unlock', 'session.recover', 'session.lock'],
      ...['session.uncover', 'session.setPreferences', 'copies.browse', 'restore.look'],
      ...['restore.open', 'restore.begin', 'restore.status'],
    ],
  },
  { who: ['relationsOfficer'], may: ['staff.add'] },
  {
    who: ['representative', 'relationsOfficer'],
    may: [
      ...['session.confirmRecovery', 'session.cover', 'staff.list', 'staff.changePassword'],
      ...['reference.bundle', 'reference.versions', 'library.read', 'library.markRead'],
      'library.changes',
      ...['people.search', 'known.candidates', 'known.check', 'known.found', 'known.answer'],
      'known.askHeadquarters',
      ...['search.find', 'beneficiaries.list', 'beneficiaries.get', 'cases.open', 'cases.get'],
      ...['cases.list', 'cases.findByPaper', 'cases.showPrivacyNotice', 'cases.explainServices'],
      ...['cases.recordInquiry', 'cases.confirmInquiries', 'cases.export'],
      ...['interview.saveDraft', 'interview.leavePage', 'interview.complete'],
      ...['documents.record', 'documents.decide', 'documents.correctStated'],
      ...['documents.completeMatching', 'scans.begin', 'scans.send', 'scans.attach'],
      ...['scans.cancel', 'scans.remove', 'scans.read', 'declaration.colleagues'],
      ...['signedPaper.begin', 'signedPaper.attach', 'signedPaper.remove'],
      ...['declaration.sign', 'submission.promise', 'submission.submit'],
      ...['waiting.leaveIncomplete', 'waiting.receiveItem', 'referral.refer'],
      ...['referral.addQuestion', 'referral.answer', 'referral.withdraw'],
      ...['studyWork.answerMore', 'studyWork.recordVisit', 'studyWork.reopen'],
      ...['headquarters.answerReturn', 'headquarters.tellDecision'],
      ...['headquarters.settleConflict', 'appeals.file', 'appeals.answerDeferral'],
      ...['service.completeRegistration', 'service.schedule', 'service.deliver'],
      ...['service.settle', 'service.notReached', 'service.close', 'service.withdraw'],
      ...[
        'papers.print',
        'papers.printOfNoCase',
        'formDrafts.read',
        'formDrafts.save',
        'contacts.record',
      ],
      ...['inquiries.ofContact', 'inquiries.refer', 'inquiries.addQuestion'],
      ...['inquiries.answer', 'inquiries.withdraw'],
      ...['contacts.followUp', 'contacts.list', 'contacts.get', 'contacts.history'],
      'contacts.namePerson',
      ...['complaints.record', 'complaints.list', 'complaints.get', 'complaints.receipt'],
      ...['complaints.form', 'opinion.begin', 'opinion.surveys', 'opinion.give'],
      ...['opinion.decline', 'opinion.end', 'today.get', 'safety.get', 'stick.state'],
      ...['stick.write', 'stick.read', 'stick.takeAnswer', 'sync.status', 'sync.sendNow'],
      ...['sync.enrol', 'sync.cancelEnrolment', 'sync.requestFile', 'sync.takeAnswer'],
      ...['sync.setAddress', 'copies.status', 'copies.chooseFolder', 'copies.makeNow'],
      ...['training.status', 'training.start', 'training.newLink'],
    ],
  },
];

const ROWS = RIGHTS.flatMap(({ who, may }) => may.map((path) => ({ path, who })));

/** Nobody was ever let in at this desk: who is there, and as what, is said with each call. */
let desk: TestDesk;
beforeAll(async () => {
  desk = await createTestDesk();
});
afterAll(() => desk.close());

/** What is sent fits no procedure: whoever gets through the guard changes nothing. */
const NONSENSE = { nothingOfTheKind: true };

async function refusalOf(
  path: string,
  role: BranchRole | null,
  isTurned = false,
): Promise<string | null> {
  const procedure = path
    .split('.')
    .reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], desk.router);
  if (!isProcedure(procedure)) throw new Error(`no procedure: ${path}`);
  const person =
    role === null
      ? null
      : {
          actorId: ActorId.parse('01998d2e-7a00-7000-8000-000000000001'),
          displayName: 'أحد العاملين',
          role,
        };
  const session = { currentPerson: () => person, isTurned: () => isTurned };
  try {
    const context = { session, log: desk.log, calls: new CallsUnderWay() };
    await call(procedure, NONSENSE, { context });
    return null;
  } catch (error) {
    if (error instanceof ORPCError) return String(error.code);
    throw error;
  }
}

describe('the rights at a desk', () => {
  it('have a place for every procedure, and for none that is not there', () => {
    const all: string[] = [];
    traverseContractProcedures({ router: deskContract, path: [] }, ({ path }) => {
      all.push(path.join('.'));
    });
    expect(ROWS.map(({ path }) => path).toSorted()).toEqual(all.toSorted());
  });

  it.each(ROWS)('$path lets in whom the policy names, and nobody else', async ({ path, who }) => {
    if (who === 'anybody') {
      expect(await refusalOf(path, null)).not.toBe('notPermitted');
      return;
    }
    expect(await refusalOf(path, null)).toBe('notUnlocked');
    for (const role of BranchRole.options) {
      const code = await refusalOf(path, role);
      expect([role, code === 'notPermitted']).toEqual([role, !who.includes(role)]);
    }
    // While the screen is the beneficiary's, nothing but the opinion is open.
    const isOpinion = path.startsWith('opinion.');
    const turned = await refusalOf(path, 'relationsOfficer', true);
    expect(turned === 'kioskStands').toBe(!isOpinion);
  });
});
