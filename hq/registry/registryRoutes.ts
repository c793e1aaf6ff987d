import type { HubContext } from '../context.ts';
import { hqImplementer } from '../dispatcher/implementer.ts';
import { listPeopleOfRegistry, openRegistryFile, registryFilters } from './registryService.ts';

/** The registry: its list and a person's file. */
export function registryRoutes(hub: HubContext) {
  const { registry } = hqImplementer;
  return {
    list: registry.list.handler(({ input }) => listPeopleOfRegistry(hub, input)),
    filters: registry.filters.handler(() => registryFilters(hub)),
    open: registry.open.handler(({ input }) => openRegistryFile(hub, input)),
  };
}
