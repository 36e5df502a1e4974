import { declareMail } from '../declaration.js';
import { atTime, button, fact, facts, maybe, says, time } from '../layout.js';
import { may, needs } from '../variables.js';
import { answer, optional, toCandidate } from './variable-groups.js';

const WHY = 'You get this because you applied for {{ posting.title }} at {{ organization.name }}.';

const takeHome = {
  title: needs('text', 'The assignment’s title'),
  due: needs('moment', 'When it is due, in the candidate’s zone'),
  link: needs('link', 'Where the candidate hands it in'),
} as const;

export const takeHomeBrief = declareMail({
  key: 'take-home-brief',
  audience: 'candidate',
  on: 'TakeHomeSent',
  weight: 'REMINDER',
  variables: {
    ...toCandidate,
    answer,
    takeHome: {
      ...takeHome,
      brief: needs('lines', 'The assignment itself'),
      effort: may('text', 'How much time it should take, such as “about four hours”'),
    },
  },
  essential: ['takeHome.brief', 'takeHome.due', 'takeHome.link'],
  why: WHY,
  subject: 'Your assignment: {{ takeHome.title }}',
  text: `Hello {{ recipient.name }},

The next step in your application for {{ posting.title }} is a piece of work that you do in your own time: {{ takeHome.title }}.

{{ takeHome.brief }}

Due: {{ takeHome.due }}
{% if takeHome.effort %}Time it should take: {{ takeHome.effort }}
{% endif %}Hand it in here: {{ takeHome.link }}

If something is unclear, or you need more time, write to me at {{ contact.email }}. Asking is welcome. {% if answer.by %}You will hear from us by {{ answer.by }}.{% else %}When you have handed it in, somebody reads all of it and you will hear from us.{% endif %}

Kind regards,
{{ contact.name }}
{{ organization.name }}`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says(
      'The next step in your application for {{ posting.title }} is a piece of work that you do in your own time: <strong>{{ takeHome.title }}</strong>.',
    ) +
    says('{{ takeHome.brief | linked }}') +
    facts(time('Due', 'takeHome.due'), maybe('takeHome.effort', fact('Time it should take', 'takeHome.effort'))) +
    button('Hand it in', 'takeHome.link') +
    says(
      'If something is unclear, or you need more time, write to me. Asking is welcome. {% if answer.by %}You will hear from us by <strong>{{ answer.by }}</strong>.{% else %}When you have handed it in, somebody reads all of it and you will hear from us.{% endif %}',
    ) +
    says('Kind regards,<br />{{ contact.name }}'),
});

export const takeHomeExtended = declareMail({
  key: 'take-home-extended',
  audience: 'candidate',
  on: 'TakeHomeExtended',
  weight: 'REMINDER',
  variables: { ...toCandidate, takeHome },
  essential: ['takeHome.due', 'takeHome.link'],
  why: WHY,
  subject: 'More time for your assignment: {{ takeHome.due.short }}',
  text: `Hello {{ recipient.name }},

You have more time for your assignment “{{ takeHome.title }}”. It is now due on {{ takeHome.due }}.

Hand it in here, as before:
{{ takeHome.link }}

If that is still too soon, write to me at {{ contact.email }}.

Kind regards,
{{ contact.name }}
{{ organization.name }}`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says(`You have more time for your assignment “{{ takeHome.title }}”. It is now due on ${atTime('takeHome.due')}.`) +
    button('Hand it in', 'takeHome.link') +
    says('If that is still too soon, write to me.') +
    says('Kind regards,<br />{{ contact.name }}'),
});

export const takeHomeReminder = declareMail({
  key: 'take-home-reminder',
  audience: 'candidate',
  on: 'TakeHomeDueSoon',
  weight: 'REMINDER',
  optional: 'reminders of assignments that are due soon',
  variables: { ...toCandidate, ...optional, takeHome },
  essential: ['takeHome.due', 'takeHome.link'],
  why: WHY,
  subject: 'Your assignment is due {{ takeHome.due.short }}',
  text: `Hello {{ recipient.name }},

A short reminder: your assignment “{{ takeHome.title }}” is due on {{ takeHome.due }}.

Hand it in here:
{{ takeHome.link }}

If you need more time, or have decided not to do it, tell me at {{ contact.email }}. Both are fine, and it helps us to know.

Kind regards,
{{ contact.name }}
{{ organization.name }}`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says(`A short reminder: your assignment “{{ takeHome.title }}” is due on ${atTime('takeHome.due')}.`) +
    button('Hand it in', 'takeHome.link') +
    says('If you need more time, or have decided not to do it, tell me. Both are fine, and it helps us to know.') +
    says('Kind regards,<br />{{ contact.name }}'),
});

export const takeHomeReceived = declareMail({
  key: 'take-home-received',
  audience: 'candidate',
  on: 'TakeHomeHandedIn',
  weight: 'REMINDER',
  variables: {
    ...toCandidate,
    answer,
    takeHome: { title: takeHome.title, handedIn: needs('moment', 'When it was handed in') },
  },
  essential: ['takeHome.title'],
  why: WHY,
  subject: 'We have your assignment: {{ takeHome.title }}',
  text: `Hello {{ recipient.name }},

Thank you for the work you have put in. Your assignment “{{ takeHome.title }}” arrived on {{ takeHome.handedIn }}.

What comes next: somebody on our team reads all of it. {% if answer.by %}You will hear from us by {{ answer.by }}, whatever we decide.{% else %}You will hear from us, whatever we decide.{% endif %}

What you handed in is on your page:
{{ page.link }}

Kind regards,
{{ contact.name }}
{{ organization.name }}`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says('Thank you for the work you have put in. Your assignment “{{ takeHome.title }}” arrived on {{ takeHome.handedIn }}.') +
    says(
      'What comes next: somebody on our team reads all of it. You will hear from us{% if answer.by %} by <strong>{{ answer.by }}</strong>{% endif %}, whatever we decide.',
    ) +
    button('See what I handed in', 'page.link') +
    says('Kind regards,<br />{{ contact.name }}'),
});
