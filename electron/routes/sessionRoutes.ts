import { deskImplementer as on } from '#electron/dispatcher/implementer.ts';
import { lookForCopies } from '#electron/services/restoring.ts';
import { staffOf } from '#electron/services/staff.ts';
import type { DeskParts } from './deskParts.ts';

/** Who sits at the desk, its restoring, and the screen while it is the beneficiary’s. */
export function sessionRoutes({ session, training }: DeskParts) {
  const desk = () => session.desk();
  return {
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
    restore: {
      look: on.restore.look.handler(({ input }) => {
        session.restoring.assertMay();
        return lookForCopies(input);
      }),
      open: on.restore.open.handler(({ input }) => session.restoring.open(input)),
      begin: on.restore.begin.handler(({ input }) => session.restoring.begin(input)),
      status: on.restore.status.handler(() => session.restoring.status()),
    },
    opinion: {
      begin: on.opinion.begin.handler(({ input }) => session.opinion.begin(input)),
      surveys: on.opinion.surveys.handler(() => ({ ...desk().reference.surveys })),
      give: on.opinion.give.handler(({ input }) => session.opinion.give(input)),
      decline: on.opinion.decline.handler(() => session.opinion.decline()),
      end: on.opinion.end.handler(({ input }) => session.opinion.end(input)),
    },
    training: {
      status: on.training.status.handler(() => training.status),
      start: on.training.start.handler(() => training.start()),
      newLink: on.training.newLink.handler(() => training.newLink()),
    },
  };
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
