import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatInZone } from '#libs/kernel/index.js';
import { GATHER_LEAD_MS, type HouseTiming, USUAL_TIMING, leavesAt } from './timing.js';

const NOW = new Date('2026-11-10T21:30:00Z');
const base = { mail: 'stage-moved', now: NOW, byTeam: true, zone: 'UTC' } as const;
const quiet: HouseTiming = { ...USUAL_TIMING, quiet: { from: '21:00', until: '07:30' } };

describe('when a mail leaves', () => {
  it('half a minute after a member of the team caused it, a rejection after ten', () => {
    expect(leavesAt(USUAL_TIMING, base)).toEqual(new Date('2026-11-10T21:30:30Z'));
    expect(leavesAt(USUAL_TIMING, { ...base, mail: 'rejected' })).toEqual(new Date('2026-11-10T21:40:00Z'));
  });

  it('with others of its kind where it is gathered: at one instant, soon, but not too soon to be gathered', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }), (now) => {
        const at = leavesAt(USUAL_TIMING, { ...base, now, mail: 'team-new-application', gathered: true });
        expect(at.getTime() % 600_000).toBe(0);
        expect(at.getTime() - now.getTime()).toBeGreaterThanOrEqual(GATHER_LEAD_MS);
        expect(at.getTime() - now.getTime()).toBeLessThan(600_000 + GATHER_LEAD_MS);
      }),
    );
  });

  it('at once where nobody of the team did anything', () => {
    expect(leavesAt(USUAL_TIMING, { ...base, byTeam: false })).toEqual(NOW);
  });

  it('after the quiet hours of the reader’s zone, across midnight', () => {
    expect(leavesAt(quiet, base)).toEqual(new Date('2026-11-11T07:30:00Z'));
    expect(leavesAt(quiet, { ...base, now: new Date('2026-11-11T03:00:00Z') })).toEqual(new Date('2026-11-11T07:30:00Z'));
    expect(leavesAt(quiet, { ...base, zone: 'America/New_York' })).toEqual(new Date('2026-11-10T21:30:30Z'));
    expect(leavesAt(quiet, { ...base, zone: null })).toEqual(new Date('2026-11-10T21:30:30Z'));
  });

  it('never within the quiet hours, never early, and never later than they end', () => {
    const zone = fc.constantFrom('UTC', 'Europe/Athens', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu');
    const clock = fc.nat(95).map((n) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`);
    const instant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) });
    fc.assert(
      fc.property(instant, zone, clock, clock, (at_ms, reader, from, until) => {
        fc.pre(from !== until);
        const left = leavesAt(
          { undo_s: 0, undoByMail: {}, quiet: { from, until }, gather_s: 0 },
          { ...base, now: new Date(at_ms), zone: reader },
        );
        expect(left.getTime()).toBeGreaterThanOrEqual(at_ms);
        expect(left.getTime() - at_ms).toBeLessThanOrEqual(25 * 3600_000);
        const shown = /\d\d:\d\d/.exec(formatInZone(left, reader))![0];
        const inQuiet = from < until ? shown >= from && shown < until : shown >= from || shown < until;
        // Where clocks jump over the end, or an hour comes twice, the wall alone does not tell.
        if (left.getTime() === at_ms && offsetOf(at_ms - 86_400_000, reader) === offsetOf(at_ms + 86_400_000, reader))
          expect(inQuiet).toBe(false);
      }),
    );
  });
});

function offsetOf(at_ms: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).format(at_ms).replace(/^.*,/, '');
}
