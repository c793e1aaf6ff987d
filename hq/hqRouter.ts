import type { HubContext } from './context.ts';
import type { HqCallContext } from './dispatcher/guard.ts';
import { HqError } from './dispatcher/hqError.ts';
import { hqImplementer } from './dispatcher/implementer.ts';
import { addBranch, branchesOf, devicesOf, revokeDevice } from './services/devicesService.ts';
import {
  answerFile,
  approveRequest,
  listRequests,
  refuseRequest,
  takeEnrolment,
} from './services/enrolmentService.ts';
import { batchesOf, quarantineOf } from './services/intakeService.ts';
import { overviewOf } from './services/overviewService.ts';
import { changeOwnPassword } from './services/ownPasswordService.ts';
import { addPerson, changePerson, listPeople } from './services/peopleService.ts';
import { readScanPage, scanPagesOf } from './services/scansService.ts';
import { hqStatus, type SetUpCode, setUp, signIn, signOut } from './services/sessionService.ts';

/** A procedure for everything that a screen of headquarters may ask. */
export function hqRouterOf(hub: HubContext, code: SetUpCode) {
  const { session, overview, people, devices, intake, scans } = hqImplementer;
  return hqImplementer.router({
    session: {
      status: session.status.handler(({ context }) => hqStatus(hub, context.visit)),
      setUp: session.setUp.handler(({ context, input }) => setUp(hub, code, context.visit, input)),
      signIn: session.signIn.handler(({ context, input }) => signIn(hub, context.visit, input)),
      signOut: session.signOut.handler(({ context }) => signOut(hub, context.visit)),
      changePassword: session.changePassword.handler(({ context, input }) =>
        changeOwnPassword(hub, context.visit, input),
      ),
    },
    overview: { get: overview.get.handler(() => overviewOf(hub)) },
    people: {
      list: people.list.handler(() => listPeople(hub)),
      add: people.add.handler(({ context, input }) => addPerson(hub, actorOf(context), input)),
      change: people.change.handler(({ context, input }) =>
        changePerson(hub, actorOf(context), input),
      ),
    },
    devices: {
      branches: devices.branches.handler(() => branchesOf(hub)),
      addBranch: devices.addBranch.handler(({ context, input }) =>
        addBranch(hub, actorOf(context), input),
      ),
      list: devices.list.handler(() => devicesOf(hub)),
      revoke: devices.revoke.handler(({ context, input }) =>
        revokeDevice(hub, actorOf(context), input),
      ),
      requests: devices.requests.handler(() => listRequests(hub)),
      approve: devices.approve.handler(({ context, input }) =>
        approveRequest(hub, actorOf(context), input.requestId, input.code),
      ),
      refuse: devices.refuse.handler(({ input }) => refuseRequest(hub, input.requestId)),
      takeRequest: devices.takeRequest.handler(async ({ input }) => {
        const { requestId } = await takeEnrolment(hub, input.file);
        const { requests } = await listRequests(hub);
        const taken = requests.find((each) => each.requestId === requestId);
        if (!taken) throw new HqError('notFound');
        return taken;
      }),
      answer: devices.answer.handler(({ input }) => answerFile(hub, input.requestId)),
    },
    intake: {
      batches: intake.batches.handler(() => batchesOf(hub)),
      quarantine: intake.quarantine.handler(() => quarantineOf(hub)),
    },
    scans: {
      list: scans.list.handler(({ input }) => scanPagesOf(hub, input)),
      read: scans.read.handler(({ input }) => readScanPage(hub, input)),
    },
  });
}

/** The guard has let nobody in without a person. */
function actorOf({ visit }: HqCallContext) {
  if (visit.person === null) throw new HqError('notSignedIn');
  return visit.person.personId;
}
