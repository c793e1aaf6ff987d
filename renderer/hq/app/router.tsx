import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
} from '@tanstack/react-router';
import { useHqPerson } from '#renderer/access/hq/status.ts';
import { FirstPlace } from './FirstPlace.tsx';
import { HqFrame } from './HqFrame.tsx';
import { ACCOUNT, PLACES, type Place, type PlaceScreen, placesFor } from './places.ts';

/** The screens of every place, and the first of them that the person may use at the bare address. */
export function createHqRouter() {
  const root = createRootRoute({ component: HqFrame, notFoundComponent: FirstPlace });
  const first = createRoute({ getParentRoute: () => root, path: '/', component: FirstPlace });
  const screens = [
    ...PLACES.flatMap((place) => place.screens.map((screen) => routeOf(screen, place))),
    routeOf(ACCOUNT, null),
  ];

  function routeOf({ path, screen: Screen }: PlaceScreen, place: Place | null) {
    const route = createRoute({
      getParentRoute: () => root,
      path,
      validateSearch: (search: Record<string, unknown>) => search,
      component: function Shown() {
        const { roles } = useHqPerson();
        // The address of somebody who sat here before, or of a role that was taken away.
        if (place !== null && !placesFor(roles).includes(place)) return <FirstPlace />;
        return <Screen params={route.useParams()} search={route.useSearch()} />;
      },
    });
    return route;
  }

  return createRouter({
    routeTree: root.addChildren([first, ...screens]),
    history: createHashHistory(),
    defaultPreload: false,
  });
}
