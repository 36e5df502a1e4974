import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useEffect } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { ask, signInAgain } from './graphql/ask';
import { FrameDocument } from './graphql/generated';
import { type Parameters, ROUTES } from './routes';
import { FrameContext } from './ui/frame';
import { Shell } from './ui/shell';
import { Boundary, Lines, NothingHere, Shown } from './ui/states';
import { words } from './words';

const SCREENS = ROUTES.map(({ path, title, load }) => [path, title, lazy(load)] as const);

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
