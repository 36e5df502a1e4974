import { declareMail } from '../declaration.js';
import { button, says } from '../layout.js';
import { needs } from '../variables.js';
import { toPerson } from './variable-groups.js';

const expires = { at: needs('moment', 'When the link stops working') } as const;

export const accountInvitation = declareMail({
  key: 'account-invitation',
  audience: 'person',
  on: 'PersonInvited',
  weight: 'REMINDER',
  variables: {
    ...toPerson,
    inviter: { name: needs('name', 'Who invites') },
    account: {
      role: needs('text', 'What the person will be, such as “Interviewer”'),
      link: needs('link', 'Where the account is opened'),
    },
    expires,
  },
  essential: ['account.link'],
  why: 'You get this because {{ inviter.name }} entered your address at {{ organization.name }}.',
  subject: '{{ inviter.name }} invites you to hire with {{ organization.name }}',
  text: `Hello {{ recipient.name }},

{{ inviter.name }} invites you to Rounds, where {{ organization.name }} runs its hiring. Your role: {{ account.role }}.

Choose a password and you are in:
{{ account.link }}

The link is for you alone and works until {{ expires.at }}. If it has run out, or you do not know what this is about, write to {{ contact.name }} at {{ contact.email }}.`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says(
      '{{ inviter.name }} invites you to Rounds, where {{ organization.name }} runs its hiring. Your role: <strong>{{ account.role }}</strong>.',
    ) +
    button('Choose a password', 'account.link') +
    says(
      'The link is for you alone and works until {{ expires.at }}. If it has run out, or you do not know what this is about, write to {{ contact.name }}.',
    ),
});

export const accountPasswordReset = declareMail({
  key: 'account-password-reset',
  audience: 'person',
  on: 'PasswordResetRequested',
  weight: 'REMINDER',
  variables: { ...toPerson, reset: { link: needs('link', 'Where a new password is chosen') }, expires },
  essential: ['reset.link'],
  why: 'You get this because somebody asked for a new password for this address at {{ organization.name }}.',
  subject: 'Choose a new password for {{ organization.name }}',
  text: `Hello {{ recipient.name }},

Somebody, we think you, asked for a new password for Rounds at {{ organization.name }}. Choose one here:
{{ reset.link }}

The link works once, until {{ expires.at }}. After that, ask for another one on the sign-in page.

It was not you? Then do nothing: your old password still works, and nobody can use this link without your mailbox. If it happens again, tell {{ contact.name }} at {{ contact.email }}.`,
  mjml:
    says('Hello {{ recipient.name }},') +
    says('Somebody, we think you, asked for a new password for Rounds at {{ organization.name }}.') +
    button('Choose a new password', 'reset.link') +
    says('The link works once, until {{ expires.at }}. After that, ask for another one on the sign-in page.') +
    says(
      'It was not you? Then do nothing: your old password still works, and nobody can use this link without your mailbox. If it happens again, tell {{ contact.name }}.',
    ),
});
