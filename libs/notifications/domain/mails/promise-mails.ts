import { declareMail } from '../declaration.js';
import { button, says } from '../layout.js';
import { may, needs } from '../variables.js';
import { optional, toCandidate, toTeam } from './variable-groups.js';

/** Mails about an answer that was promised: we are reminded, and if that is in vain the candidate is told. */

export const teamAnswerDue = declareMail({
  key: 'team-answer-due',
  audience: 'team',
  on: 'AnswerDueSoon',
  weight: 'REMINDER',
  optional: 'reminders of answers that candidates were promised',
  variables: {
    ...toTeam,
    ...optional,
    promise: { by: needs('day', 'The day by which the candidate was promised an answer') },
    stage: { name: may('text', 'The stage the application is in; missing before the first') },
  },
  essential: ['application.link', 'promise.by'],
  why: 'You get this because you are on the hiring team for {{ posting.title }}.',
  subject: '{{ candidate.name }} waits for an answer until {{ promise.by }}',
  text: `Hello {{ recipient.name }},

{{ candidate.name }} was promised an answer about the application for {{ posting.title }} by {{ promise.by }}, and has not heard from us yet.{% if stage.name %} The application is in the stage “{{ stage.name }}”.{% endif %}

What comes next: one of you moves the application on or turns it down; whatever you decide, Rounds writes to the candidate. If nobody does in time, the candidate is told that we are late.

The application:
{{ application.link }}`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says(
      '<strong>{{ candidate.name }}</strong> was promised an answer about the application for {{ posting.title }} by <strong>{{ promise.by }}</strong>, and has not heard from us yet.{% if stage.name %} The application is in the stage “{{ stage.name }}”.{% endif %}',
    ) +
    says(
      'What comes next: one of you moves the application on or turns it down; whatever you decide, Rounds writes to the candidate. If nobody does in time, the candidate is told that we are late.',
    ) +
    button('Open the application', 'application.link'),
});

export const answerLate = declareMail({
  key: 'answer-late',
  audience: 'candidate',
  on: 'AnswerLate',
  weight: 'REMINDER',
  variables: { ...toCandidate, promise: { by: needs('day', 'The day by which the candidate was to hear from us') } },
  essential: ['promise.by', 'contact.email'],
  why: 'You get this because you applied for {{ posting.title }} at {{ organization.name }}.',
  subject: 'We still owe you an answer: {{ posting.title }}',
  text: `Hello {{ recipient.name }},

We promised you an answer about your application for {{ posting.title }} by {{ promise.by }}, and we have not kept that. I am sorry that you are waiting.

Your application has not been forgotten, and it has not been decided. The hiring team knows that it is your turn, and you will hear from them. You do not need to do anything.

If you need an answer before that, for instance because you have another offer, write to me at {{ contact.email }} and I will see to it.

Where your application stands:
{{ page.link }}

Kind regards,
{{ contact.name }}
{{ organization.name }}`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says(
      'We promised you an answer about your application for {{ posting.title }} by <strong>{{ promise.by }}</strong>, and we have not kept that. I am sorry that you are waiting.',
    ) +
    says(
      'Your application has not been forgotten, and it has not been decided. The hiring team knows that it is your turn, and you will hear from them. You do not need to do anything.',
    ) +
    says(
      'If you need an answer before that, for instance because you have another offer, write to me at <a href="mailto:{{ contact.email }}">{{ contact.email }}</a> and I will see to it.',
    ) +
    button('See my application', 'page.link') +
    says('Kind regards,<br />{{ contact.name }}'),
});
