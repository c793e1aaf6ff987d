import { readDeliveredReference } from '#ports/deliveredReference.ts';
import { networksNow } from '#ports/networksNow.ts';
import { CopyRunner } from './copies/copyRunner.ts';
import { CallsUnderWay } from './dispatcher/callsUnderWay.ts';
import type { CreateDesk } from './dispatcher/desk.ts';
import { deskImplementer } from './dispatcher/implementer.ts';
import { KnownRunner } from './known/knownRunner.ts';
import { branchRoutes } from './routes/branchRoutes.ts';
import { caseRoutes } from './routes/caseRoutes.ts';
import { courseRoutes } from './routes/courseRoutes.ts';
import { safetyRoutes } from './routes/safetyRoutes.ts';
import { sessionRoutes } from './routes/sessionRoutes.ts';
import { Session } from './services/session.ts';
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
  const parts = { session, sync, stick, copies, training, options };
  const stopListening = options.host.onLockRequest(() => void session.lock());
  return {
    router: deskImplementer.router({
      ...sessionRoutes(parts),
      ...branchRoutes(parts),
      ...caseRoutes(parts),
      ...courseRoutes(parts),
      ...safetyRoutes(parts),
    }),
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
