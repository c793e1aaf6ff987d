import { deskImplementer as on } from '#electron/dispatcher/implementer.ts';
import {
  browseForFolder,
  chooseCopyFolder,
  copiesStatus,
  makeCopyNow,
} from '#electron/services/copiesService.ts';
import { syncStatus } from '#electron/services/syncService.ts';
import { getSafety } from '#electron/services/todayService.ts';
import {
  cancelEnrolment,
  enrol,
  requestFile,
  setAddress,
  takeAnswer,
} from '#electron/sync/enrolment.ts';
import type { DeskParts } from './deskParts.ts';

/** What is safe where: the way to headquarters, sticks and copies. */
export function safetyRoutes(parts: DeskParts) {
  const { session, sync, stick, copies, options } = parts;
  const { host, profileFolder } = options;
  const desk = () => session.desk();
  const copiesAt = () => ({ desk: desk(), runner: copies, host, profileFolder });
  const syncNow = () => syncStatus(desk(), sync.state);
  return {
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
    stick: {
      state: on.stick.state.handler(() => stick.state(desk())),
      write: on.stick.write.handler(() => stick.write(desk())),
      read: on.stick.read.handler(({ input }) => stick.read(desk(), input)),
      takeAnswer: on.stick.takeAnswer.handler(({ input }) => stick.takeAnswer(desk(), input)),
    },
    copies: {
      status: on.copies.status.handler(() => copiesStatus(copiesAt())),
      chooseFolder: on.copies.chooseFolder.handler(({ input }) =>
        chooseCopyFolder(copiesAt(), input),
      ),
      makeNow: on.copies.makeNow.handler(() => makeCopyNow(copiesAt())),
      browse: on.copies.browse.handler(() => browseForFolder(host)),
    },
    safety: { get: on.safety.get.handler(() => getSafety(desk(), sync.state.progress !== null)) },
  };
}
