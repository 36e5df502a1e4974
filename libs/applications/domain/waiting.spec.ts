import { describe, expect, it } from '@jest/globals';
import { type OpenWork, waitingOf } from './waiting.js';

const now = '2026-03-01T12:00:00Z';
const work = (fields: Partial<OpenWork>): OpenWork => ({
  status: 'ACTIVE',
  stageKind: 'SCREEN',
  selfSchedule: false,
  takeHomeDueAt: null,
  requestExpiresAt: null,
  interviewStartsAt: null,
  interviewEndsAt: null,
  interviewHeld: false,
  ...fields,
});
const said = (fields: Partial<OpenWork>) => {
  const waiting = waitingOf(work(fields), now);
  return `${waiting.on} ${waiting.for}${waiting.until ? ` until ${waiting.until}` : ''}`;
};

describe('who waits for whom', () => {
  it('is nobody once it has ended', () => {
    expect(said({ status: 'REJECTED', takeHomeDueAt: '2026-03-02T00:00:00Z' })).toBe('NOBODY NOTHING');
  });
  it('is the team before the first stage, when a time must be found by it, and when an offer is to be made', () => {
    expect(said({ stageKind: null })).toBe('TEAM REVIEW');
    expect(said({})).toBe('TEAM SCHEDULING');
    expect(said({ requestExpiresAt: '2026-03-09T00:00:00Z' })).toBe('TEAM SCHEDULING');
    expect(said({ stageKind: 'OFFER' })).toBe('TEAM OFFER');
  });
  it('is the candidate who picks a time or has a take-home', () => {
    expect(said({ selfSchedule: true, requestExpiresAt: '2026-03-09T00:00:00Z' })).toBe(
      'CANDIDATE TIME_CHOICE until 2026-03-09T00:00:00Z',
    );
    expect(said({ stageKind: 'TAKE_HOME', takeHomeDueAt: '2026-03-05T00:00:00Z' })).toBe(
      'CANDIDATE TAKE_HOME until 2026-03-05T00:00:00Z',
    );
  });
  it('is both until the meeting is over, and then the team for its feedback', () => {
    const meeting = { interviewStartsAt: '2026-03-01T11:30:00Z', requestExpiresAt: '2026-03-09T00:00:00Z' };
    expect(said({ ...meeting, interviewEndsAt: '2026-03-01T12:30:00Z' })).toBe('BOTH INTERVIEW until 2026-03-01T11:30:00Z');
    expect(said({ ...meeting, interviewEndsAt: '2026-03-01T12:00:00Z' })).toBe('TEAM FEEDBACK');
    expect(said({ interviewHeld: true })).toBe('TEAM FEEDBACK');
    expect(said({ stageKind: 'TAKE_HOME' })).toBe('TEAM FEEDBACK');
  });
});
