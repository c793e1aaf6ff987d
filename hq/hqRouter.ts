import type { Router } from '@orpc/server';
import type { hqContract } from '#shared/contracts/hq/hqContract.ts';
import { appealRoutes } from './committee/appealRoutes.ts';
import { committeeRoutes } from './committee/committeeRoutes.ts';
import { complaintsRoutes } from './complaints/complaintsRoutes.ts';
import type { HubContext } from './context.ts';
import { decisionAsMayHear, listAsMayHear } from './decisions/decisionConfidence.ts';
import {
  listDecisions,
  openDecision,
  overrideRelease,
  postponeReply,
} from './decisions/decisionService.ts';
import { deliveryRoutes } from './delivery/deliveryRoutes.ts';
import { actorOf } from './dispatcher/actorOf.ts';
import type { HqCallContext } from './dispatcher/guard.ts';
import { HqError } from './dispatcher/hqError.ts';
import { hqImplementer } from './dispatcher/implementer.ts';
import { ParcelTransfers } from './intake/parcelTransfers.ts';
import { opinionRoutes } from './opinions/opinionRoutes.ts';
import { printAcknowledgement } from './papers/countedCopies.ts';
import { referenceRoutes } from './reference/referenceRoutes.ts';
import { registryRoutes } from './registry/registryRoutes.ts';
import { reviewRoutes } from './registry/reviewRoutes.ts';
import {
  addBranch,
  branchesOf,
  devicesOf,
  readmitDevice,
  revokeDevice,
} from './services/devicesService.ts';
import {
  answerFile,
  approveRequest,
  listRequests,
  refuseRequest,
  takeEnrolment,
} from './services/enrolmentService.ts';
import { dropForm, ownForms, saveForm } from './services/formDraftsService.ts';
import * as importing from './services/importService.ts';
import { batchesOf, quarantineOf, refusedBytes } from './services/intakeService.ts';
import {
  answerLead,
  leadBranches,
  leadsOf,
  recordLead,
  sendLead,
} from './services/leadsService.ts';
import { overviewOf } from './services/overviewService.ts';
import { changeOwnPassword } from './services/ownPasswordService.ts';
import {
  answerOf,
  confirmRecoveryKey,
  parcelsOf,
  recoveryKeyOf,
  stickKeysOf,
} from './services/parcelsService.ts';
import { addPerson, changePerson, listPeople, trainingPeople } from './services/peopleService.ts';
import { readScanPage, scanPagesOf } from './services/scansService.ts';
import { hqStatus, type SetUpCode, setUp, signIn, signOut } from './services/sessionService.ts';
import { asMaySee } from './study/studyConfidence.ts';
import { inquiryRoutes, referralRoutes, studyRoutes } from './study/studyRoutes.ts';

/** A procedure for everything that a screen of headquarters may ask. */
export function hqRouterOf(
  hub: HubContext,
  code: SetUpCode,
): Router<typeof hqContract, HqCallContext> {
  const hq = hqImplementer;
  const transfers = new ParcelTransfers(hub);
  return hq.router({
    session: {
      status: hq.session.status.handler(({ context }) => hqStatus(hub, context.visit)),
      setUp: hq.session.setUp.handler(({ context, input }) =>
        setUp(hub, code, context.visit, input),
      ),
      signIn: hq.session.signIn.handler(({ context, input }) => signIn(hub, context.visit, input)),
      signOut: hq.session.signOut.handler(({ context }) => signOut(hub, context.visit)),
      trainingPeople: hq.session.trainingPeople.handler(() => trainingPeople(hub)),
      changePassword: hq.session.changePassword.handler(({ context, input }) =>
        changeOwnPassword(hub, context.visit, input),
      ),
    },
    formDrafts: {
      own: hq.formDrafts.own.handler(({ context }) => ownForms(hub, actorOf(context))),
      save: hq.formDrafts.save.handler(({ context, input }) =>
        saveForm(hub, actorOf(context), input),
      ),
      drop: hq.formDrafts.drop.handler(({ context, input }) =>
        dropForm(hub, actorOf(context), input.scope),
      ),
    },
    review: reviewRoutes(hub),
    overview: {
      get: hq.overview.get.handler(({ context }) => overviewOf(hub, actorOf(context))),
    },
    people: {
      list: hq.people.list.handler(() => listPeople(hub)),
      add: hq.people.add.handler(({ context, input }) => addPerson(hub, actorOf(context), input)),
      change: hq.people.change.handler(({ context, input }) =>
        changePerson(hub, actorOf(context), input),
      ),
    },
    devices: {
      branches: hq.devices.branches.handler(() => branchesOf(hub)),
      addBranch: hq.devices.addBranch.handler(({ context, input }) =>
        addBranch(hub, actorOf(context), input),
      ),
      list: hq.devices.list.handler(() => devicesOf(hub)),
      revoke: hq.devices.revoke.handler(({ context, input }) =>
        revokeDevice(hub, actorOf(context), input),
      ),
      readmit: hq.devices.readmit.handler(({ context, input }) =>
        readmitDevice(hub, actorOf(context), input),
      ),
      requests: hq.devices.requests.handler(() => listRequests(hub)),
      approve: hq.devices.approve.handler(({ context, input }) =>
        approveRequest(hub, actorOf(context), input.requestId, input.code),
      ),
      refuse: hq.devices.refuse.handler(({ input }) => refuseRequest(hub, input.requestId)),
      takeRequest: hq.devices.takeRequest.handler(async ({ input }) => {
        const { requestId } = await takeEnrolment(hub, input.file);
        const { requests } = await listRequests(hub);
        const taken = requests.find((each) => each.requestId === requestId);
        if (!taken) throw new HqError('notFound');
        return taken;
      }),
      answer: hq.devices.answer.handler(({ input }) => answerFile(hub, input.requestId)),
    },
    intake: {
      batches: hq.intake.batches.handler(({ input }) => batchesOf(hub, input)),
      quarantine: hq.intake.quarantine.handler(() => quarantineOf(hub)),
      refusedBytes: hq.intake.refusedBytes.handler(({ context, input }) =>
        refusedBytes(hub, actorOf(context), input),
      ),
      printAcknowledgement: hq.intake.printAcknowledgement.handler(({ context, input }) =>
        printAcknowledgement(hub, actorOf(context), input),
      ),
    },
    parcels: {
      send: hq.parcels.send.handler(({ context, input }) =>
        transfers.send(actorOf(context), input),
      ),
      state: hq.parcels.state.handler(({ context, input }) =>
        transfers.state(actorOf(context), input.transferId),
      ),
      list: hq.parcels.list.handler(() => parcelsOf(hub)),
      answer: hq.parcels.answer.handler(({ input }) => answerOf(hub, input)),
    },
    stickKeys: {
      status: hq.stickKeys.status.handler(() => stickKeysOf(hub)),
      recovery: hq.stickKeys.recovery.handler(() => recoveryKeyOf(hub)),
      confirmRecovery: hq.stickKeys.confirmRecovery.handler(({ context, input }) =>
        confirmRecoveryKey(hub, actorOf(context), input),
      ),
    },
    scans: {
      list: hq.scans.list.handler(({ input }) => scanPagesOf(hub, input)),
      read: hq.scans.read.handler(({ input }) => readScanPage(hub, input)),
    },
    decisions: {
      list: hq.decisions.list.handler(async ({ context, input }) => {
        const { cases, counts } = await listDecisions(hub, input);
        return { cases: listAsMayHear(context, input.stand, cases), counts };
      }),
      open: hq.decisions.open.handler(async ({ context, input }) =>
        decisionAsMayHear(context, await openDecision(hub, input.caseId)),
      ),
      override: hq.decisions.override.handler(({ context, input }) =>
        overrideRelease(hub, actorOf(context), input),
      ),
      postpone: hq.decisions.postpone.handler(({ context, input }) =>
        postponeReply(hub, actorOf(context), input),
      ),
    },
    reference: referenceRoutes(hub, actorOf),
    study: studyRoutes(hub),
    referrals: referralRoutes(hub),
    inquiries: inquiryRoutes(hub),
    committee: committeeRoutes(hub),
    appeals: appealRoutes(hub),
    leads: {
      list: hq.leads.list.handler(({ input }) => leadsOf(hub, input)),
      branches: hq.leads.branches.handler(() => leadBranches(hub)),
      record: hq.leads.record.handler(({ context, input }) =>
        recordLead(hub, actorOf(context), input),
      ),
      answer: hq.leads.answer.handler(({ context, input }) =>
        answerLead(hub, actorOf(context), input),
      ),
      send: hq.leads.send.handler(({ context, input }) => sendLead(hub, actorOf(context), input)),
    },
    registry: registryRoutes(hub),
    complaints: complaintsRoutes(hub),
    opinions: opinionRoutes(hub),
    delivery: deliveryRoutes(hub, actorOf),
    imports: {
      overview: hq.imports.overview.handler(() => importing.importOverviewOf(hub)),
      setting: hq.imports.setting.handler(({ context, input }) =>
        importing.setImporting(hub, actorOf(context), input),
      ),
      cases: hq.imports.cases.handler(({ input }) => importing.importCasesOf(hub, input)),
      caseFile: hq.imports.caseFile.handler(async ({ context, input }) =>
        asMaySee(context, await importing.importCaseFile(hub, input)),
      ),
      rules: hq.imports.rules.handler(({ input }) => importing.rulesFor(hub, input)),
      letterhead: hq.imports.letterhead.handler(() => hub.reference.association),
      importClean: hq.imports.importClean.handler(({ context, input }) =>
        importing.orderImport(hub, actorOf(context), input),
      ),
      importCase: hq.imports.importCase.handler(({ context, input }) =>
        importing.importOne(hub, actorOf(context), input),
      ),
      holdCase: hq.imports.holdCase.handler(({ context, input }) =>
        importing.holdOne(hub, actorOf(context), input),
      ),
      returnCase: hq.imports.returnCase.handler(({ context, input }) =>
        importing.returnOne(hub, actorOf(context), input),
      ),
      setAside: hq.imports.setAside.handler(({ context, input }) =>
        importing.setAside(hub, actorOf(context), input),
      ),
      readmit: hq.imports.readmit.handler(({ context, input }) =>
        importing.readmit(hub, actorOf(context), input),
      ),
    },
  });
}
