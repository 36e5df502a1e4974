import { declareMail } from '../declaration.js';
import { button, fact, facts, maybe, place, says, time } from '../layout.js';
import { may, needs } from '../variables.js';
import { interview, optional, toCandidate, toTeam } from './variable-groups.js';

/** Mails about an interview that stands: it is tomorrow, or clocks show another time than was told. */

const TO_CANDIDATE = 'You get this because you applied for {{ posting.title }} at {{ organization.name }}.';
const TO_TEAM = 'You get this because you are on the hiring team for {{ posting.title }}.';

export const interviewReminder = declareMail({
  key: 'interview-reminder',
  audience: 'candidate',
  on: 'InterviewReminderDue',
  weight: 'REMINDER',
  optional: 'reminders of interviews that are near',
  variables: { ...toCandidate, ...optional, interview },
  essential: ['interview.when'],
  why: TO_CANDIDATE,
  subject: 'Soon: your interview, {{ interview.when.short }}',
  text: `Hello {{ recipient.name }},

A short reminder of your interview for {{ posting.title }}:

What: {{ interview.name }}
When: {{ interview.when }}
{% if interview.with %}With: {{ interview.with }}
{% endif %}{% if interview.where %}Where: {{ interview.where }}
{% endif %}
Something has come up? Move or cancel it on your page, even now:
{{ page.link }}

Kind regards,
{{ contact.name }}
{{ organization.name }}`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says('A short reminder of your interview for {{ posting.title }}:') +
    facts(
      fact('What', 'interview.name'),
      time('When', 'interview.when'),
      maybe('interview.with', fact('With', 'interview.with')),
      maybe('interview.where', place('Where', 'interview.where')),
    ) +
    says('Something has come up? Move or cancel it on your page, even now.') +
    button('Open my page', 'page.link') +
    says('Kind regards,<br />{{ contact.name }}'),
});

export const teamInterviewReminder = declareMail({
  key: 'team-interview-reminder',
  audience: 'team',
  on: 'InterviewReminderDue',
  weight: 'REMINDER',
  optional: 'reminders of interviews that are near',
  stopsAs: 'team-interview-reminder',
  variables: {
    ...toTeam,
    ...optional,
    interview,
    kit: { link: needs('link', 'The interview kit of this interviewer') },
  },
  essential: ['interview.when', 'kit.link'],
  why: TO_TEAM,
  subject: 'Soon: you interview {{ candidate.name }}, {{ interview.when.short }}',
  text: `Hello {{ recipient.name }},

You interview {{ candidate.name }} for {{ posting.title }} soon.

What: {{ interview.name }}
When: {{ interview.when }}
{% if interview.with %}Together with: {{ interview.with }}
{% endif %}{% if interview.where %}Where: {{ interview.where }}
{% endif %}
Your kit has the CV, what to assess and the scorecard. If you cannot come, say so there and we look for somebody else:
{{ kit.link }}`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says('You interview <strong>{{ candidate.name }}</strong> for {{ posting.title }} soon.') +
    facts(
      fact('What', 'interview.name'),
      time('When', 'interview.when'),
      maybe('interview.with', fact('Together with', 'interview.with')),
      maybe('interview.where', place('Where', 'interview.where')),
    ) +
    says(
      'Your kit has the CV, what to assess and the scorecard. If you cannot come, say so there and we look for somebody else.',
    ) +
    button('Open my kit', 'kit.link'),
});

export const clocksShifted = declareMail({
  key: 'interview-clocks-shifted',
  audience: 'candidate',
  on: 'ClocksShifted',
  weight: 'REMINDER',
  variables: {
    ...toCandidate,
    interview: { name: interview.name, when: interview.when },
    clocks: { told: needs('text', 'What the reader was told that their clock would show') },
  },
  essential: ['interview.when'],
  why: TO_CANDIDATE,
  subject: 'Your clock will show another time: your interview, {{ interview.when.short }}',
  text: `Hello {{ recipient.name }},

The rules by which clocks are set where you are have changed since we booked your interview “{{ interview.name }}” for {{ posting.title }}. It is at the same moment as before, but your clock will not show {{ clocks.told }} then. For you it is:

{{ interview.when }}

Your calendar knows the moment, and shows the right time once it has learned of the new rules. If this hour does not suit you, move the interview on your page:
{{ page.link }}

Kind regards,
{{ contact.name }}
{{ organization.name }}`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says(
      'The rules by which clocks are set where you are have changed since we booked your interview “{{ interview.name }}” for {{ posting.title }}. It is at the same moment as before, but your clock will not show {{ clocks.told }} then. For you it is:',
    ) +
    facts(time('When', 'interview.when')) +
    says(
      'Your calendar knows the moment, and shows the right time once it has learned of the new rules. If this hour does not suit you, move the interview on your page.',
    ) +
    button('Open my page', 'page.link') +
    says('Kind regards,<br />{{ contact.name }}'),
});

export const teamClocksShifted = declareMail({
  key: 'team-clocks-shifted',
  audience: 'team',
  on: 'ClocksShifted',
  weight: 'REMINDER',
  variables: {
    ...toTeam,
    interview: { name: interview.name, when: interview.when },
    clocks: {
      changed: needs('texts', 'What clocks show instead of what was told, zone by zone'),
      outside: may('text', 'That the rules do not offer this time any more, as a sentence'),
    },
  },
  essential: ['interview.when', 'clocks.changed'],
  why: TO_TEAM,
  subject: 'Clocks show another time: interview with {{ candidate.name }}, {{ interview.when.short }}',
  text: `Hello {{ recipient.name }},

The rules by which clocks are set have changed since the interview “{{ interview.name }}” with {{ candidate.name }} for {{ posting.title }} was booked. It is at the same moment as before, {{ interview.when.day }}, {{ interview.when.time }} for you, but clocks show {{ clocks.changed }}.{% if clocks.outside %} {{ clocks.outside }}{% endif %}

Calendars know the moment, and a candidate whose clock is concerned is written to. If the hour is not a good one any more, move the interview:
{{ application.link }}`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says(
      'The rules by which clocks are set have changed since the interview “{{ interview.name }}” with <strong>{{ candidate.name }}</strong> for {{ posting.title }} was booked. It is at the same moment as before, {{ interview.when.day }}, {{ interview.when.time }} for you, but clocks show <strong>{{ clocks.changed }}</strong>.{% if clocks.outside %} {{ clocks.outside }}{% endif %}',
    ) +
    says(
      'Calendars know the moment, and a candidate whose clock is concerned is written to. If the hour is not a good one any more, move the interview.',
    ) +
    button('Open the application', 'application.link'),
});
