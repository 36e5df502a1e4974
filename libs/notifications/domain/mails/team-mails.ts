import { declareMail } from '../declaration.js';
import { atTime, button, fact, facts, maybe, place, says, time, when } from '../layout.js';
import { may, needs } from '../variables.js';
import { interview, optional, toPerson, toTeam } from './variable-groups.js';

const WHY = 'You get this because you are on the hiring team for {{ posting.title }}.';

const kit = {
  link: needs('link', 'The interview kit of this interviewer'),
  focus: may('text', 'What this interviewer assesses'),
} as const;

export const teamNewApplication = declareMail({
  key: 'team-new-application',
  audience: 'team',
  on: 'ApplicationReceived',
  weight: 'REMINDER',
  optional: 'news of applications that came in',
  gathered: true,
  variables: {
    ...toTeam,
    ...optional,
    answer: { by: may('day', 'The day by which the candidate was promised an answer') },
    source: { name: may('text', 'Where the application came from') },
  },
  essential: ['application.link'],
  why: WHY,
  subject: 'New application for {{ posting.title }}: {{ candidate.name }}',
  text: `Hello {{ recipient.name }},

{{ candidate.name }} has applied for {{ posting.title }}{% if source.name %} (source: {{ source.name }}){% endif %}.

What comes next: one of you reads the application and moves it on or turns it down.{% if answer.by %} The candidate was promised an answer by {{ answer.by }}.{% endif %}

Read the application:
{{ application.link }}`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says(
      '<strong>{{ candidate.name }}</strong> has applied for {{ posting.title }}{% if source.name %} (source: {{ source.name }}){% endif %}.',
    ) +
    says(
      'What comes next: one of you reads the application and moves it on or turns it down.{% if answer.by %} The candidate was promised an answer by <strong>{{ answer.by }}</strong>.{% endif %}',
    ) +
    button('Read the application', 'application.link'),
});

export const teamNewApplications = declareMail({
  key: 'team-new-applications',
  audience: 'team',
  on: 'ApplicationNewsGathered',
  weight: 'REMINDER',
  optional: 'news of applications that came in',
  stopsAs: 'team-new-application',
  variables: {
    ...toPerson,
    ...optional,
    news: {
      count: needs('text', 'How many applications came in'),
      list: needs('lines', 'How many for each posting, with the address of its board'),
    },
    desk: { link: needs('link', 'The reader’s desk in Rounds') },
  },
  essential: ['news.list'],
  why: 'You get this because you are on the hiring teams for these postings.',
  subject: '{{ news.count }} new applications',
  text: `Hello {{ recipient.name }},

{{ news.count }} applications have come in:

{{ news.list }}

What comes next: one of you reads each of them and moves it on or turns it down. Your desk has all that waits for you:
{{ desk.link }}`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says('<strong>{{ news.count }} applications</strong> have come in:') +
    says('{{ news.list | linked }}') +
    says('What comes next: one of you reads each of them and moves it on or turns it down.') +
    button('Open my desk', 'desk.link'),
});

export const teamInterviewAssigned = declareMail({
  key: 'team-interview-assigned',
  audience: 'team',
  on: 'InterviewBooked',
  weight: 'REMINDER',
  calendar: 'REQUEST',
  variables: { ...toTeam, interview, kit, scorecard: { due: may('moment', 'Until when the scorecard is expected') } },
  essential: ['interview.when', 'kit.link'],
  why: WHY,
  subject: 'You interview {{ candidate.name }}: {{ interview.when.short }}',
  text: `Hello {{ recipient.name }},

You are booked to interview {{ candidate.name }} for {{ posting.title }}.

What: {{ interview.name }}
When: {{ interview.when }}
{% if interview.with %}Together with: {{ interview.with }}
{% endif %}{% if interview.where %}Where: {{ interview.where }}
{% endif %}{% if kit.focus %}Your focus: {{ kit.focus }}
{% endif %}
Your kit has the CV, what to assess, what the others cover, and the scorecard:
{{ kit.link }}

{% if scorecard.due %}Please write the scorecard by {{ scorecard.due }}. {% endif %}The attached invitation puts the interview into your calendar. You cannot make it? Hand your seat over in the kit, or tell {{ contact.name }}.`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says('You are booked to interview <strong>{{ candidate.name }}</strong> for {{ posting.title }}.') +
    facts(
      fact('What', 'interview.name'),
      time('When', 'interview.when'),
      maybe('interview.with', fact('Together with', 'interview.with')),
      maybe('interview.where', place('Where', 'interview.where')),
      maybe('kit.focus', fact('Your focus', 'kit.focus')),
    ) +
    says('Your kit has the CV, what to assess, what the others cover, and the scorecard.') +
    button('Open my kit', 'kit.link') +
    says(
      `{% if scorecard.due %}Please write the scorecard by ${atTime('scorecard.due')}. {% endif %}The attached invitation puts the interview into your calendar. You cannot make it? Hand your seat over in the kit, or tell {{ contact.name }}.`,
    ),
});

export const teamInterviewChanged = declareMail({
  key: 'team-interview-changed',
  audience: 'team',
  on: 'InterviewChanged',
  weight: 'REMINDER',
  calendar: 'REQUEST',
  variables: {
    ...toTeam,
    interview: { ...interview, before: may('period', 'When it was before, if the time changed') },
    kit,
    change: { reason: may('text', 'Why it changed, as a sentence') },
  },
  essential: ['interview.when', 'kit.link'],
  why: WHY,
  subject: 'Changed: interview with {{ candidate.name }}, {{ interview.when.short }}',
  text: `Hello {{ recipient.name }},

Your interview with {{ candidate.name }} for {{ posting.title }} has changed.{% if change.reason %} {{ change.reason }}{% endif %} This is how it is now:

What: {{ interview.name }}
When: {{ interview.when }}
{% if interview.before %}Before: {{ interview.before.day }}, {{ interview.before.time }}
{% endif %}{% if interview.with %}Together with: {{ interview.with }}
{% endif %}{% if interview.where %}Where: {{ interview.where }}
{% endif %}
The attached invitation updates your calendar. Your kit:
{{ kit.link }}

You cannot make it? Hand your seat over in the kit, or tell {{ contact.name }}.`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says(
      'Your interview with <strong>{{ candidate.name }}</strong> for {{ posting.title }} has changed.{% if change.reason %} {{ change.reason }}{% endif %} This is how it is now:',
    ) +
    facts(
      fact('What', 'interview.name'),
      time('When', 'interview.when'),
      maybe('interview.with', fact('Together with', 'interview.with')),
      maybe('interview.where', place('Where', 'interview.where')),
    ) +
    when('interview.before', says('It was to be on {{ interview.before.day }}, {{ interview.before.time }}.')) +
    button('Open my kit', 'kit.link') +
    says(
      'The attached invitation updates your calendar. You cannot make it? Hand your seat over in the kit, or tell {{ contact.name }}.',
    ),
});

export const teamInterviewCancelled = declareMail({
  key: 'team-interview-cancelled',
  audience: 'team',
  on: 'InterviewCancelled',
  weight: 'REMINDER',
  calendar: 'CANCEL',
  variables: {
    ...toTeam,
    interview: { name: interview.name, when: interview.when },
    cancellation: { reason: may('text', 'Why it was cancelled, as a sentence') },
  },
  essential: ['interview.when'],
  why: WHY,
  subject: 'Cancelled: interview with {{ candidate.name }}, {{ interview.when.short }}',
  text: `Hello {{ recipient.name }},

Your interview “{{ interview.name }}” with {{ candidate.name }} for {{ posting.title }} on {{ interview.when.day }}, {{ interview.when.time }}, will not take place.{% if cancellation.reason %} {{ cancellation.reason }}{% endif %}

The attached message takes it out of your calendar, and nothing is left for you to do. If it is booked again, you get a new invitation.

The application:
{{ application.link }}`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says(
      'Your interview “{{ interview.name }}” with <strong>{{ candidate.name }}</strong> for {{ posting.title }} on {{ interview.when.day }}, {{ interview.when.time }}, will not take place.{% if cancellation.reason %} {{ cancellation.reason }}{% endif %}',
    ) +
    says(
      'The attached message takes it out of your calendar, and nothing is left for you to do. If it is booked again, you get a new invitation.',
    ) +
    button('Open the application', 'application.link'),
});

export const teamSeatVacant = declareMail({
  key: 'team-seat-vacant',
  audience: 'team',
  on: 'SeatVacant',
  weight: 'REMINDER',
  variables: {
    ...toTeam,
    interview: { name: interview.name, when: interview.when },
    interviewer: { name: needs('name', 'Who cannot come') },
  },
  essential: ['interviewer.name', 'interview.when'],
  why: WHY,
  subject: 'Nobody for {{ interviewer.name }}’s seat: interview with {{ candidate.name }}, {{ interview.when.short }}',
  text: `Hello {{ recipient.name }},

{{ interviewer.name }} cannot come to the interview “{{ interview.name }}” with {{ candidate.name }} for {{ posting.title }} on {{ interview.when.day }}, {{ interview.when.time }}, and nobody else in the pool is free then.

The interview stands as it is, and the candidate has heard nothing of this. Ask somebody yourself, add a member to the pool, or move the interview.

The application:
{{ application.link }}`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says(
      '<strong>{{ interviewer.name }}</strong> cannot come to the interview “{{ interview.name }}” with {{ candidate.name }} for {{ posting.title }} on {{ interview.when.day }}, {{ interview.when.time }}, and nobody else in the pool is free then.',
    ) +
    says(
      'The interview stands as it is, and the candidate has heard nothing of this. Ask somebody yourself, add a member to the pool, or move the interview.',
    ) +
    button('Open the application', 'application.link'),
});

export const teamScorecardDue = declareMail({
  key: 'team-scorecard-due',
  audience: 'team',
  on: 'ScorecardDue',
  weight: 'REMINDER',
  optional: 'reminders of scorecards that are open',
  variables: {
    ...toTeam,
    ...optional,
    interview: { name: interview.name, when: interview.when },
    scorecard: {
      link: needs('link', 'The scorecard of this interviewer'),
      due: may('moment', 'Until when it is expected'),
    },
  },
  essential: ['scorecard.link'],
  why: WHY,
  subject: 'Your scorecard for {{ candidate.name }}',
  text: `Hello {{ recipient.name }},

You spoke with {{ candidate.name }} on {{ interview.when.day }} ({{ interview.name }}, {{ posting.title }}), and your scorecard is still open.{% if scorecard.due %} It is expected by {{ scorecard.due }}.{% endif %}

It takes about two minutes, and what you have begun is saved:
{{ scorecard.link }}

The decision waits for it, and you see what the others wrote as soon as yours is in. The interview did not take place? Tell {{ contact.name }}.`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says(
      `You spoke with <strong>{{ candidate.name }}</strong> on {{ interview.when.day }} ({{ interview.name }}, {{ posting.title }}), and your scorecard is still open.{% if scorecard.due %} It is expected by ${atTime('scorecard.due')}.{% endif %}`,
    ) +
    button('Write my scorecard', 'scorecard.link') +
    says(
      'It takes about two minutes, and what you have begun is saved. The decision waits for it, and you see what the others wrote as soon as yours is in. The interview did not take place? Tell {{ contact.name }}.',
    ),
});

export const teamTakeHomeHandedIn = declareMail({
  key: 'team-take-home-handed-in',
  audience: 'team',
  on: 'TakeHomeHandedIn',
  weight: 'REMINDER',
  variables: {
    ...toTeam,
    takeHome: { title: needs('text', 'The assignment’s title') },
    review: { link: needs('link', 'Where it is reviewed'), due: may('moment', 'Until when the review is expected') },
  },
  essential: ['review.link'],
  why: WHY,
  subject: 'To review: {{ takeHome.title }} by {{ candidate.name }}',
  text: `Hello {{ recipient.name }},

{{ candidate.name }} has handed in “{{ takeHome.title }}” for {{ posting.title }}, and it is yours to review.{% if review.due %} Please do so by {{ review.due }}.{% endif %}

Read it and rate it here:
{{ review.link }}

You cannot do it in time? Tell {{ contact.name }}, so that the candidate does not wait.`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says(
      `<strong>{{ candidate.name }}</strong> has handed in “{{ takeHome.title }}” for {{ posting.title }}, and it is yours to review.{% if review.due %} Please do so by ${atTime('review.due')}.{% endif %}`,
    ) +
    button('Read and rate it', 'review.link') +
    says('You cannot do it in time? Tell {{ contact.name }}, so that the candidate does not wait.'),
});

export const teamCandidateWithdrew = declareMail({
  key: 'team-candidate-withdrew',
  audience: 'team',
  on: 'ApplicationWithdrawn',
  weight: 'REMINDER',
  variables: {
    ...toTeam,
    stage: { name: needs('text', 'The stage the application was in') },
    withdrawal: { reason: may('lines', 'What the candidate said about it') },
  },
  essential: ['candidate.name'],
  why: WHY,
  subject: '{{ candidate.name }} has withdrawn from {{ posting.title }}',
  text: `Hello {{ recipient.name }},

{{ candidate.name }} has withdrawn the application for {{ posting.title }}. It was in the stage “{{ stage.name }}”.
{% if withdrawal.reason %}
What they said about it:
{{ withdrawal.reason }}
{% endif %}
Booked interviews are cancelled and the candidate has a confirmation; nothing is left to do.

The application:
{{ application.link }}`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says(
      '<strong>{{ candidate.name }}</strong> has withdrawn the application for {{ posting.title }}. It was in the stage “{{ stage.name }}”.',
    ) +
    when('withdrawal.reason', says('What they said about it:<br />{{ withdrawal.reason | lines }}')) +
    says('Booked interviews are cancelled and the candidate has a confirmation; nothing is left to do.') +
    button('Open the application', 'application.link'),
});

export const teamAnswer = declareMail({
  key: 'team-answer',
  audience: 'team',
  on: 'MailAnswered',
  weight: 'REMINDER',
  variables: {
    ...toTeam,
    reply: {
      from: needs('name', 'Who has answered'),
      what: needs('text', 'What they do, such as “has answered” or “declines the interview”'),
      text: may('lines', 'What they wrote'),
      address: may('address', 'Where they are reached: what is answered to this mail goes there'),
    },
  },
  essential: ['reply.what', 'application.link'],
  why: WHY,
  subject: '{{ reply.from }} {{ reply.what }} ({{ posting.title }})',
  text: `Hello {{ recipient.name }},

{{ reply.from }} {{ reply.what }}. It is about the application {% if reply.from != candidate.name %}of {{ candidate.name }} {% endif %}for {{ posting.title }}.
{% if reply.text %}
What they wrote:
{{ reply.text }}
{% endif %}
Rounds has not answered for you.{% if reply.address %} What you answer to this mail goes to {{ reply.from }}.{% endif %} The application:
{{ application.link }}`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says(
      '<strong>{{ reply.from }}</strong> {{ reply.what }}. It is about the application {% if reply.from != candidate.name %}of {{ candidate.name }} {% endif %}for {{ posting.title }}.',
    ) +
    when('reply.text', says('What they wrote:<br />{{ reply.text | lines }}')) +
    says(
      'Rounds has not answered for you.{% if reply.address %} What you answer to this mail goes to {{ reply.from }}.{% endif %}',
    ) +
    button('Open the application', 'application.link'),
});
