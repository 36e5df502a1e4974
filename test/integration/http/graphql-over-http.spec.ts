import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { type TestApi, startTestApi } from '../../support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ config: { processes: 'api' } });
}, 60_000);
afterAll(() => api.close());

describe('GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/)', () => {
  it.each(serverAudits({ url: () => `${api.url}/graphql` }).map((audit) => [audit.name, audit] as const))(
    '%s',
    async (_, audit) => {
      const result = await audit.fn();
      // MUST is an error, SHOULD a warning, MAY a notice.
      expect(result.status === 'error' ? result.reason : 'kept').toBe('kept');
    },
  );
});
