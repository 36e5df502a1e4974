import { declareMail } from '../declaration.js';
import { button, fact, facts, maybe, place, says, time, when } from '../layout.js';
import { may, needs } from '../variables.js';
import { answer, interview, toCandidate } from './variable-groups.js';

const WHY = 'You get this because you applied for {{ posting.title }} at {{ organization.name }}.';

export const scheduleNow = declareMail({
  key: 'schedule-now',
  audience: 'candidate',
  on: 'InterviewRequested',
  weight: 'REMINDER',
  variables: {
    ...toCandidate,
    interview: {
      name: needs('text', 'The stage’s name, such as “Technical interview”'),
      length: needs('minutes', 'How long it takes'),
      with: may('texts', 'Who is there: names, or roles while the seats are open'),
    },
    pick: {
      link: needs('link', 'Where the candidate picks a time'),
      by: may('moment', 'Until when times are offered'),
    },
  },
  essential: ['pick.link'],
  why: WHY,
  subject: 'Please pick a time: {{ interview.name }}',
  text: `Hello {{ recipient.name }},

We would like to talk with you about your application for {{ posting.title }}. The next step is “{{ interview.name }}”.

How long: {{ interview.length }}
{% if interview.with %}With: {{ interview.with }}
{% endif %}{% if pick.by %}Please pick by: {{ pick.by }}
{% endif %}
Pick a time that suits you; you see them in your own time zone:
{{ pick.link }}

As soon as you have picked one it is booked, and you get an invitation for your calendar. None of them suits you? Write to me at {{ contact.email }} and we find another.

Kind regards,
{{ contact.name }}
{{ organization.name }}`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says(
      'We would like to talk with you about your application for {{ posting.title }}. The next step is “{{ interview.name }}”.',
    ) +
    facts(
      fact('How long', 'interview.length'),
      maybe('interview.with', fact('With', 'interview.with')),
      maybe('pick.by', time('Please pick by', 'pick.by')),
    ) +
    button('Pick a time', 'pick.link') +
    says(
      'You see the times in your own time zone. As soon as you have picked one it is booked, and you get an invitation for your calendar. None of them suits you? Write to me and we find another.',
    ) +
    says('Kind regards,<br />{{ contact.name }}'),
});

export const interviewInvitation = declareMail({
  key: 'interview-invitation',
  audience: 'candidate',
  on: 'InterviewBooked',
  weight: 'REMINDER',
  calendar: 'REQUEST',
  variables: { ...toCandidate, interview, answer },
  essential: ['interview.when'],
  why: WHY,
  subject: 'Your interview: {{ interview.when.short }}',
  text: `Hello {{ recipient.name }},

Your interview for {{ posting.title }} is booked.

What: {{ interview.name }}
When: {{ interview.when }}
{% if interview.with %}With: {{ interview.with }}
{% endif %}{% if interview.where %}Where: {{ interview.where }}
{% endif %}
The attached invitation puts it into your calendar. Need another time? You can move or cancel it on your page:
{{ page.link }}

{% if answer.by %}After the interview you will hear from us by {{ answer.by }}.{% else %}After the interview you will hear from us, whatever we decide.{% endif %} If there is anything we can do so that you can take part well, write to me at {{ contact.email }}.

Kind regards,
{{ contact.name }}
{{ organization.name }}`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says('Your interview for {{ posting.title }} is booked.') +
    facts(
      fact('What', 'interview.name'),
      time('When', 'interview.when'),
      maybe('interview.with', fact('With', 'interview.with')),
      maybe('interview.where', place('Where', 'interview.where')),
    ) +
    says('The attached invitation puts it into your calendar. Need another time? You can move or cancel it on your page.') +
    button('Open my page', 'page.link') +
    says(
      'After the interview you will hear from us{% if answer.by %} by <strong>{{ answer.by }}</strong>{% endif %}, whatever we decide. If there is anything we can do so that you can take part well, tell me.',
    ) +
    says('Kind regards,<br />{{ contact.name }}'),
});

export const interviewChanged = declareMail({
  key: 'interview-changed',
  audience: 'candidate',
  on: 'InterviewChanged',
  weight: 'REMINDER',
  calendar: 'REQUEST',
  variables: {
    ...toCandidate,
    interview: { ...interview, before: may('period', 'When it was before, if the time changed') },
    change: { reason: may('text', 'Why it changed, as a sentence') },
  },
  essential: ['interview.when'],
  why: WHY,
  subject: 'Your interview has changed: {{ interview.when.short }}',
  text: `Hello {{ recipient.name }},

Your interview for {{ posting.title }} has changed.{% if change.reason %} {{ change.reason }}{% endif %} This is how it is now:

What: {{ interview.name }}
When: {{ interview.when }}
{% if interview.before %}Before: {{ interview.before.day }}, {{ interview.before.time }}
{% endif %}{% if interview.with %}With: {{ interview.with }}
{% endif %}{% if interview.where %}Where: {{ interview.where }}
{% endif %}
The attached invitation updates your calendar. If this does not suit you, move or cancel it on your page:
{{ page.link }}

Kind regards,
{{ contact.name }}
{{ organization.name }}`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says(
      'Your interview for {{ posting.title }} has changed.{% if change.reason %} {{ change.reason }}{% endif %} This is how it is now:',
    ) +
    facts(
      fact('What', 'interview.name'),
      time('When', 'interview.when'),
      maybe('interview.with', fact('With', 'interview.with')),
      maybe('interview.where', place('Where', 'interview.where')),
    ) +
    when('interview.before', says('It was to be on {{ interview.before.day }}, {{ interview.before.time }}.')) +
    says('The attached invitation updates your calendar. If this does not suit you, move or cancel it on your page.') +
    button('Open my page', 'page.link') +
    says('Kind regards,<br />{{ contact.name }}'),
});

export const interviewCancelled = declareMail({
  key: 'interview-cancelled',
  audience: 'candidate',
  on: 'InterviewCancelled',
  weight: 'REMINDER',
  calendar: 'CANCEL',
  variables: {
    ...toCandidate,
    answer,
    interview: { name: interview.name, when: interview.when },
    cancellation: { reason: may('text', 'Why it was cancelled, as a sentence') },
    pick: { link: may('link', 'Where the candidate picks a new time, if there is to be one') },
  },
  essential: ['interview.when'],
  why: WHY,
  subject: 'Cancelled: your interview on {{ interview.when.short }}',
  text: `Hello {{ recipient.name }},

The interview “{{ interview.name }}” for {{ posting.title }} on {{ interview.when.day }}, {{ interview.when.time }}, will not take place.{% if cancellation.reason %} {{ cancellation.reason }}{% endif %} The attached message takes it out of your calendar.

{% if pick.link %}What comes next: please pick a new time that suits you:
{{ pick.link }}{% else %}What comes next: {% if answer.by %}you will hear from us by {{ answer.by }}.{% else %}we will write to you when there is something new.{% endif %} Where your application stands:
{{ page.link }}{% endif %}

If you have a question, write to me at {{ contact.email }}.

Kind regards,
{{ contact.name }}
{{ organization.name }}`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says(
      'The interview “{{ interview.name }}” for {{ posting.title }} on {{ interview.when.day }}, {{ interview.when.time }}, will not take place.{% if cancellation.reason %} {{ cancellation.reason }}{% endif %} The attached message takes it out of your calendar.',
    ) +
    when('pick.link', says('What comes next: please pick a new time that suits you.') + button('Pick a new time', 'pick.link')) +
    when(
      'pick.link == nil',
      says(
        'What comes next: {% if answer.by %}you will hear from us by <strong>{{ answer.by }}</strong>.{% else %}we will write to you when there is something new.{% endif %}',
      ) + button('See my application', 'page.link'),
    ) +
    says('Kind regards,<br />{{ contact.name }}'),
});
