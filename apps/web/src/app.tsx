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

/** Every address of the app. Each screen is fetched when it is first opened. */
const SCREENS: readonly (readonly [path: string, title: string, screen: Screen])[] = [
  ['/', words.home.title, lazy(() => import('./screens/home/home'))],
  ['/postings', words.postings.title, lazy(() => import('./screens/postings/list'))],
  ['/postings/import', words.postings.import, lazy(() => import('./screens/postings/import'))],
  ['/postings/:id', words.postings.document, lazy(() => import('./screens/postings/posting'))],
  ['/postings/:id/board', words.board.title, lazy(() => import('./screens/board/board'))],
  ['/kits/:applicationId/:stageId', words.kit.title, lazy(() => import('./screens/kit/kit'))],
  ['/schedule', words.schedule.title, lazy(() => import('./screens/schedule/schedule'))],
  ['/mail', words.mail.title, lazy(() => import('./screens/mail/mail'))],
  ['/candidates', words.people.title, lazy(() => import('./screens/candidates/search'))],
  ['/candidates/:first/merge/:second', words.people.merge.title, lazy(() => import('./screens/candidates/merge'))],
  ['/applications/:id', words.application.title, lazy(() => import('./screens/application/application'))],
];

/** Finds out who looks, then shows the screen that the address names. */
export function App() {
  const frame = useQuery({ queryKey: ['Frame'], queryFn: ({ signal }) => ask(FrameDocument, {}, signal), staleTime: 300_000 });
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
