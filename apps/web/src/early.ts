/**
 * The page's first script, small and before the others: what the address will need is on its way while the app itself is still being fetched and read.
 */
import { askEarly } from './graphql/ask';
import { ApplicationDocument, BoardDocument, FrameDocument, HomeDocument, HomePostingsDocument } from './graphql/generated';
import { BASE, type Parameters, routeOf } from './routes';

/** What the screens that people begin their day at ask first, word for word. */
const FIRST: Readonly<Record<string, (parameters: Parameters) => void>> = {
  '/': () => {
    askEarly(HomeDocument, {});
    askEarly(HomePostingsDocument, {});
  },
  '/postings/:id/board': ({ id }) => askEarly(BoardDocument, { postingId: id! }),
  '/applications/:id': ({ id }) => askEarly(ApplicationDocument, { id: id! }),
};

askEarly(FrameDocument, {});
const named = routeOf(window.location.pathname.slice(BASE.length) || '/');
if (named) {
  FIRST[named.route.path]?.(named.parameters);
  void named.route.load().catch(() => undefined);
}
