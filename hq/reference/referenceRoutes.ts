import type { ActorId } from '#shared/domain/identity.ts';
import type { HubContext } from '../context.ts';
import type { HqCallContext } from '../dispatcher/guard.ts';
import { hqImplementer } from '../dispatcher/implementer.ts';
import * as service from './referenceService.ts';

/** What a person may do about forms, rules and settings. */
export function referenceRoutes(hub: HubContext, actorOf: (context: HqCallContext) => ActorId) {
  const { reference } = hqImplementer;
  return {
    settings: reference.settings.handler(() => service.settingsInForce(hub)),
    overview: reference.overview.handler(() => service.referenceOverview(hub)),
    settingsDraft: reference.settingsDraft.handler(() => service.typedDraft(hub, 'settings')),
    libraryDraft: reference.libraryDraft.handler(() => service.typedDraft(hub, 'library')),
    saveSettings: reference.saveSettings.handler(({ context, input }) =>
      service.saveSettings(hub, actorOf(context), input),
    ),
    changeLibrary: reference.changeLibrary.handler(({ context, input }) =>
      service.changeLibrary(hub, actorOf(context), input),
    ),
    upload: reference.upload.handler(({ context, input }) =>
      service.uploadDocument(hub, actorOf(context), input),
    ),
    discard: reference.discard.handler(({ input }) => service.discardDraft(hub, input)),
    publish: reference.publish.handler(({ context, input }) =>
      service.publishDraft(hub, actorOf(context), input),
    ),
    download: reference.download.handler(({ input }) => service.downloadDocument(hub, input)),
  };
}
