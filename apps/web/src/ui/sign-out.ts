import type { QueryClient } from '@tanstack/react-query';
import { dropAllDrafts } from './drafts';

/** Ends the session by a form, since a cookie ends it; what was read and typed in this browser goes with it. */
export function signOut(queries: QueryClient): void {
  dropAllDrafts();
  queries.clear();
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/sign-out';
  document.body.append(form);
  form.submit();
}
