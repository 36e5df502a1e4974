import { declareMail } from '../declaration.js';
import { button, says, when } from '../layout.js';
import { may, needs } from '../variables.js';
import { answer, toCandidate } from './variable-groups.js';

const WHY = 'You get this because you applied for {{ posting.title }} at {{ organization.name }}.';

export const applicationReceived = declareMail({
  key: 'application-received',
  audience: 'candidate',
  on: 'ApplicationReceived',
  weight: 'REMINDER',
  variables: { ...toCandidate, answer, next: { stage: may('text', 'The first stage of the interview plan') } },
  essential: ['page.link'],
  why: WHY,
  subject: 'We have your application for {{ posting.title }}',
  text: `Hello {{ recipient.name }},

Thank you for applying for {{ posting.title }} at {{ organization.name }}. Your application has arrived.

What comes next: a person on our hiring team reads it.{% if next.stage %} If we think it is a match, the next step is “{{ next.stage }}”.{% endif %} {% if answer.by %}You will hear from us by {{ answer.by }}, whatever we decide.{% else %}You will hear from us, whatever we decide.{% endif %}

Your own page shows where your application stands. You can also withdraw there, or get and erase what we keep about you:
{{ page.link }}

The link opens your application without a password, so please keep it to yourself.

Kind regards,
{{ contact.name }}
{{ organization.name }}`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says(
      'Thank you for applying for <strong>{{ posting.title }}</strong> at {{ organization.name }}. Your application has arrived.',
    ) +
    says(
      'What comes next: a person on our hiring team reads it.{% if next.stage %} If we think it is a match, the next step is “{{ next.stage }}”.{% endif %} You will hear from us{% if answer.by %} by <strong>{{ answer.by }}</strong>{% endif %}, whatever we decide.',
    ) +
    says(
      'Your own page shows where your application stands. You can also withdraw there, or get and erase what we keep about you.',
    ) +
    button('See my application', 'page.link') +
    says('The link opens your application without a password, so please keep it to yourself.') +
    says('Kind regards,<br />{{ contact.name }}'),
});

export const stageMoved = declareMail({
  key: 'stage-moved',
  audience: 'candidate',
  on: 'ApplicationMoved',
  weight: 'REMINDER',
  variables: {
    ...toCandidate,
    answer,
    stage: {
      name: needs('text', 'The stage the application is in now'),
      about: may('lines', 'What this stage is, in a few sentences'),
    },
  },
  essential: ['stage.name'],
  why: WHY,
  subject: 'Your application for {{ posting.title }}: {{ stage.name }}',
  text: `Hello {{ recipient.name }},

Your application for {{ posting.title }} has moved to a new stage: {{ stage.name }}.
{% if stage.about %}
{{ stage.about }}
{% endif %}
You do not need to do anything now. {% if answer.by %}We will write to you about this stage by {{ answer.by }}.{% else %}We will write to you as soon as there is something to do or to know.{% endif %}

Where your application stands:
{{ page.link }}

Kind regards,
{{ contact.name }}
{{ organization.name }}`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says('Your application for {{ posting.title }} has moved to a new stage: <strong>{{ stage.name }}</strong>.') +
    when('stage.about', says('{{ stage.about | linked }}')) +
    says(
      'You do not need to do anything now. {% if answer.by %}We will write to you about this stage by <strong>{{ answer.by }}</strong>.{% else %}We will write to you as soon as there is something to do or to know.{% endif %}',
    ) +
    button('See my application', 'page.link') +
    says('Kind regards,<br />{{ contact.name }}'),
});

export const rejected = declareMail({
  key: 'rejected',
  audience: 'candidate',
  on: 'ApplicationRejected',
  weight: 'PROMISE',
  variables: {
    ...toCandidate,
    stage: { name: needs('text', 'The stage the application reached') },
    rejection: { note: may('lines', 'A personal word from whoever decided') },
  },
  essential: ['stage.name', 'contact.email'],
  why: WHY,
  subject: 'About your application for {{ posting.title }}',
  text: `Hello {{ recipient.name }},

Thank you for applying for {{ posting.title }}, and for the time you have given us. Your application reached the stage “{{ stage.name }}”.

We have decided not to go further with it. I am sorry; I know this is not the answer you hoped for.
{% if rejection.note %}
{{ rejection.note }}
{% endif %}
If you would like to know more about this decision, please write to me at {{ contact.email }}. I read it myself and I will answer.

The decision is about this one role. If another of our openings suits you, you are welcome to apply again. Nothing is left for you to do; what we keep about you, you can see and erase on your page:
{{ page.link }}

I wish you well for what comes next,
{{ contact.name }}
{{ organization.name }}`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says(
      'Thank you for applying for {{ posting.title }}, and for the time you have given us. Your application reached the stage “{{ stage.name }}”.',
    ) +
    says('We have decided not to go further with it. I am sorry; I know this is not the answer you hoped for.') +
    when('rejection.note', says('{{ rejection.note | linked }}')) +
    says(
      'If you would like to know more about this decision, please write to me at <a href="mailto:{{ contact.email }}">{{ contact.email }}</a>. I read it myself and I will answer.',
    ) +
    says(
      'The decision is about this one role. If another of our openings suits you, you are welcome to apply again. Nothing is left for you to do; what we keep about you, you can see and erase on <a href="{{ page.link }}">your page</a>.',
    ) +
    says('I wish you well for what comes next,<br />{{ contact.name }}'),
});

export const hired = declareMail({
  key: 'hired',
  audience: 'candidate',
  on: 'ApplicationHired',
  weight: 'PROMISE',
  variables: { ...toCandidate, answer, start: { on: may('day', 'The planned first day') } },
  essential: ['posting.title'],
  why: WHY,
  subject: 'Good news about your application for {{ posting.title }}',
  text: `Hello {{ recipient.name }},

We would be glad to have you with us: you are our choice for the role of {{ posting.title }}.

What comes next: I will write to you{% if answer.by %} by {{ answer.by }}{% endif %} about the contract and your first day{% if start.on %}, which we have planned for {{ start.on }}{% endif %}. Until then you do not need to do anything. If something has changed for you in the meantime, tell me at {{ contact.email }}.

Your application:
{{ page.link }}

We look forward to working with you,
{{ contact.name }}
{{ organization.name }}`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says('We would be glad to have you with us: you are our choice for the role of <strong>{{ posting.title }}</strong>.') +
    says(
      'What comes next: I will write to you{% if answer.by %} by <strong>{{ answer.by }}</strong>{% endif %} about the contract and your first day{% if start.on %}, which we have planned for {{ start.on }}{% endif %}. Until then you do not need to do anything. If something has changed for you in the meantime, tell me.',
    ) +
    button('See my application', 'page.link') +
    says('We look forward to working with you,<br />{{ contact.name }}'),
});

export const withdrawn = declareMail({
  key: 'withdrawn',
  audience: 'candidate',
  on: 'ApplicationWithdrawn',
  weight: 'REMINDER',
  variables: toCandidate,
  essential: ['posting.title'],
  why: WHY,
  subject: 'You have withdrawn your application for {{ posting.title }}',
  text: `Hello {{ recipient.name }},

We have noted that you withdrew your application for {{ posting.title }}, and the hiring team knows. Interviews that were booked are cancelled, and nothing is left for you to do.

If this was a mistake, write to me at {{ contact.email }} as soon as you can. What we keep about you, you can see and erase on your page:
{{ page.link }}

Thank you for the time you have given us,
{{ contact.name }}
{{ organization.name }}`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says(
      'We have noted that you withdrew your application for <strong>{{ posting.title }}</strong>, and the hiring team knows. Interviews that were booked are cancelled, and nothing is left for you to do.',
    ) +
    says(
      'If this was a mistake, write to me as soon as you can. What we keep about you, you can see and erase on <a href="{{ page.link }}">your page</a>.',
    ) +
    says('Thank you for the time you have given us,<br />{{ contact.name }}'),
});

export const pageLink = declareMail({
  key: 'page-link',
  audience: 'candidate',
  on: 'CandidateLinkRequested',
  weight: 'REMINDER',
  variables: { ...toCandidate, expires: { at: may('moment', 'When the link stops working') } },
  essential: ['page.link'],
  why: 'You get this because somebody asked on our careers page for a link to an application with this address.',
  subject: 'Your link to your application for {{ posting.title }}',
  text: `Hello {{ recipient.name }},

Here is a fresh link to your application for {{ posting.title }}:
{{ page.link }}

It opens your page without a password, so please keep it to yourself.{% if expires.at %} It works until {{ expires.at.day }}. After that, ask for another one on our careers page.{% endif %}

You did not ask for it? Then you can forget this mail: nobody but you has received the link.

Kind regards,
{{ contact.name }}
{{ organization.name }}`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says('Here is a fresh link to your application for <strong>{{ posting.title }}</strong>.') +
    button('Open my page', 'page.link') +
    says(
      'It opens your page without a password, so please keep it to yourself.{% if expires.at %} It works until {{ expires.at.day }}. After that, ask for another one on our careers page.{% endif %}',
    ) +
    says('You did not ask for it? Then you can forget this mail: nobody but you has received the link.'),
});
