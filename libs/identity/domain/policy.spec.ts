import { describe, expect, it } from '@jest/globals';
import { type CandidateActor, ROLES, type Role, TEAM_ROLES, newId } from '#libs/kernel/index.js';
import { type Action, POLICY, type Relation, may } from './policy.js';

/**
 * The whole policy, to be read and argued about. First the role in the organisation (Admin, Recruiter, Hiring manager, Interviewer), then what an
 * interviewer may when they are in the posting's hiring team as (Hiring manager, Recruiter, Coordinator, Interviewer), then with a seat in the
 * application's interviews or its take-home's review, and last the candidate for their own application. An action that is added needs a line here.
 */
const MATRIX = `
  action                    A R H I   h r c i   seat   own
  organization.administer   x . . .   . . . .   .      .
  people.read               x x x x   x x x x   x      .
  people.manage             x . . .   . . . .   .      .
  pools.manage              x x . .   . . . .   .      .
  templates.manage          x x . .   . . . .   .      .
  sections.manage           x x x .   . . . .   .      .
  lists.manage              x x . .   . . . .   .      .
  posting.create            x x x .   . . . .   .      .
  posting.read              x x . .   x x x x   .      .
  posting.salary            x x . .   x x . .   .      .
  posting.manage            x x . .   x x . .   .      .
  board.read                x x . .   x x x .   .      .
  application.read          x x . .   x x x .   x      .
  application.move          x x . .   x x . .   .      .
  application.withdraw      x x . .   x x . .   .      x
  application.notes         x x . .   x x x .   .      .
  application.note          x x . .   x x x .   x      .
  application.add           x x . .   x x x .   .      .
  candidates.search         x x . .   . . . .   .      .
  candidates.merge          x x . .   . . . .   .      .
  candidates.erase          x . . .   . . . .   .      .
  candidates.export         x . . .   . . . .   .      .
  privacy.manage            x . . .   . . . .   .      .
  privacy.ask               . . . .   . . . .   .      x
  candidates.edit           x x . .   . . . .   .      .
  interview.schedule        x x . .   x x x .   .      x
  interview.answer          . . . .   . . . .   x      .
  take-home.manage          x x . .   x x x .   .      .
  take-home.submit          . . . .   . . . .   .      x
  scorecard.write           . . . .   . . . .   x      .
  scorecard.summary         x x . .   x x . .   .      .
  mail.read                 x x . .   x x x .   .      .
  mail.retry                x x . .   . . . .   .      .
  mail.manage               x x . .   x x . .   .      .
  mail.source               x . . .   . . . .   .      .
`;

const table = MATRIX.trim()
  .split('\n')
  .slice(1)
  .map((line) => line.trim().split(/\s+/))
  .map(([action, ...cells]) => ({ action: action as Action, cells: cells.map((cell) => cell === 'x') }));

const organizationId = newId();
const staff = (role: Role) => ({ kind: 'staff', organizationId, personId: newId(), role }) as const;
const candidate: CandidateActor = { kind: 'candidate', organizationId, applicationId: newId(), candidateId: newId() };

describe('the policy', () => {
  it('has a line in the table for every action', () => {
    expect(table.map(({ action }) => action).sort()).toEqual(Object.keys(POLICY).sort());
  });

  it.each(table)('$action is as the table says', ({ action, cells }) => {
    const interviewer = staff('INTERVIEWER');
    const asked = [
      ...ROLES.map((role) => may(staff(role), action)),
      ...TEAM_ROLES.map((role) => may(interviewer, action, { teamRoles: [role] })),
      may(interviewer, action, { hasSeat: true }),
      may(candidate, action, { isOwn: true }),
    ];
    expect(asked).toEqual(cells);
  });

  it('gives a candidate nothing by a relation of staff, nothing that is not their own, and a visitor nothing at all', () => {
    const everything: Relation = { teamRoles: TEAM_ROLES, hasSeat: true };
    for (const { action } of table) {
      expect(may(candidate, action, everything)).toBe(false);
      expect(may({ kind: 'visitor', organizationId }, action, { ...everything, isOwn: true })).toBe(false);
      expect(may({ kind: 'system', organizationId, part: 'worker' }, action)).toBe(true);
    }
  });

  it('opens to a link of one purpose only what it is for; the link to the page opens all that is the candidate’s', () => {
    const opened = (purpose: CandidateActor['purpose']) =>
      table.map(({ action }) => action).filter((action) => may({ ...candidate, purpose }, action, { isOwn: true }));
    expect(opened('schedule')).toEqual(['interview.schedule']);
    expect(opened('take-home')).toEqual(['take-home.submit']);
    expect(opened('application').sort()).toEqual([
      'application.withdraw',
      'interview.schedule',
      'privacy.ask',
      'take-home.submit',
    ]);
  });

  it('never takes away by a team role or a seat what a role in the organisation gives', () => {
    for (const { action } of table)
      for (const role of ROLES)
        if (may(staff(role), action)) expect(may(staff(role), action, { teamRoles: ['INTERVIEWER'], hasSeat: true })).toBe(true);
  });

  it('counts an organisation’s role for what is confidential only in its team, and changes nothing there', () => {
    for (const { action } of table)
      for (const role of ROLES) {
        expect(may(staff(role), action, { teamRoles: ['CONFIDENTIAL'] })).toBe(false);
        for (const teamRole of TEAM_ROLES)
          expect(may(staff(role), action, { teamRoles: ['CONFIDENTIAL', teamRole] })).toBe(
            may(staff(role), action, { teamRoles: [teamRole] }),
          );
      }
  });
});
