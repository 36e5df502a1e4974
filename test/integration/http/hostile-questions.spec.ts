import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { HOSTILE_QUESTIONS } from '../../support/hostile-questions.js';
import { ask } from './raw-request.js';

/** How long they take is measured by `npm run bench -- refusals`. */
describe('a question that asks for too much', () => {
  let api: TestApi;
  let admin: TestPerson;
  let sent = 0;
  const { bind, query } = pg.Connection.prototype;
  beforeAll(async () => {
    api = await startTestApi({ config: { processes: 'api' } });
    admin = await api.newPerson(await api.newOrganization(), 'ADMIN');
    Object.assign(pg.Connection.prototype, {
      bind: function (this: pg.Connection, ...args: Parameters<typeof bind>) {
        sent += 1;
        return bind.apply(this, args);
      },
      query: function (this: pg.Connection, text: string) {
        sent += 1;
        return query.call(this, text);
      },
    });
  });
  afterAll(async () => {
    Object.assign(pg.Connection.prototype, { bind, query });
    await api.close();
  });

  const post = (body: string) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${admin.token}` };
    return ask(api.url, 'POST', '/graphql', headers, body);
  };

  it.each(Object.entries(HOSTILE_QUESTIONS))('(%s) is refused before anything is asked of the database', async (what, body) => {
    sent = 0;
    const answer = await post(body);
    expect([answer.status, sent]).toEqual([what === 'a body of 3 MB' ? 413 : 400, 0]);
    expect(answer.body.length).toBeLessThan(100_000);
    expect(answer.body).not.toMatch(/node_modules|\bat .*:\d+:\d+/);
  });

  it('is counted rightly: one that is answered reaches the database', async () => {
    sent = 0;
    expect((await post('{"query":"{ postings { nodes { id } } }"}')).status).toBe(200);
    expect(sent).toBeGreaterThan(0);
  });
});
