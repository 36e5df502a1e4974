import { button, says, when } from '../../layout.js';
import type { MailWords } from '../../declaration.js';
import { GREETING, REGARDS, WHY, signed } from './phrases.js';

export const applicationReceived: MailWords = {
  why: WHY,
  subject: 'Ihre Bewerbung ist angekommen: {{ posting.title }}',
  text: `${GREETING}

vielen Dank für Ihre Bewerbung auf die Stelle „{{ posting.title }}“ bei {{ organization.name }}. Sie ist gut angekommen.

Wie es weitergeht: Ein Mensch aus unserem Team liest Ihre Bewerbung.{% if next.stage %} Wenn wir meinen, dass es passt, ist der nächste Schritt „{{ next.stage }}“.{% endif %} Sie hören {% if answer.by %}bis {{ answer.by }}{% else %}auf jeden Fall{% endif %} von uns, wie auch immer wir entscheiden.

Auf Ihrer eigenen Seite sehen Sie, wie es um Ihre Bewerbung steht. Dort können Sie sie auch zurückziehen und sehen oder löschen lassen, was wir über Sie gespeichert haben:
{{ page.link }}

Der Link öffnet Ihre Bewerbung ohne Passwort. Bitte behalten Sie ihn für sich.

${REGARDS}`,
  mjml:
    says(GREETING) +
    says(
      'vielen Dank für Ihre Bewerbung auf die Stelle <strong>{{ posting.title }}</strong> bei {{ organization.name }}. Sie ist gut angekommen.',
    ) +
    says(
      'Wie es weitergeht: Ein Mensch aus unserem Team liest Ihre Bewerbung.{% if next.stage %} Wenn wir meinen, dass es passt, ist der nächste Schritt „{{ next.stage }}“.{% endif %} Sie hören {% if answer.by %}bis <strong>{{ answer.by }}</strong>{% else %}auf jeden Fall{% endif %} von uns, wie auch immer wir entscheiden.',
    ) +
    says(
      'Auf Ihrer eigenen Seite sehen Sie, wie es um Ihre Bewerbung steht. Dort können Sie sie auch zurückziehen und sehen oder löschen lassen, was wir über Sie gespeichert haben.',
    ) +
    button('Meine Bewerbung ansehen', 'page.link') +
    says('Der Link öffnet Ihre Bewerbung ohne Passwort. Bitte behalten Sie ihn für sich.') +
    signed(),
};

export const stageMoved: MailWords = {
  why: WHY,
  subject: 'Ihre Bewerbung als {{ posting.title }}: {{ stage.name }}',
  text: `${GREETING}

mit Ihrer Bewerbung auf die Stelle „{{ posting.title }}“ geht es weiter. Der nächste Schritt ist: {{ stage.name }}.
{% if stage.about %}
{{ stage.about }}
{% endif %}
Im Moment brauchen Sie nichts zu tun. {% if answer.by %}Wir schreiben Ihnen dazu bis {{ answer.by }}.{% else %}Wir schreiben Ihnen, sobald es etwas zu tun oder zu wissen gibt.{% endif %}

So steht es um Ihre Bewerbung:
{{ page.link }}

${REGARDS}`,
  mjml:
    says(GREETING) +
    says(
      'mit Ihrer Bewerbung auf die Stelle „{{ posting.title }}“ geht es weiter. Der nächste Schritt ist: <strong>{{ stage.name }}</strong>.',
    ) +
    when('stage.about', says('{{ stage.about | linked }}')) +
    says(
      'Im Moment brauchen Sie nichts zu tun. {% if answer.by %}Wir schreiben Ihnen dazu bis <strong>{{ answer.by }}</strong>.{% else %}Wir schreiben Ihnen, sobald es etwas zu tun oder zu wissen gibt.{% endif %}',
    ) +
    button('Meine Bewerbung ansehen', 'page.link') +
    signed(),
};

export const rejected: MailWords = {
  why: WHY,
  subject: 'Zu Ihrer Bewerbung als {{ posting.title }}',
  text: `${GREETING}

danke für Ihre Bewerbung auf die Stelle „{{ posting.title }}“ und für die Zeit, die Sie sich für uns genommen haben. Ihre Bewerbung kam bis zum Schritt „{{ stage.name }}“.

Wir haben uns entschieden, nicht damit weiterzugehen. Das tut mir leid; ich weiß, dass Sie auf eine andere Antwort gehofft haben.
{% if rejection.note %}
{{ rejection.note }}
{% endif %}
Wenn Sie mehr über diese Entscheidung wissen möchten, schreiben Sie mir bitte an {{ contact.email }}. Ich lese es selbst und antworte Ihnen.

Die Entscheidung gilt nur für diese eine Stelle. Wenn eine andere zu Ihnen passt, bewerben Sie sich gern wieder. Für Sie ist nichts weiter zu tun. Was wir über Sie gespeichert haben, können Sie auf Ihrer Seite sehen und löschen lassen:
{{ page.link }}

Ich wünsche Ihnen alles Gute für das, was kommt,
{{ contact.name }}
{{ organization.name }}`,
  mjml:
    says(GREETING) +
    says(
      'danke für Ihre Bewerbung auf die Stelle „{{ posting.title }}“ und für die Zeit, die Sie sich für uns genommen haben. Ihre Bewerbung kam bis zum Schritt „{{ stage.name }}“.',
    ) +
    says(
      'Wir haben uns entschieden, nicht damit weiterzugehen. Das tut mir leid; ich weiß, dass Sie auf eine andere Antwort gehofft haben.',
    ) +
    when('rejection.note', says('{{ rejection.note | linked }}')) +
    says(
      'Wenn Sie mehr über diese Entscheidung wissen möchten, schreiben Sie mir bitte an <a href="mailto:{{ contact.email }}">{{ contact.email }}</a>. Ich lese es selbst und antworte Ihnen.',
    ) +
    says(
      'Die Entscheidung gilt nur für diese eine Stelle. Wenn eine andere zu Ihnen passt, bewerben Sie sich gern wieder. Für Sie ist nichts weiter zu tun. Was wir über Sie gespeichert haben, können Sie auf <a href="{{ page.link }}">Ihrer Seite</a> sehen und löschen lassen.',
    ) +
    says('Ich wünsche Ihnen alles Gute für das, was kommt,<br />{{ contact.name }}'),
};

export const hired: MailWords = {
  why: WHY,
  subject: 'Gute Nachrichten zu Ihrer Bewerbung als {{ posting.title }}',
  text: `${GREETING}

wir würden uns freuen, wenn Sie zu uns kommen: Für die Stelle „{{ posting.title }}“ haben wir uns für Sie entschieden.

Wie es weitergeht: Ich schreibe Ihnen{% if answer.by %} bis {{ answer.by }}{% endif %} wegen des Vertrags und Ihres ersten Tages{% if start.on %}, den wir für {{ start.on }} geplant haben{% endif %}. Bis dahin brauchen Sie nichts zu tun. Wenn sich bei Ihnen inzwischen etwas geändert hat, sagen Sie es mir unter {{ contact.email }}.

Ihre Bewerbung:
{{ page.link }}

Wir freuen uns auf die Arbeit mit Ihnen,
{{ contact.name }}
{{ organization.name }}`,
  mjml:
    says(GREETING) +
    says(
      'wir würden uns freuen, wenn Sie zu uns kommen: Für die Stelle <strong>{{ posting.title }}</strong> haben wir uns für Sie entschieden.',
    ) +
    says(
      'Wie es weitergeht: Ich schreibe Ihnen{% if answer.by %} bis <strong>{{ answer.by }}</strong>{% endif %} wegen des Vertrags und Ihres ersten Tages{% if start.on %}, den wir für {{ start.on }} geplant haben{% endif %}. Bis dahin brauchen Sie nichts zu tun. Wenn sich bei Ihnen inzwischen etwas geändert hat, sagen Sie es mir.',
    ) +
    button('Meine Bewerbung ansehen', 'page.link') +
    says('Wir freuen uns auf die Arbeit mit Ihnen,<br />{{ contact.name }}'),
};

export const withdrawn: MailWords = {
  why: WHY,
  subject: 'Sie haben Ihre Bewerbung als {{ posting.title }} zurückgezogen',
  text: `${GREETING}

wir haben vermerkt, dass Sie Ihre Bewerbung auf die Stelle „{{ posting.title }}“ zurückgezogen haben, und das Team weiß Bescheid. Vereinbarte Gespräche sind abgesagt, und für Sie ist nichts weiter zu tun.

Falls das ein Versehen war, schreiben Sie mir bitte bald an {{ contact.email }}. Was wir über Sie gespeichert haben, können Sie auf Ihrer Seite sehen und löschen lassen:
{{ page.link }}

Danke für die Zeit, die Sie sich für uns genommen haben,
{{ contact.name }}
{{ organization.name }}`,
  mjml:
    says(GREETING) +
    says(
      'wir haben vermerkt, dass Sie Ihre Bewerbung auf die Stelle <strong>{{ posting.title }}</strong> zurückgezogen haben, und das Team weiß Bescheid. Vereinbarte Gespräche sind abgesagt, und für Sie ist nichts weiter zu tun.',
    ) +
    says(
      'Falls das ein Versehen war, schreiben Sie mir bitte bald. Was wir über Sie gespeichert haben, können Sie auf <a href="{{ page.link }}">Ihrer Seite</a> sehen und löschen lassen.',
    ) +
    says('Danke für die Zeit, die Sie sich für uns genommen haben,<br />{{ contact.name }}'),
};

export const pageLink: MailWords = {
  why: 'Sie bekommen diese Mail, weil jemand auf unserer Karriereseite einen Link zu einer Bewerbung mit dieser Adresse angefordert hat.',
  subject: 'Ihr Link zu Ihrer Bewerbung als {{ posting.title }}',
  text: `${GREETING}

hier ist ein neuer Link zu Ihrer Bewerbung auf die Stelle „{{ posting.title }}“:
{{ page.link }}

Er öffnet Ihre Seite ohne Passwort. Bitte behalten Sie ihn für sich.{% if expires.at %} Er gilt bis {{ expires.at.day }}; danach bekommen Sie auf unserer Karriereseite einen neuen.{% endif %}

Sie haben ihn nicht angefordert? Dann können Sie diese Mail vergessen: Niemand außer Ihnen hat den Link bekommen.

${REGARDS}`,
  mjml:
    says(GREETING) +
    says('hier ist ein neuer Link zu Ihrer Bewerbung auf die Stelle <strong>{{ posting.title }}</strong>.') +
    button('Meine Seite öffnen', 'page.link') +
    says(
      'Er öffnet Ihre Seite ohne Passwort. Bitte behalten Sie ihn für sich.{% if expires.at %} Er gilt bis {{ expires.at.day }}; danach bekommen Sie auf unserer Karriereseite einen neuen.{% endif %}',
    ) +
    says('Sie haben ihn nicht angefordert? Dann können Sie diese Mail vergessen: Niemand außer Ihnen hat den Link bekommen.'),
};

export const answerLate: MailWords = {
  why: WHY,
  subject: 'Wir sind Ihnen noch eine Antwort schuldig: {{ posting.title }}',
  text: `${GREETING}

wir hatten Ihnen zu Ihrer Bewerbung auf die Stelle „{{ posting.title }}“ bis {{ promise.by }} eine Antwort versprochen. Das haben wir nicht geschafft. Es tut mir leid, dass Sie warten.

Ihre Bewerbung ist nicht vergessen und nicht entschieden. Das Team weiß, dass Sie an der Reihe sind, und meldet sich bei Ihnen. Sie brauchen nichts zu tun.

Wenn Sie inzwischen eine Antwort brauchen, zum Beispiel weil Ihnen eine andere Zusage vorliegt, schreiben Sie mir an {{ contact.email }}. Dann kümmere ich mich darum.

So steht es um Ihre Bewerbung:
{{ page.link }}

${REGARDS}`,
  mjml:
    says(GREETING) +
    says(
      'wir hatten Ihnen zu Ihrer Bewerbung auf die Stelle „{{ posting.title }}“ bis <strong>{{ promise.by }}</strong> eine Antwort versprochen. Das haben wir nicht geschafft. Es tut mir leid, dass Sie warten.',
    ) +
    says(
      'Ihre Bewerbung ist nicht vergessen und nicht entschieden. Das Team weiß, dass Sie an der Reihe sind, und meldet sich bei Ihnen. Sie brauchen nichts zu tun.',
    ) +
    says(
      'Wenn Sie inzwischen eine Antwort brauchen, zum Beispiel weil Ihnen eine andere Zusage vorliegt, schreiben Sie mir an <a href="mailto:{{ contact.email }}">{{ contact.email }}</a>. Dann kümmere ich mich darum.',
    ) +
    button('Meine Bewerbung ansehen', 'page.link') +
    signed(),
};
