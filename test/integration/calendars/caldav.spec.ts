// @needs radicale
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

describe('a calendar on a CalDAV server', () => {
  let api: TestApi;
  let radicale: ChildProcess;
  let folder: string;
  let host: string;

  beforeAll(async () => {
    const port = await freePort();
    host = `127.0.0.1:${port}`;
    folder = await mkdtemp(join(tmpdir(), 'rounds-radicale-'));
    await writeFile(join(folder, 'users'), 'ada:lovelace\n');
    const config = ['[server]', `hosts = ${host}`, '[auth]', 'type = htpasswd', `htpasswd_filename = ${folder}/users`, 'htpasswd_encryption = plain', '[storage]', `filesystem_folder = ${folder}/data`, '']; // prettier-ignore
    await writeFile(join(folder, 'config'), config.join('\n'));
    radicale = spawn(process.env.ROUNDS_TEST_RADICALE ?? 'radicale', ['--config', join(folder, 'config')], { stdio: 'ignore' });
    for (let tries = 0; tries < 200; tries += 1) {
      const answered = await fetch(`http://${host}/`, { redirect: 'manual' }).then(
        () => true,
        () => false,
      );
      if (answered) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    api = await startTestApi({
      clock: new FixedClock(new Date('2030-03-04T08:00:00Z')),
      config: { processes: 'api', calendarHosts: [host] },
    });
  });
  afterAll(async () => {
    radicale.kill('SIGTERM');
    await api.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('keeps interviews away from its events of these days, as they come back, and lets in only who has the password', async () => {
    const collection = `http://${host}/ada/work/`;
    const made = await fetch(collection, { method: 'MKCALENDAR', headers: LOGIN });
    expect(made.status).toBe(201);
    const put = (name: string, lines: readonly string[]) => {
      const body = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', 'BEGIN:VEVENT', `UID:${name}`, 'DTSTAMP:20300101T000000Z', ...lines, 'END:VEVENT', 'END:VCALENDAR', '']; // prettier-ignore
      return fetch(`${collection}${name}.ics`, {
        method: 'PUT',
        headers: { ...LOGIN, 'content-type': 'text/calendar' },
        body: body.join('\r\n'),
      });
    };
    const weekly = ['SUMMARY:A & B <secret>', 'DTSTART:20300109T100000Z', 'DTEND:20300109T120000Z', 'RRULE:FREQ=WEEKLY'];
    expect((await put('weekly', weekly)).status).toBe(201);
    expect((await put('free', ['DTSTART:20300307T090000Z', 'DTEND:20300307T170000Z', 'TRANSP:TRANSPARENT'])).status).toBe(201);
    const world = await buildWorld(api);
    const { actor } = world.pools[0]![0]!;
    const connect = (password: string) =>
      api.app.get(KeepCalendars).connect(actor, { kind: 'CALDAV', address: collection, username: 'ada', password });
    expect(codeOf(await connect('byron'))).toBe('CALENDAR_UNREADABLE');
    const { calendarId } = valueOf(await connect('lovelace'));
    const { rows } = await api.owner.query(
      `SELECT lower(during) AS at FROM calendar_busy WHERE source_id = $1 ORDER BY 1 LIMIT 2`,
      [calendarId],
    );
    expect(rows).toEqual([{ at: new Date('2030-02-27T10:00:00Z') }, { at: new Date('2030-03-06T10:00:00Z') }]);
    const { slots } = valueOf(await doors(api).find.execute(world.candidate, { limit: 500 }));
    const offered = slots.map(({ startsAt }) => startsAt.toISOString());
    expect(offered).not.toContain('2030-03-06T11:00:00.000Z');
    expect(offered).toContain('2030-03-07T11:00:00.000Z');
  });
});
