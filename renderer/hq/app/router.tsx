import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
} from '@tanstack/react-router';
import { FirstPlace } from './FirstPlace.tsx';
import { HqFrame } from './HqFrame.tsx';
import { ACCOUNT, PLACES, type PlaceScreen } from './places.ts';

/** The screens of every place, and the first of them that the person may use at the bare address. */
export function createHqRouter() {
  const root = createRootRoute({ component: HqFrame, notFoundComponent: FirstPlace });
  const first = createRoute({ getParentRoute: () => root, path: '/', component: FirstPlace });
  const screens = [...PLACES.flatMap((place) => place.screens), ACCOUNT].map((screen) =>
    routeOf(screen),
  );

  function routeOf({ path, screen: Screen }: PlaceScreen) {
    const route = createRoute({
      getParentRoute: () => root,
      path,
      validateSearch: (search: Record<string, unknown>) => search,
      component: () => <Screen params={route.useParams()} search={route.useSearch()} />,
    });
    return route;
  }

  return createRouter({
    routeTree: root.addChildren([first, ...screens]),
    history: createHashHistory(),
    defaultPreload: false,
  });
}
