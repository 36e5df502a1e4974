import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { guardedFetch, isPublicAddress, KeepCalendars, KeepFeeds, RefreshCalendar, Unreachable } from '#libs/calendars/index.js';
import type { Clock } from '#libs/kernel/index.js';
import { type TestApi, startTestApi } from '../../support/api.js';
import { buildWorld, codeOf, doors, valueOf } from '../scheduling/world.js';

const BUSY = ['DTSTART:20300306T100000Z', 'DTEND:20300306T120000Z'];
const file = (...lines: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:a', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');

describe('calendars elsewhere', () => {
  let api: TestApi;
  let server: Server;
  let host: string;
  /** What the server says next, and what it was asked. */
  let says: { status: number; headers?: Record<string, string>; text: string };
  let asked: Record<string, string | undefined>[] = [];
  const time = { now: new Date('2030-03-04T08:00:00Z') };
  const clock: Clock = { now: () => time.now };

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.headers as Record<string, string>);
      const unchanged = says.headers?.etag !== undefined && request.headers['if-none-match'] === says.headers.etag;
      response.writeHead(unchanged ? 304 : says.status, { 'content-type': 'text/calendar', ...says.headers });
      response.end(unchanged ? undefined : says.text);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    api = await startTestApi({ clock, config: { processes: 'api', calendarHosts: [host] } });
  });
  beforeEach(() => {
    says = { status: 200, headers: { etag: '"1"' }, text: file(...BUSY) };
    asked = [];
    time.now = new Date('2030-03-04T08:00:00Z');
  });
  afterAll(async () => {
    server.close();
    await api.close();
  });

  const stored = async (calendarId: string) => {
    const { rows } = await api.owner.query(
      `SELECT failures, problem, fetched_at, next_at, sealed, (SELECT count(*)::int FROM calendar_busy b WHERE b.source_id = s.id) AS busy
         FROM calendar_sources s WHERE id = $1`,
      [calendarId],
    );
    return rows[0] as { failures: number; problem: string | null; fetched_at: Date; next_at: Date; sealed: Buffer; busy: number };
  };
  const later = (minutes: number) => (time.now = new Date(time.now.getTime() + minutes * 60_000));

  it('keep interviews away from what they say, are read again with their ETag, and forgotten when they are disconnected', async () => {
    const world = await buildWorld(api);
    const [member] = world.pools[0]!;
    const offered = async () =>
      valueOf(await doors(api).find.execute(world.candidate, { limit: 500 })).slots.map(({ startsAt }) => startsAt.toISOString());
    expect(await offered()).toContain('2030-03-06T10:30:00.000Z');
    const address = `http://${host}/secret-key.ics`;
    const { calendarId } = valueOf(await api.app.get(KeepCalendars).connect(member!.actor, { kind: 'ICS', address }));
    expect(await offered()).not.toContain('2030-03-06T10:30:00.000Z');
    expect(await offered()).toContain('2030-03-06T14:00:00.000Z');
    const { sealed } = await stored(calendarId);
    expect(sealed.toString('latin1')).not.toContain('secret-key');

    const refresh = api.app.get(RefreshCalendar);
    await refresh.due(world.organizationId, calendarId);
    expect(asked).toHaveLength(1);
    later(16);
    await refresh.due(world.organizationId, calendarId);
    await refresh.due(world.organizationId, calendarId);
    expect(asked.map((headers) => headers['if-none-match'])).toEqual([undefined, '"1"']);
    expect(await stored(calendarId)).toMatchObject({ busy: 1, failures: 0, fetched_at: time.now });
    // Once a day the whole file is read, since what comes back reaches further by then.
    time.now = new Date('2030-03-05T03:10:00Z');
    await refresh.due(world.organizationId, calendarId);
    expect(asked.at(-1)!['if-none-match']).toBeUndefined();

    valueOf(await api.app.get(KeepCalendars).disconnect(world.recruiter.actor, calendarId));
    expect(await offered()).toContain('2030-03-06T10:30:00.000Z');
    await refresh.due(world.organizationId, calendarId);
    expect(asked).toHaveLength(3);
  });

  it('keep what they said while they cannot be read, each time tried later, with what is wrong', async () => {
    const world = await buildWorld(api);
    const { actor } = world.pools[0]![0]!;
    const calendars = api.app.get(KeepCalendars);
    const { calendarId } = valueOf(await calendars.connect(actor, { kind: 'ICS', address: `http://${host}/a.ics` }));
    const waits: number[] = [];
    for (const status of [500, 404, 401]) {
      says = { status, text: 'no' };
      later(24 * 60);
      await api.app.get(RefreshCalendar).due(world.organizationId, calendarId);
      waits.push(((await stored(calendarId)).next_at.getTime() - time.now.getTime()) / 60_000);
    }
    expect(waits).toEqual([30, 60, 120]);
    const { problem, busy, failures } = await stored(calendarId);
    expect({ problem, busy, failures }).toMatchObject({
      busy: 1,
      failures: 3,
      problem: expect.stringContaining('does not let Rounds in'),
    });
    says = { status: 200, text: file(...BUSY) };
    valueOf(await calendars.readAgain(actor, calendarId));
    expect(await stored(calendarId)).toMatchObject({ failures: 3 });
    later(1);
    valueOf(await calendars.readAgain(actor, calendarId));
    expect(await stored(calendarId)).toMatchObject({ failures: 0, problem: null });
  });

  it('are connected by their owner alone, when they can be read, at addresses that are open', async () => {
    const world = await buildWorld(api);
    const calendars = api.app.get(KeepCalendars);
    const { actor } = world.pools[0]![0]!;
    const connect = (address: string, more: object = {}) => calendars.connect(actor, { kind: 'ICS', address, ...more });
    const code = async (address: string) => codeOf(await connect(address));
    says = { status: 200, text: '<html>Sign in</html>' };
    expect(await code(`http://${host}/a`)).toBe('CALENDAR_UNREADABLE');
    says = { status: 302, headers: { location: 'https://169.254.169.254/latest' }, text: '' };
    expect(await code(`http://${host}/a`)).toBe('CALENDAR_UNREADABLE');
    says = { status: 302, headers: { location: `http://${host}/a` }, text: '' };
    expect(await code(`http://${host}/a`)).toBe('CALENDAR_UNREADABLE');
    expect(await code('https://127.0.0.1:1/a.ics')).toBe('CALENDAR_UNREADABLE');
    expect(await code('https://[::ffff:127.0.0.1]/a.ics')).toBe('CALENDAR_UNREADABLE');
    expect(await code('https://localhost/a.ics')).toBe('CALENDAR_UNREADABLE');
    expect(await code('http://calendar.example/a.ics')).toBe('INVALID_INPUT');
    expect(await code('https://ada:secret@calendar.example/a.ics')).toBe('INVALID_INPUT');
    expect(await code('file:///etc/passwd')).toBe('INVALID_INPUT');
    says = { status: 200, text: file(...BUSY) };
    const { calendarId } = valueOf(await connect(`http://${host}/a`, { username: 'ada', password: 'pässword' }));
    expect(Buffer.from(asked.at(-1)!.authorization!.slice(6), 'base64').toString()).toBe('ada:pässword');
    const other = await api.newPerson(world.organizationId, 'INTERVIEWER');
    expect(codeOf(await calendars.disconnect(other.actor, calendarId))).toBe('NOT_FOUND');
    const stranger = await api.newPerson(await api.newOrganization(), 'ADMIN');
    expect(codeOf(await calendars.disconnect(stranger.actor, calendarId))).toBe('NOT_FOUND');
    expect(codeOf(await calendars.readAgain(stranger.actor, calendarId))).toBe('NOT_FOUND');
  });

  it('no address inside a network is reached, in whatever clothes, and nothing larger than it may be', async () => {
    const closed = [
      '127.0.0.1',
      '10.1.2.3',
      '172.31.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '224.0.0.1',
      '255.255.255.255',
    ];
    const closed6 = [
      '::1',
      '::',
      '::ffff:10.0.0.1',
      '::ffff:8.8.8.8',
      'fe80::1',
      'fd00::1',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      '2001:db8::1',
      'ff02::1',
    ];
    for (const address of [...closed, ...closed6, 'localhost', ''])
      expect([address, isPublicAddress(address)]).toEqual([address, false]);
    for (const address of ['8.8.8.8', '1.1.1.1', '172.32.0.1', '2606:4700::1111']) expect(isPublicAddress(address)).toBe(true);
    says = { status: 200, text: 'x'.repeat(5_000_001) };
    const get = { method: 'GET', headers: { authorization: 'Basic c2VjcmV0' } } as const;
    await expect(guardedFetch(`http://${host}/`, get, [host])).rejects.toThrow('larger than 5 MB');
    await expect(guardedFetch(`http://${host}/`, get, [])).rejects.toThrow(Unreachable);
    // What opens one server is not shown to the next.
    const other = createServer((request, response) => response.end(String(request.headers.authorization)));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const second = `127.0.0.1:${(other.address() as AddressInfo).port}`;
    says = { status: 302, headers: { location: `http://${second}/` }, text: '' };
    expect((await guardedFetch(`http://${host}/`, get, [host, second])).text).toBe('undefined');
    other.close();
  });

  it('private addresses show interviews of their owner or a posting until they are closed, replaced, or their owner may not', async () => {
    const world = await buildWorld(api, { pools: [1, 1] });
    const [first] = world.pools[0]!;
    valueOf(await doors(api).book.execute(world.candidate, { startsAt: new Date('2030-03-06T10:00:00Z') }));
    const feeds = api.app.get(KeepFeeds);
    const read = async (address: string, headers: Record<string, string> = {}) =>
      fetch(`${api.url}${new URL(address).pathname}`, { headers });
    // Whoever clicks five times has one address, and no fault.
    const clicked = await Promise.all(Array.from({ length: 5 }, () => feeds.open(first!.actor, null)));
    const answers = await Promise.all(clicked.map(async (one) => (await read(valueOf(one).address)).status));
    expect(answers.sort()).toEqual([200, 404, 404, 404, 404]);
    const own = valueOf(await feeds.open(first!.actor, null));
    const shown = await read(own.address);
    expect(shown.headers.get('content-type')).toContain('text/calendar');
    const text = await shown.text();
    expect(text).toContain('DTSTART:20300306T100000Z');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect((await read(own.address, { 'if-none-match': shown.headers.get('etag')! })).status).toBe(304);
    expect((await read(own.address.replace('.ics', 'A.ics'))).status).toBe(404);
    const { rows } = await api.owner.query('SELECT token_hash FROM calendar_feeds WHERE id = $1', [own.feedId]);
    expect(own.address).not.toContain(rows[0].token_hash.toString('base64url'));

    expect(codeOf(await feeds.open(first!.actor, world.posting.id))).toBe('NOT_FOUND');
    const posting = valueOf(await feeds.open(world.recruiter.actor, world.posting.id));
    expect((await (await read(posting.address)).text()).match(/BEGIN:VEVENT/g)).toHaveLength(1);
    await api.owner.query(`UPDATE people SET role = 'INTERVIEWER' WHERE id = $1`, [world.recruiter.id]);
    expect((await read(posting.address)).status).toBe(404);

    const again = valueOf(await feeds.open(first!.actor, null));
    expect((await read(own.address)).status).toBe(404);
    expect(codeOf(await feeds.close(world.recruiter.actor, again.feedId))).toBe('NOT_FOUND');
    valueOf(await feeds.close(first!.actor, again.feedId));
    expect((await read(again.address)).status).toBe(404);
  });
});
