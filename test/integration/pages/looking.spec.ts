import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Stop, pagesTour } from './tour.js';
import { type Answer, World } from './world.js';

/** Which zone the reader is in, to see how the hours of a posting fall there. */
const ASKING = [' method="get" class="actions"'];

describe('looking at pages', () => {
  let world: World;
  let stops: Stop[];
  const pages = new Map<string, Answer>();
  /** Every table's rows, as one number and one digest. */
  const everything = async () => {
    const tables = await world.rows<{ name: string }>(
      `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    const seen: Record<string, unknown> = {};
    for (const { name } of tables) {
      const [row] = await world.rows(
        `SELECT count(*)::int AS rows, md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) AS digest FROM ${name} t`,
      );
      seen[name] = row;
    }
    return seen;
  };
  beforeAll(async () => {
    world = await World.start();
    stops = await pagesTour(world);
  }, 30_000);
  afterAll(() => world.close());

  it('changes nothing, in no table, however often it is done', async () => {
    const before = await everything();
    expect(Object.keys(before).length).toBeGreaterThan(30);
    for (const { name, path, as } of stops) for (let i = 0; i < 2; i += 1) pages.set(name, await world.get(path, as));
    expect(await everything()).toEqual(before);
  }, 30_000);

  it('answers pages that are never kept by caches nor opened in frames, with one policy', async () => {
    for (const { path, as } of stops) {
      const response = await fetch(`${world.api.url}${path}`, { headers: as ? { cookie: `rounds_session=${as.token}` } : {} });
      const caching = response.headers.get('cache-control');
      expect([path, caching]).toEqual([
        path,
        path.startsWith('/careers/') && caching !== 'no-store' ? 'public, max-age=30' : 'no-store',
      ]);
      expect(response.headers.get('content-security-policy')).toContain(`script-src 'self'`);
      expect(response.headers.get('content-security-policy')).toContain(`frame-ancestors 'none'`);
      expect(response.headers.get('referrer-policy')).toBe('same-origin');
      await response.text();
    }
  });

  it('needs no script: nothing inline, every form is sent by a button of its own, to where it stands, by POST unless it only asks', () => {
    expect(pages.size).toBe(stops.length);
    for (const [name, { text }] of pages) {
      const faults = [
        ...(text.match(/<[^>]+ on[a-z]+=/g) ?? []),
        ...(text.match(/<[^>]+ style=/g) ?? []),
        ...(text.match(/<script(?! src="\/assets\/(?:zone|kit|passkey|apply|upload)\.js" defer>)/g) ?? []),
        ...(text.match(/href="javascript:/g) ?? []),
        ...[...text.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)].flatMap(([, attributes = '', body = '']) => [
          ...(/method="post"/.test(attributes) || ASKING.includes(attributes) ? [] : [`form without POST:${attributes}`]),
          ...(/<button[^>]* type="submit"|<button type="submit"/.test(body) ? [] : [`form without a button:${body}`]),
        ]),
      ];
      expect([name, faults]).toEqual([name, []]);
    }
  });

  it('tells no names in titles, which stand in histories and over shoulders', () => {
    for (const [name, { text }] of pages) {
      const title = /<title>([^<]*)<\/title>/.exec(text)![1]!;
      expect([name, title]).toEqual([name, expect.not.stringMatching(/Candidate|Wolfe|Choosing|Working|Rejected/)]);
    }
  });

  it('works for every page that has something to show', () => {
    const expected: Record<string, number> = {
      'link-ended': 404,
      'careers-closed': 410,
      'careers-unknown': 404,
      'not-there': 404,
    };
    for (const [name, { status }] of pages) expect([name, status]).toEqual([name, expected[name] ?? 200]);
  });
});
