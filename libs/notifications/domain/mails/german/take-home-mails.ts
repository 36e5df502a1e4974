import { atTime, button, fact, facts, maybe, says, time } from '../../layout.js';
import type { MailWords } from '../../declaration.js';
import { GREETING, REGARDS, WHY, signed } from './phrases.js';

export const takeHomeBrief: MailWords = {
  why: WHY,
  subject: 'Ihre Aufgabe: {{ takeHome.title }}',
  text: `${GREETING}

der nächste Schritt Ihrer Bewerbung auf die Stelle „{{ posting.title }}“ ist eine Arbeit, für die Sie sich selbst die Zeit einteilen: {{ takeHome.title }}.

{{ takeHome.brief }}

Abgabe bis: {{ takeHome.due }}
{% if takeHome.effort %}Gedachter Aufwand: {{ takeHome.effort }}
{% endif %}Hier geben Sie sie ab: {{ takeHome.link }}

Wenn etwas unklar ist oder Sie mehr Zeit brauchen, schreiben Sie mir an {{ contact.email }}. Fragen sind willkommen. {% if answer.by %}Sie hören bis {{ answer.by }} von uns.{% else %}Wenn Sie abgegeben haben, liest jemand aus dem Team alles, und Sie hören von uns.{% endif %}

${REGARDS}`,
  mjml:
    says(GREETING) +
    says(
      'der nächste Schritt Ihrer Bewerbung auf die Stelle „{{ posting.title }}“ ist eine Arbeit, für die Sie sich selbst die Zeit einteilen: <strong>{{ takeHome.title }}</strong>.',
    ) +
    says('{{ takeHome.brief | linked }}') +
    facts(time('Abgabe bis', 'takeHome.due', 'de'), maybe('takeHome.effort', fact('Gedachter Aufwand', 'takeHome.effort'))) +
    button('Aufgabe abgeben', 'takeHome.link') +
    says(
      'Wenn etwas unklar ist oder Sie mehr Zeit brauchen, schreiben Sie mir. Fragen sind willkommen. {% if answer.by %}Sie hören bis <strong>{{ answer.by }}</strong> von uns.{% else %}Wenn Sie abgegeben haben, liest jemand aus dem Team alles, und Sie hören von uns.{% endif %}',
    ) +
    signed(),
};

export const takeHomeExtended: MailWords = {
  why: WHY,
  subject: 'Mehr Zeit für Ihre Aufgabe: {{ takeHome.due.short }}',
  text: `${GREETING}

Sie haben mehr Zeit für Ihre Aufgabe „{{ takeHome.title }}“. Die neue Abgabefrist ist {{ takeHome.due }}.

Abgeben können Sie hier, wie bisher:
{{ takeHome.link }}

Wenn auch das zu knapp ist, schreiben Sie mir an {{ contact.email }}.

${REGARDS}`,
  mjml:
    says(GREETING) +
    says(
      `Sie haben mehr Zeit für Ihre Aufgabe „{{ takeHome.title }}“. Die neue Abgabefrist ist ${atTime('takeHome.due', 'de')}.`,
    ) +
    button('Aufgabe abgeben', 'takeHome.link') +
    says('Wenn auch das zu knapp ist, schreiben Sie mir.') +
    signed(),
};

export const takeHomeReminder: MailWords = {
  optional: 'Erinnerungen an Aufgaben, die bald abzugeben sind',
  why: WHY,
  subject: 'Ihre Aufgabe: Abgabe bis {{ takeHome.due.short }}',
  text: `${GREETING}

nur eine kurze Erinnerung an Ihre Aufgabe „{{ takeHome.title }}“. Die Abgabefrist ist {{ takeHome.due }}.

Hier geben Sie sie ab:
{{ takeHome.link }}

Wenn Sie mehr Zeit brauchen oder sich dagegen entschieden haben, sagen Sie es mir unter {{ contact.email }}. Beides ist in Ordnung, und es hilft uns, es zu wissen.

${REGARDS}`,
  mjml:
    says(GREETING) +
    says(
      `nur eine kurze Erinnerung an Ihre Aufgabe „{{ takeHome.title }}“. Die Abgabefrist ist ${atTime('takeHome.due', 'de')}.`,
    ) +
    button('Aufgabe abgeben', 'takeHome.link') +
    says(
      'Wenn Sie mehr Zeit brauchen oder sich dagegen entschieden haben, sagen Sie es mir. Beides ist in Ordnung, und es hilft uns, es zu wissen.',
    ) +
    signed(),
};

export const takeHomeReceived: MailWords = {
  why: WHY,
  subject: 'Ihre Aufgabe ist angekommen: {{ takeHome.title }}',
  text: `${GREETING}

danke für die Arbeit, die Sie sich gemacht haben. Ihre Aufgabe „{{ takeHome.title }}“ ist am {{ takeHome.handedIn.day }}, {{ takeHome.handedIn.time }}, angekommen.

Wie es weitergeht: Jemand aus unserem Team liest alles. Sie hören {% if answer.by %}bis {{ answer.by }}{% else %}auf jeden Fall{% endif %} von uns, wie auch immer wir entscheiden.

Was Sie abgegeben haben, steht auf Ihrer Seite:
{{ page.link }}

${REGARDS}`,
  mjml:
    says(GREETING) +
    says(
      'danke für die Arbeit, die Sie sich gemacht haben. Ihre Aufgabe „{{ takeHome.title }}“ ist am {{ takeHome.handedIn.day }}, {{ takeHome.handedIn.time }}, angekommen.',
    ) +
    says(
      'Wie es weitergeht: Jemand aus unserem Team liest alles. Sie hören {% if answer.by %}bis <strong>{{ answer.by }}</strong>{% else %}auf jeden Fall{% endif %} von uns, wie auch immer wir entscheiden.',
    ) +
    button('Ansehen, was ich abgegeben habe', 'page.link') +
    signed(),
};
