import type { ComponentType } from 'react';
import { words } from './words';

export type Parameters = Readonly<Record<string, string>>;
export type Screen = ComponentType<{ readonly params: Parameters }>;

interface ScreenRoute {
  readonly path: string;
  readonly title: string;
  readonly load: () => Promise<{ readonly default: Screen }>;
}

/** Where the app lives on the server. */
export const BASE = '/app';

const TITLES = words.titles;

/** Every address of the app. Each screen is fetched when it is first opened. */
export const ROUTES: readonly ScreenRoute[] = [
  { path: '/', title: TITLES.home, load: () => import('./screens/home/home') },
  { path: '/postings', title: TITLES.postings, load: () => import('./screens/postings/list') },
  { path: '/postings/import', title: TITLES.import, load: () => import('./screens/postings/import') },
  { path: '/postings/sections', title: TITLES.sections, load: () => import('./screens/postings/sections') },
  { path: '/postings/:id', title: TITLES.posting, load: () => import('./screens/postings/posting') },
  { path: '/postings/:id/board', title: TITLES.board, load: () => import('./screens/board/board') },
  { path: '/postings/:id/plan-moves', title: TITLES.planMoves, load: () => import('./screens/postings/plan-moves') },
  { path: '/postings/:id/times/:stageId', title: TITLES.batch, load: () => import('./screens/find-time/batch') },
  { path: '/kits/:applicationId/:stageId', title: TITLES.kit, load: () => import('./screens/kit/kit') },
  { path: '/schedule', title: TITLES.schedule, load: () => import('./screens/schedule/schedule') },
  { path: '/settings', title: TITLES.settings, load: () => import('./screens/settings/settings') },
  { path: '/mail', title: TITLES.mail, load: () => import('./screens/mail/mail') },
  { path: '/candidates', title: TITLES.candidates, load: () => import('./screens/candidates/search') },
  { path: '/candidates/:id', title: TITLES.person, load: () => import('./screens/candidates/person') },
  { path: '/candidates/:first/merge/:second', title: TITLES.merge, load: () => import('./screens/candidates/merge') },
  { path: '/postings/:id/insights', title: TITLES.insights, load: () => import('./screens/insights/insights') },
  { path: '/applications/:id/time', title: TITLES.findTime, load: () => import('./screens/find-time/find-time') },
  { path: '/applications/:id', title: TITLES.application, load: () => import('./screens/application/application') },
];

/** The screen that an address of the app names, and what its colons stand for there. */
export function routeOf(address: string): { readonly route: ScreenRoute; readonly parameters: Parameters } | null {
  for (const route of ROUTES) {
    const found = new RegExp(`^${route.path.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`).exec(address);
    if (found) return { route, parameters: { ...found.groups } };
  }
  return null;
}
