// @needs radicale
// @needs xandikos
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeepCalendars } from '#libs/calendars/index.js';
import { FixedClock } from '#libs/kernel/index.js';
import { type TestApi, startTestApi } from '../../support/api.js';
import { freePort } from '../../support/programs.js';
import { buildWorld, codeOf, doors, valueOf } from '../scheduling/world.js';

const LOGIN = { authorization: `Basic ${Buffer.from('ada:lovelace').toString('base64')}` };

/** Radicale of Debian knows no free-busy report and follows what comes back; Xandikos knows it and does not. */
describe('calendars on CalDAV servers', () => {
  let api: TestApi;
  const servers: ChildProcess[] = [];
  let folder: string;
  let radicale: string;
  let xandikos: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rounds-caldav-'));
    const ports = [await freePort(), await freePort()];
    [radicale, xandikos] = ports.map((port) => `127.0.0.1:${port}`) as [string, string];
    await writeFile(join(folder, 'users'), 'ada:lovelace\n');
    const config = ['[server]', `hosts = ${radicale}`, '[auth]', 'type = htpasswd', `htpasswd_filename = ${folder}/users`, 'htpasswd_encryption = plain', '[storage]', `filesystem_folder = ${folder}/data`, '']; // prettier-ignore
    await writeFile(join(folder, 'config'), config.join('\n'));
    const start = (program: string, args: readonly string[]) => servers.push(spawn(program, args, { stdio: 'ignore' }));
    start(process.env.ROUNDS_TEST_RADICALE ?? 'radicale', ['--config', join(folder, 'config')]);
    const place = [
      '-d',
      join(folder, 'xandikos'),
      '--current-user-principal',
      '/ada/',
      '--defaults',
      '-l',
      '127.0.0.1',
      '-p',
      String(ports[1]),
    ];
    start(process.env.ROUNDS_TEST_XANDIKOS ?? 'xandikos', place);
    api = await startTestApi({
      clock: new FixedClock(new Date('2030-03-04T08:00:00Z')),
      config: { processes: 'api', calendarHosts: [radicale, xandikos] },
    });
    await Promise.all([radicale, xandikos].map(answers));
  });
  afterAll(async () => {
    for (const server of servers) server.kill('SIGTERM');
    await api.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function answers(host: string): Promise<void> {
    for (let tries = 0; tries < 400; tries += 1) {
      const answered = await fetch(`http://${host}/`, { redirect: 'manual' }).then(
        () => true,
        () => false,
      );
      if (answered) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** A weekly event that began months ago, one of these days, one that leaves its owner free. */
  async function fill(collection: string): Promise<void> {
    const events = {
      weekly: ['SUMMARY:A & B <secret>', 'DTSTART:20300109T100000Z', 'DTEND:20300109T120000Z', 'RRULE:FREQ=WEEKLY'],
      once: ['DTSTART;TZID=Europe/Athens:20300308T120000', 'DTEND;TZID=Europe/Athens:20300308T130000'],
      free: ['DTSTART:20300307T090000Z', 'DTEND:20300307T170000Z', 'TRANSP:TRANSPARENT'],
    };
    for (const [name, lines] of Object.entries(events)) {
      const body = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', 'BEGIN:VEVENT', `UID:${name}`, 'DTSTAMP:20300101T000000Z', ...lines, 'END:VEVENT', 'END:VCALENDAR', '']; // prettier-ignore
      const { status } = await fetch(`${collection}${name}.ics`, {
        method: 'PUT',
        headers: { ...LOGIN, 'content-type': 'text/calendar' },
        body: body.join('\r\n'),
      });
      expect(status).toBe(201);
    }
  }

  it.each(['radicale', 'xandikos'])(
    'on %s keep interviews away from events of these days, and from those that come back',
    async (name) => {
      const collection = name === 'radicale' ? `http://${radicale}/ada/work/` : `http://${xandikos}/ada/calendars/calendar/`;
      if (name === 'radicale') {
        const made = await fetch(collection, { method: 'MKCALENDAR', headers: LOGIN });
        expect(made.status).toBe(201);
      }
      await fill(collection);
      const world = await buildWorld(api);
      const { actor } = world.pools[0]![0]!;
      const connect = (password: string) =>
        api.app.get(KeepCalendars).connect(actor, { kind: 'CALDAV', address: collection, username: 'ada', password });
      // Xandikos asks nobody for a password; whoever runs it puts something in front of it that does.
      if (name === 'radicale') expect(codeOf(await connect('byron'))).toBe('CALENDAR_UNREADABLE');
      const { calendarId } = valueOf(await connect('lovelace'));
      const { rows } = await api.owner.query<{ at: Date }>(
        `SELECT lower(during) AS at FROM calendar_busy WHERE source_id = $1 ORDER BY 1 LIMIT 4`,
        [calendarId],
      );
      expect(rows.map(({ at }) => at.toISOString().slice(0, 13))).toEqual([
        '2030-02-27T10',
        '2030-03-06T10',
        '2030-03-08T10',
        '2030-03-13T10',
      ]);
      const { slots } = valueOf(await doors(api).find.execute(world.candidate, { limit: 500 }));
      const offered = slots.map(({ startsAt }) => startsAt.toISOString());
      expect(offered).not.toContain('2030-03-06T11:00:00.000Z');
      expect(offered).toContain('2030-03-07T11:00:00.000Z');
    },
  );
});
