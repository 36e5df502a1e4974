import { describe, expect, it } from '@jest/globals';
import { WEEKDAYS, type WeeklyRule } from '#libs/kernel/index.js';
import { explainNoSlots } from './explain-no-slots.js';
import type { Seat, SeatMember, SlotQuery } from './slot-query.js';

const MONDAY = Date.parse('2025-03-03T00:00Z');
const HOUR_MS = 3_600_000;
const hours = (start: string, end: string, days = WEEKDAYS.slice(0, 5)): WeeklyRule => ({ zone: 'UTC', start, end, days });

function member(interviewerId: string, over: Partial<SeatMember> = {}): SeatMember {
  return { interviewerId, weeklyHours: null, busy: [], bufferBefore_min: 0, bufferAfter_min: 0, load: 0, target: 4, ...over };
}
const busy = (from: number, to: number): Partial<SeatMember> => ({
  busy: [{ start_ms: MONDAY + from * HOUR_MS, end_ms: MONDAY + to * HOUR_MS }],
});
const seat = (seatId: string, ...members: SeatMember[]): Seat => ({ seatId, name: `the ${seatId}`, members });
function why(over: Partial<SlotQuery>): { codes: string[]; relaxations: string[]; messages: string[] } {
  const found = explainNoSlots({
    coreHours: [hours('10:00', '12:00')],
    candidateHours: [hours('09:00', '18:00')],
    seats: [seat('cto', member('ada'))],
    duration_min: 60,
    earliest_ms: MONDAY,
    latest_ms: MONDAY + 24 * HOUR_MS,
    ...over,
  });
  return {
    codes: found?.blocks.map((block) => ('seatId' in block ? `${block.code} ${block.seatId}` : block.code)) ?? [],
    relaxations:
      found?.relaxations.map(({ change, seatId, count }) => [change, seatId, count].filter((part) => part !== null).join(' ')) ??
      [],
    messages: found?.blocks.map(({ message }) => message) ?? [],
  };
}

describe('explainNoSlots', () => {
  it('has nothing to say when there are slots', () => {
    expect(why({}).codes).toEqual([]);
  });

  it('names a range that is too short', () => {
    expect(why({ latest_ms: MONDAY + HOUR_MS - 1 }).codes).toEqual(['RANGE_TOO_SHORT']);
  });

  it('names core hours and candidate hours that are closed, and that never meet', () => {
    const weekend = [hours('10:00', '12:00', ['SAT'])];
    expect(why({ coreHours: weekend }).codes).toEqual(['CORE_HOURS_CLOSED']);
    expect(why({ coreHours: [hours('10:00', '10:45')] }).codes).toEqual(['CORE_HOURS_CLOSED']);
    expect(why({ candidateHours: weekend }).codes).toEqual(['CANDIDATE_HOURS_CLOSED']);
    expect(why({ coreHours: weekend, candidateHours: weekend }).codes).toEqual(['CORE_HOURS_CLOSED', 'CANDIDATE_HOURS_CLOSED']);
    const apart = why({ candidateHours: [hours('11:30', '18:00')] });
    expect(apart.codes).toEqual(['CORE_AND_CANDIDATE_APART']);
    expect(apart.relaxations).toEqual(['CORE_HOURS 23', 'CANDIDATE_HOURS 5']);
  });

  it('names each seat that cannot be filled, and by which rule', () => {
    const outside = member('bob', { weeklyHours: [hours('14:00', '18:00')] });
    const { codes, messages } = why({
      seats: [
        seat('cto'),
        seat('designer', outside),
        seat('engineer', member('cleo', busy(0, 24)), outside),
        seat('founder', member('dan')),
      ],
    });
    expect(codes).toEqual(['SEAT_EMPTY cto', 'SEAT_OUTSIDE_HOURS designer', 'SEAT_BUSY engineer']);
    expect(messages[1]).toBe(
      'The seat "the designer": nobody\'s own hours meet the core hours and what suits the candidate. Widen their hours or add an interviewer.',
    );
  });

  it('finds that leaving out buffers would help', () => {
    const ada = member('ada', { ...busy(11, 12), bufferAfter_min: 15 });
    const found = why({ seats: [seat('cto', ada)] });
    expect(found.codes).toEqual(['SEAT_BUSY cto']);
    expect(found.relaxations).toContain('BUFFERS 1');
  });

  it('finds seats that are free at different times, and whom to leave out', () => {
    const found = why({ seats: [seat('cto', member('ada', busy(10, 11))), seat('ceo', member('bob', busy(11, 12)))] });
    expect(found.codes).toEqual(['SEATS_APART']);
    expect(found.relaxations).toContain('SEAT cto 1');
    expect(found.relaxations).toContain('SEAT ceo 1');
  });

  it('finds that one person would have to sit twice', () => {
    const ada = member('ada');
    expect(why({ seats: [seat('cto', ada), seat('ceo', ada)] }).codes).toEqual(['TOO_FEW_PEOPLE']);
  });
});
