import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './ui/page.css';
import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { App } from './app';
import { NoAnswer } from './graphql/ask';
import { BASE } from './routes';
import { theme, variables } from './theme';
import { words } from './words';

/** The page's policy lets styles in that carry this word; it is another one each time the page is served. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content ?? '';
// Where the library that keeps the page from scrolling under a dialog looks for it.
(globalThis as { __webpack_nonce__?: string }).__webpack_nonce__ = nonce;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: true,
      retry: (failures, error) => error instanceof NoAnswer && failures < 2,
    },
  },
});

// Paper is light, whatever the screen is.
const page = document.documentElement.dataset;
let colours: string | undefined;
window.addEventListener('beforeprint', () => {
  colours = page.mantineColorScheme;
  page.mantineColorScheme = 'light';
});
window.addEventListener('afterprint', () => {
  page.mantineColorScheme = colours;
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      colorSchemeManager={localStorageColorSchemeManager({ key: 'rounds.colours' })}
      getStyleNonce={() => nonce}
    >
      <aside aria-label={words.messages}>
        <Notifications position="bottom-right" withinPortal={false} />
        <div id="overlays" />
      </aside>
      <QueryClientProvider client={queries}>
        <Router base={BASE}>
          <App />
        </Router>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
