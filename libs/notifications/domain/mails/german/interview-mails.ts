import { button, fact, facts, maybe, place, says, time, when } from '../../layout.js';
import type { MailWords } from '../../declaration.js';
import { GREETING, REGARDS, WHY, signed } from './phrases.js';

const WITH_AND_WHERE = `{% if interview.with %}Mit: {{ interview.with }}
{% endif %}{% if interview.where %}Wo: {{ interview.where }}
{% endif %}`;
const FACTS = facts(
  fact('Was', 'interview.name'),
  time('Wann', 'interview.when', 'de'),
  maybe('interview.with', fact('Mit', 'interview.with')),
  maybe('interview.where', place('Wo', 'interview.where')),
);

export const scheduleNow: MailWords = {
  why: WHY,
  subject: 'Bitte wählen Sie eine Zeit: {{ interview.name }}',
  text: `${GREETING}

wir möchten gern mit Ihnen über Ihre Bewerbung auf die Stelle „{{ posting.title }}“ sprechen. Der nächste Schritt ist „{{ interview.name }}“.

Dauer: {{ interview.length }}
{% if interview.with %}Mit: {{ interview.with }}
{% endif %}{% if pick.by %}Bitte wählen Sie bis: {{ pick.by }}
{% endif %}
Wählen Sie eine Zeit, die Ihnen passt. Sie sehen die Zeiten in Ihrer eigenen Zeitzone:
{{ pick.link }}

Sobald Sie eine gewählt haben, ist sie gebucht, und Sie bekommen eine Einladung für Ihren Kalender. Keine passt Ihnen? Schreiben Sie mir an {{ contact.email }}, dann finden wir eine andere.

${REGARDS}`,
  mjml:
    says(GREETING) +
    says(
      'wir möchten gern mit Ihnen über Ihre Bewerbung auf die Stelle „{{ posting.title }}“ sprechen. Der nächste Schritt ist „{{ interview.name }}“.',
    ) +
    facts(
      fact('Dauer', 'interview.length'),
      maybe('interview.with', fact('Mit', 'interview.with')),
      maybe('pick.by', time('Bitte wählen Sie bis', 'pick.by', 'de')),
    ) +
    button('Eine Zeit wählen', 'pick.link') +
    says(
      'Sie sehen die Zeiten in Ihrer eigenen Zeitzone. Sobald Sie eine gewählt haben, ist sie gebucht, und Sie bekommen eine Einladung für Ihren Kalender. Keine passt Ihnen? Schreiben Sie mir, dann finden wir eine andere.',
    ) +
    signed(),
};

export const interviewInvitation: MailWords = {
  why: WHY,
  subject: 'Ihr Gespräch: {{ interview.when.short }}',
  text: `${GREETING}

Ihr Gespräch zur Stelle „{{ posting.title }}“ ist gebucht.

Was: {{ interview.name }}
Wann: {{ interview.when }}
${WITH_AND_WHERE}
Mit der angehängten Einladung steht es in Ihrem Kalender. Sie brauchen eine andere Zeit? Auf Ihrer Seite können Sie das Gespräch verlegen oder absagen:
{{ page.link }}

Nach dem Gespräch hören Sie {% if answer.by %}bis {{ answer.by }}{% else %}auf jeden Fall{% endif %} von uns, wie auch immer wir entscheiden. Wenn wir etwas dafür tun können, dass Sie gut teilnehmen können, schreiben Sie mir an {{ contact.email }}.

${REGARDS}`,
  mjml:
    says(GREETING) +
    says('Ihr Gespräch zur Stelle „{{ posting.title }}“ ist gebucht.') +
    FACTS +
    says(
      'Mit der angehängten Einladung steht es in Ihrem Kalender. Sie brauchen eine andere Zeit? Auf Ihrer Seite können Sie das Gespräch verlegen oder absagen.',
    ) +
    button('Meine Seite öffnen', 'page.link') +
    says(
      'Nach dem Gespräch hören Sie {% if answer.by %}bis <strong>{{ answer.by }}</strong>{% else %}auf jeden Fall{% endif %} von uns, wie auch immer wir entscheiden. Wenn wir etwas dafür tun können, dass Sie gut teilnehmen können, sagen Sie es mir.',
    ) +
    signed(),
};

export const interviewChanged: MailWords = {
  why: WHY,
  subject: 'Ihr Gespräch hat sich geändert: {{ interview.when.short }}',
  text: `${GREETING}

Ihr Gespräch zur Stelle „{{ posting.title }}“ hat sich geändert.{% if change.reason %} {{ change.reason }}{% endif %} So ist es jetzt:

Was: {{ interview.name }}
Wann: {{ interview.when }}
{% if interview.before %}Vorher: {{ interview.before.day }}, {{ interview.before.time }}
{% endif %}${WITH_AND_WHERE}
Mit der angehängten Einladung ändert sich auch Ihr Kalender. Wenn es Ihnen so nicht passt, können Sie das Gespräch auf Ihrer Seite verlegen oder absagen:
{{ page.link }}

${REGARDS}`,
  mjml:
    says(GREETING) +
    says(
      'Ihr Gespräch zur Stelle „{{ posting.title }}“ hat sich geändert.{% if change.reason %} {{ change.reason }}{% endif %} So ist es jetzt:',
    ) +
    FACTS +
    when('interview.before', says('Vorher war es am {{ interview.before.day }}, {{ interview.before.time }}.')) +
    says(
      'Mit der angehängten Einladung ändert sich auch Ihr Kalender. Wenn es Ihnen so nicht passt, können Sie das Gespräch auf Ihrer Seite verlegen oder absagen.',
    ) +
    button('Meine Seite öffnen', 'page.link') +
    signed(),
};

export const interviewCancelled: MailWords = {
  why: WHY,
  subject: 'Abgesagt: Ihr Gespräch am {{ interview.when.short }}',
  text: `${GREETING}

das Gespräch „{{ interview.name }}“ zur Stelle „{{ posting.title }}“ am {{ interview.when.day }}, {{ interview.when.time }}, findet nicht statt.{% if cancellation.reason %} {{ cancellation.reason }}{% endif %} Die angehängte Nachricht nimmt es aus Ihrem Kalender.

Wie es weitergeht: {% if pick.link %}Bitte wählen Sie eine neue Zeit, die Ihnen passt:
{{ pick.link }}{% else %}{% if answer.by %}Sie hören bis {{ answer.by }} von uns.{% else %}Wir schreiben Ihnen, sobald es etwas Neues gibt.{% endif %} So steht es um Ihre Bewerbung:
{{ page.link }}{% endif %}

Wenn Sie eine Frage haben, schreiben Sie mir an {{ contact.email }}.

${REGARDS}`,
  mjml:
    says(GREETING) +
    says(
      'das Gespräch „{{ interview.name }}“ zur Stelle „{{ posting.title }}“ am {{ interview.when.day }}, {{ interview.when.time }}, findet nicht statt.{% if cancellation.reason %} {{ cancellation.reason }}{% endif %} Die angehängte Nachricht nimmt es aus Ihrem Kalender.',
    ) +
    when(
      'pick.link',
      says('Wie es weitergeht: Bitte wählen Sie eine neue Zeit, die Ihnen passt.') + button('Eine neue Zeit wählen', 'pick.link'),
    ) +
    when(
      'pick.link == nil',
      says(
        'Wie es weitergeht: {% if answer.by %}Sie hören bis <strong>{{ answer.by }}</strong> von uns.{% else %}Wir schreiben Ihnen, sobald es etwas Neues gibt.{% endif %}',
      ) + button('Meine Bewerbung ansehen', 'page.link'),
    ) +
    signed(),
};

export const interviewReminder: MailWords = {
  optional: 'Erinnerungen an Gespräche, die bald sind',
  why: WHY,
  subject: 'Bald: Ihr Gespräch, {{ interview.when.short }}',
  text: `${GREETING}

nur eine kurze Erinnerung an Ihr Gespräch zur Stelle „{{ posting.title }}“:

Was: {{ interview.name }}
Wann: {{ interview.when }}
${WITH_AND_WHERE}
Ist etwas dazwischengekommen? Auf Ihrer Seite können Sie das Gespräch auch jetzt noch verlegen oder absagen:
{{ page.link }}

${REGARDS}`,
  mjml:
    says(GREETING) +
    says('nur eine kurze Erinnerung an Ihr Gespräch zur Stelle „{{ posting.title }}“:') +
    FACTS +
    says('Ist etwas dazwischengekommen? Auf Ihrer Seite können Sie das Gespräch auch jetzt noch verlegen oder absagen.') +
    button('Meine Seite öffnen', 'page.link') +
    signed(),
};

export const clocksShifted: MailWords = {
  why: WHY,
  subject: 'Ihre Uhr wird eine andere Zeit zeigen: Ihr Gespräch, {{ interview.when.short }}',
  text: `${GREETING}

seit wir Ihr Gespräch „{{ interview.name }}“ zur Stelle „{{ posting.title }}“ gebucht haben, haben sich bei Ihnen die Regeln geändert, nach denen die Uhren gestellt werden. Das Gespräch ist im selben Augenblick wie zuvor, aber Ihre Uhr zeigt dann nicht {{ clocks.told }}. Für Sie ist es:

{{ interview.when }}

Ihr Kalender kennt den Augenblick und zeigt die richtige Zeit, sobald er die neuen Regeln kennt. Wenn Ihnen diese Stunde nicht passt, verlegen Sie das Gespräch auf Ihrer Seite:
{{ page.link }}

${REGARDS}`,
  mjml:
    says(GREETING) +
    says(
      'seit wir Ihr Gespräch „{{ interview.name }}“ zur Stelle „{{ posting.title }}“ gebucht haben, haben sich bei Ihnen die Regeln geändert, nach denen die Uhren gestellt werden. Das Gespräch ist im selben Augenblick wie zuvor, aber Ihre Uhr zeigt dann nicht {{ clocks.told }}. Für Sie ist es:',
    ) +
    facts(time('Wann', 'interview.when', 'de')) +
    says(
      'Ihr Kalender kennt den Augenblick und zeigt die richtige Zeit, sobald er die neuen Regeln kennt. Wenn Ihnen diese Stunde nicht passt, verlegen Sie das Gespräch auf Ihrer Seite.',
    ) +
    button('Meine Seite öffnen', 'page.link') +
    signed(),
};
