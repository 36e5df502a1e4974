import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signLink } from '#libs/identity/index.js';
import { FixedClock } from '#libs/kernel/index.js';
import { HoldTime, NameTimes, SCHEDULING, TimeWishes } from '#libs/scheduling/index.js';
import { type TestApi, startTestApi } from '../../support/api.js';
import { HOUR_MS, type World, buildWorld, codeOf, doors, doubleBookings, newApplicant, valueOf } from './world.js';

/** A Monday. */
const NOW = new Date('2030-03-04T08:00:00Z');
const TUESDAY_TEN = new Date('2030-03-05T10:00:00Z');
const THURSDAY = { startsAt: new Date('2030-03-07T12:00:00Z'), endsAt: new Date('2030-03-07T15:00:00Z') };

describe('choosing a time', () => {
  let api: TestApi;
  let clock: FixedClock;
  beforeAll(async () => {
    clock = new FixedClock(NOW);
    api = await startTestApi({ clock, config: { processes: 'api' } });
  });
  afterAll(() => api.close());

  const holds = () => api.app.get(HoldTime);
  const naming = () => api.app.get(NameTimes);
  const wishes = () => api.app.get(TimeWishes);
  const startsOf = async (candidate: World['candidate']) =>
    valueOf(await doors(api).find.execute(candidate, { limit: SCHEDULING.slots.most })).slots.map(({ startsAt }) =>
      startsAt.getTime(),
    );

  it('keeps a time from everybody else, tells nobody, and becomes the interview', async () => {
    const world = await buildWorld(api);
    const other = await newApplicant(api, world);
    const { heldUntil } = valueOf(await holds().hold(world.candidate, { startsAt: TUESDAY_TEN }));
    expect(Date.parse(heldUntil)).toBe(NOW.getTime() + SCHEDULING.hold_ms);
    expect(await startsOf(other.candidate)).not.toContain(TUESDAY_TEN.getTime());
    expect(codeOf(await doors(api).book.execute(other.candidate, { startsAt: TUESDAY_TEN }))).not.toBe('ok');
    const { rows } = await api.owner.query(`SELECT name FROM outbox_events WHERE subject_id = $1 AND name LIKE 'Interview%'`, [
      world.application.id,
    ]);
    expect(rows.filter(({ name }) => name === 'InterviewBooked')).toEqual([]);

    valueOf(await doors(api).book.execute(world.candidate, { startsAt: TUESDAY_TEN }));
    const held = await api.owner.query(`SELECT state FROM interviews WHERE application_id = $1`, [world.application.id]);
    expect(held.rows).toEqual([{ state: 'CONFIRMED' }]);
    expect(await doubleBookings(api)).toBe(0);
  });

  it('is given up for another time, by hand, and by itself when its minutes are over', async () => {
    const world = await buildWorld(api);
    const other = await newApplicant(api, world);
    valueOf(await holds().hold(world.candidate, { startsAt: TUESDAY_TEN }));
    const later = new Date(TUESDAY_TEN.getTime() + 3 * HOUR_MS);
    const { interviewId } = valueOf(await holds().hold(world.candidate, { startsAt: later }));
    expect(await startsOf(other.candidate)).toContain(TUESDAY_TEN.getTime());
    await holds().ended(world.organizationId, interviewId);
    expect((await wishes().own(world.candidate)).held).not.toBeNull();
    valueOf(await holds().release(world.candidate));
    expect((await wishes().own(world.candidate)).held).toBeNull();
    expect(await startsOf(other.candidate)).toContain(later.getTime());
  });

  it('goes by the times that a candidate names until they are booked or taken back, and the team has them as a task', async () => {
    const world = await buildWorld(api);
    valueOf(await naming().execute(world.candidate, { zone: 'Europe/Athens', windows: [THURSDAY], note: 'After lunch' }));
    const offered = await startsOf(world.candidate);
    expect(offered.length).toBeGreaterThan(0);
    expect(offered.every((at) => at >= THURSDAY.startsAt.getTime() && at + HOUR_MS <= THURSDAY.endsAt.getTime())).toBe(true);
    const open = await wishes().open(world.recruiter.actor);
    expect(open).toMatchObject([{ applicationId: world.application.id, note: 'After lunch', zone: 'Europe/Athens' }]);
    expect(await wishes().open(world.pools[0]![0]!.actor)).toEqual([]);

    valueOf(await naming().takeBack(world.candidate));
    expect((await startsOf(world.candidate)).length).toBeGreaterThan(offered.length);
    valueOf(await naming().execute(world.candidate, { zone: 'UTC', windows: [THURSDAY] }));
    valueOf(await doors(api).book.execute(world.candidate, { startsAt: THURSDAY.startsAt }));
    expect(await wishes().open(world.recruiter.actor)).toEqual([]);
  });

  it.each([
    ['no time at all', [], 'INVALID_INPUT'],
    ['one that is too short', [{ ...THURSDAY, endsAt: new Date(THURSDAY.startsAt.getTime() + 60_000) }], 'INVALID_INPUT'],
    [
      'one that is over',
      [{ startsAt: new Date('2030-03-01T10:00:00Z'), endsAt: new Date('2030-03-01T15:00:00Z') }],
      'INVALID_INPUT',
    ],
    ['one that is none', [{ startsAt: new Date(NaN), endsAt: THURSDAY.endsAt }], 'INVALID_INPUT'],
  ])('refuses %s and changes nothing', async (_, windows, code) => {
    const world = await buildWorld(api);
    expect(codeOf(await naming().execute(world.candidate, { zone: 'UTC', windows }))).toBe(code);
    expect((await wishes().own(world.candidate)).named).toBeNull();
  });

  it('works by forms on the candidate’s own page, and keeps what was typed', async () => {
    const world = await buildWorld(api, { candidateZone: 'UTC' });
    const token = signLink(api.config.secret, {
      ...{ purpose: 'schedule', organizationId: world.organizationId, subjectId: world.application.id, epoch: 0 },
      expiresAt: new Date('2031-01-01'),
    });
    const address = `${api.url}/s/${token}`;
    const post = (fields: Record<string, string>) =>
      fetch(address, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual', headers: { origin: api.url } });
    const page = async () => (await fetch(address)).text();
    expect((await post({ action: 'hold', startsAt: TUESDAY_TEN.toISOString() })).status).toBe(303);
    expect(await page()).toContain('Kept for you until');
    expect((await post({ action: 'release' })).status).toBe(303);
    expect(await page()).not.toContain('Kept for you until');

    const faulty = await post({ action: 'name-times', day0: '2030-03-07', from0: '12:00', until0: '', note: 'after lunch' });
    expect(faulty.status).toBe(422);
    expect(await faulty.text()).toContain('value="after lunch"');
    expect((await post({ action: 'name-times', day0: '2030-03-07', from0: '12:00', until0: '15:00', note: '' })).status).toBe(
      303,
    );
    expect(await page()).toContain('Times that you named');
    expect((await post({ action: 'take-back' })).status).toBe(303);
    expect(await page()).not.toContain('Times that you named');
  });
});
