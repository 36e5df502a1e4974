import { useQuery } from '@tanstack/react-query';
import { type ComponentType, Suspense, lazy, useEffect } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { ask, signInAgain } from './graphql/ask';
import { FrameDocument } from './graphql/generated';
import { FrameContext } from './ui/frame';
import { Shell } from './ui/shell';
import { Boundary, Lines, NothingHere, Shown } from './ui/states';
import { words } from './words';

type Parameters = Readonly<Record<string, string>>;
type Screen = ComponentType<{ readonly params: Parameters }>;
type Load = () => Promise<{ readonly default: Screen }>;

/** Every address of the app. Each screen is fetched when it is first opened. */
const ROUTES: readonly (readonly [path: string, title: string, load: Load])[] = [
  ['/', words.home.title, () => import('./screens/home/home')],
  ['/postings', words.postings.title, () => import('./screens/postings/list')],
  ['/postings/import', words.postings.import, () => import('./screens/postings/import')],
  ['/postings/sections', words.postings.sections.title, () => import('./screens/postings/sections')],
  ['/postings/:id', words.postings.document, () => import('./screens/postings/posting')],
  ['/postings/:id/board', words.board.title, () => import('./screens/board/board')],
  ['/postings/:id/plan-moves', words.planning.moves.title, () => import('./screens/postings/plan-moves')],
  ['/postings/:id/times/:stageId', words.planning.batch.title, () => import('./screens/find-time/batch')],
  ['/kits/:applicationId/:stageId', words.kit.title, () => import('./screens/kit/kit')],
  ['/schedule', words.schedule.title, () => import('./screens/schedule/schedule')],
  ['/settings', words.settings.title, () => import('./screens/settings/settings')],
  ['/mail', words.mail.title, () => import('./screens/mail/mail')],
  ['/candidates', words.people.title, () => import('./screens/candidates/search')],
  ['/candidates/:id', words.people.person.title, () => import('./screens/candidates/person')],
  ['/candidates/:first/merge/:second', words.people.merge.title, () => import('./screens/candidates/merge')],
  ['/postings/:id/insights', words.insights.title, () => import('./screens/insights/insights')],
  ['/applications/:id/time', words.findTime.title, () => import('./screens/find-time/find-time')],
  ['/applications/:id', words.application.title, () => import('./screens/application/application')],
];
const SCREENS = ROUTES.map(([path, title, load]) => [path, title, lazy(load)] as const);

/** Fetches the screen that the address names while it is still being found out who looks. */
export function fetchScreen(path: string): void {
  const found = ROUTES.find(([route]) => new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}$`).test(path));
  void found?.[2]();
}

/** Who looks, asked once. */
export const FRAME = {
  queryKey: ['Frame'],
  queryFn: ({ signal }: { signal: AbortSignal }) => ask(FrameDocument, {}, signal),
  staleTime: 300_000,
};

/** Finds out who looks, then shows the screen that the address names. */
export function App() {
  const frame = useQuery(FRAME);
  return (
    <Shown query={frame} loading={null}>
      {({ viewer, organization }) => {
        if (!viewer) return <SignIn />;
        return (
          <FrameContext value={{ viewer, organization }}>
            <Shell>
              <Screens />
            </Shell>
          </FrameContext>
        );
      }}
    </Shown>
  );
}

function SignIn() {
  useEffect(signInAgain, []);
  return null;
}

function Screens() {
  const [path] = useLocation();
  return (
    <Boundary key={path}>
      <Suspense fallback={<Lines />}>
        <Switch>
          {SCREENS.map(([route, title, Content]) => (
            <Route key={route} path={route}>
              {(params) => (
                <>
                  <title>{`${title} · ${words.appName}`}</title>
                  <Content params={params as Parameters} />
                </>
              )}
            </Route>
          ))}
          <Route>
            <NothingHere />
          </Route>
        </Switch>
      </Suspense>
    </Boundary>
  );
}
