import { type Refusal, momentInZone } from '#libs/kernel/index.js';
import { html } from '#libs/platform/index.js';
import type { CandidateWords } from './candidate-words-english.js';

const LOCALE = 'de-DE';

function when(at: Date, zone: string): string {
  const moment = momentInZone(at, zone, LOCALE);
  return `${moment.weekday}, ${moment.date}, ${moment.time} Uhr ${moment.zone}`;
}

function day(at: Date, zone: string): string {
  const { weekday, date } = momentInZone(at, zone, LOCALE);
  return `${weekday}, ${date}`;
}

/** What use cases refuse candidates, by code: their own sentences are English. */
const REFUSED: Readonly<Record<string, string>> = {
  TIME_NOT_OFFERED: 'Diese Zeit wird nicht angeboten. Es wurde nichts gebucht; bitte wählen Sie eine aus der Liste.',
  SLOT_TAKEN: 'Diese Zeit hat gerade jemand anders bekommen. Es wurde nichts gebucht; bitte wählen Sie eine andere.',
  ALREADY_BOOKED: 'Für dieses Gespräch gibt es schon eine Zeit. Sie können es verschieben oder absagen.',
  STAGE_CHANGED:
    'Ihre Bewerbung ist inzwischen einen Schritt weiter. Es wurde nichts geändert; bitte sehen Sie auf Ihrer Seite nach.',
  ROUNDS_CHANGED:
    'Die Gespräche, die noch ausstehen, haben sich inzwischen geändert. Es wurde nichts gebucht; bitte sehen Sie sich die Zeiten noch einmal an.',
  CONFLICT:
    'Inzwischen hat sich etwas geändert. Es wurde nichts von Ihnen gespeichert; bitte sehen Sie es sich an und entscheiden Sie noch einmal.',
  NOTHING_TO_SCHEDULE: 'Im Moment ist keine Zeit zu wählen. Auf Ihrer eigenen Seite sehen Sie, was als Nächstes kommt.',
  NOTHING_LEFT: 'Es steht kein Gespräch mehr aus.',
  NOT_SELF_SCHEDULED:
    'Diesen Termin vereinbart das Team mit Ihnen. Antworten Sie auf unsere letzte Mail und schreiben Sie, wann es Ihnen passt.',
  REQUEST_EXPIRED:
    'Die Frist für die Wahl ist vorbei. An Ihrer Bewerbung ändert das nichts: Antworten Sie auf unsere letzte Mail, dann finden wir eine Zeit.',
  NOT_READY:
    'Zeiten können wir noch nicht anbieten: Das Team muss dieses Gespräch erst vorbereiten. Ihr Platz bleibt Ihnen; bitte sehen Sie später noch einmal nach.',
  INTERVIEW_OVER: 'Dieses Gespräch ist vorbei oder abgesagt. Es wurde nichts geändert.',
  INTERVIEW_STARTED: 'Dieses Gespräch hat schon begonnen. Es wurde nichts geändert.',
  APPLICATION_ENDED: 'Diese Bewerbung ist schon abgeschlossen. Es wurde nichts geändert.',
  TAKE_HOME_CLOSED:
    'Diese Aufgabe ist nicht mehr offen, deshalb wurde jetzt nichts abgegeben. Was Sie vorher abgegeben haben, ist da. Schreiben Sie dem Team, wenn Sie das überrascht.',
  ALREADY_REVIEWED:
    'Ihre Arbeit wurde schon gelesen und kann nicht mehr ersetzt werden. Was Sie abgegeben haben, ist da; schreiben Sie dem Team, wenn etwas fehlt.',
  TOO_MANY_FILES: 'Zu dieser Bewerbung gibt es schon so viele Dateien, wie möglich sind. Diese wurde nicht behalten.',
  NOT_SCANNED:
    'Die Datei konnte gerade nicht auf Viren geprüft werden und wurde nicht behalten. Bitte schicken Sie sie in ein paar Minuten noch einmal.',
  NOT_FOUND:
    'Das gibt es nicht mehr, oder dieser Link öffnet es nicht. Es wurde nichts geändert; nehmen Sie den Link aus der neuesten Mail.',
};

/** What was typed wrongly, by the beginning of its field. */
const MISTYPED: readonly (readonly [field: string, words: string])[] = [
  ['input.startsAt', 'Diese Zeit kann nicht gebucht werden. Es wurde nichts gebucht; bitte wählen Sie eine aus der Liste.'],
  [
    'input.windows',
    'Bitte prüfen Sie die Zeiten, die Sie nennen: Jede hat Tag, Anfang und Ende, ist mindestens so lang wie das Gespräch und höchstens ein Tag, und liegt in den nächsten vier Wochen.',
  ],
  ['input.zone', 'Das ist keine Zeitzone. Bitte wählen Sie eine aus der Liste.'],
  ['input.language', 'In dieser Sprache schreiben wir nicht. Es wurde nichts geändert; bitte wählen Sie eine aus der Liste.'],
  [
    'input.url',
    'Geben Sie einen Link zu Ihrer Arbeit an, der mit https:// oder http:// beginnt und kein Passwort enthält, oder eine Datei. Es wurde noch nichts abgegeben.',
  ],
  [
    'file',
    'Die Datei wurde nicht angenommen. Schicken Sie ein PDF, ein Word-Dokument (.docx) oder reinen Text (.txt) mit höchstens 10 MB, ohne Makros und ohne Passwort.',
  ],
  ['input.attachmentId', 'Diese Datei gehört nicht zu dieser Bewerbung. Bitte laden Sie sie noch einmal hoch.'],
];

function refused(refusal: Refusal): string {
  const { field } = refusal as { field?: string };
  const mistyped = MISTYPED.find(([beginning]) => field?.startsWith(beginning));
  return (
    mistyped?.[1] ??
    REFUSED[refusal.code] ??
    'Das ging so nicht. Es wurde nichts geändert; bitte kürzen Sie lange Texte, tippen Sie Kopiertes neu und versuchen Sie es noch einmal.'
  );
}

/** What a candidate's own pages say to whoever reads German. */
export const german: CandidateWords = {
  when,
  day,
  clock: (at, zone) => `${momentInZone(at, zone, LOCALE).time} Uhr`,
  span: (startsAt, endsAt, zone) => `${when(startsAt, zone)} bis ${when(endsAt, zone)}`,
  refused,
  interview: 'Gespräch',
  join: 'Zum Gespräch',

  standing: {
    title: 'Ihre Bewerbung',
    applied: (name, on) => `${name}, beworben am ${on}.`,
    next: 'Was als Nächstes kommt',
    ended: 'Wie es ausgegangen ist',
    broken: (by) =>
      `Wir haben Ihnen eine Antwort bis ${by} versprochen und das nicht gehalten. Das tut uns leid; das Team weiß, dass Sie an der Reihe sind.`,
    promised: (by) => html`Sie hören bis <strong>${by}</strong> von uns, wie auch immer wir entscheiden.`,
    meant: (by) => `Wir möchten bis ${by} antworten.`,
    stages: 'Wie es um Ihre Bewerbung steht',
    received: 'Bewerbung angekommen',
    done: ' (erledigt)',
    interviews: 'Ihre Gespräche',
    states: { CONFIRMED: '', HELD: 'für Sie freigehalten', COMPLETED: 'hat stattgefunden', NO_SHOW: 'hat nicht stattgefunden' },
    openAssignment: 'Aufgabe öffnen',
    changeTime: 'Zeit ansehen oder ändern',
    chooseTime: 'Zeit wählen',
    more: 'Noch etwas?',
    write: (to) => html`Schreiben Sie an ${to}; ein Mensch liest es.`,
    language: 'Sprache unserer Mails und dieser Seiten',
    useLanguage: 'Diese Sprache nehmen',
    withdraw: 'Meine Bewerbung zurückziehen',
    why: 'Warum? (freiwillig)',
    whyHint: 'Es hilft dem Team; Sie können es leer lassen.',
    withdrawNow: 'Zurückziehen',
  },

  step: {
    hired: 'Wir haben uns für Sie entschieden. Jemand aus dem Team meldet sich bei Ihnen wegen des Anfangs.',
    rejected:
      'Wir haben uns entschieden, mit dieser Bewerbung nicht weiterzugehen. Danke für die Zeit, die Sie sich genommen haben.',
    withdrawn: 'Sie haben diese Bewerbung zurückgezogen. Danke für die Zeit, die Sie sich genommen haben.',
    reading: 'Wir lesen Ihre Bewerbung. Sobald es etwas Neues gibt, bekommen Sie eine Mail.',
    coming: (stage, at) => `${stage}: ${at}. Die Einladung ist in Ihrer Mail.`,
    assignment: (stage) => `${stage}: Die Aufgabe liegt bei Ihnen.`,
    choose: (stage) => `${stage}: Wählen Sie eine Zeit, die Ihnen passt.`,
    reviewing: (stage) => `${stage}: Ihre Arbeit wird gelesen.`,
    offer: 'Wir bereiten ein Angebot für Sie vor.',
    waiting: (stage) => `${stage}: Das Team bereitet den nächsten Schritt vor und schreibt Ihnen.`,
  },

  mails: {
    title: 'Was wir Ihnen geschrieben haben',
    links: 'Links, die Ihre eigenen Seiten öffnen, sind hier weggelassen; Ihre Seite hat sie alle.',
    none: 'Noch wurde Ihnen nichts geschickt.',
    gone: 'Der Text dieser Mail lässt sich nicht mehr zeigen. Sie liegt in Ihrem Postfach.',
    back: 'Zurück zu Ihrer Bewerbung',
  },

  voluntary: {
    heading: 'Freiwillige Fragen',
    about:
      'Ein paar Fragen zur Chancengleichheit, auf Englisch. Niemand, der über Ihre Bewerbung entscheidet, sieht Ihre Antworten, und keine davon ist nötig.',
    see: 'Die Fragen ansehen',
  },

  data: {
    heading: 'Ihre Daten',
    consented: (on, organization) => `Sie haben am ${on} zugestimmt, dass ${organization} speichert, was Sie schicken.`,
    kept: (days) =>
      `${days} Tage nach dem Ende Ihrer letzten Bewerbung hier wird alles von selbst gelöscht, außer Sie werden eingestellt oder ein Gesetz verlangt, dass es bleibt.`,
    download: 'Herunterladen, was Sie geschickt und bekommen haben',
    access: 'Eine Kopie von allem',
    erasure: 'Löschen',
    asked: (on, answeredBy) => `Sie haben am ${on} darum gebeten und bekommen bis ${answeredBy} eine Antwort.`,
    settled: (done, answer) => `${done ? 'Erledigt' : 'Abgelehnt'}: ${answer || 'siehe Ihre Mail.'}`,
    askAccess: 'Um eine Kopie von allem bitten',
    askAccessWhy:
      'Auch das, was über Sie geschrieben wurde. Ein Mensch sieht es vorher durch, weil auch andere Rechte daran haben.',
    askErasure: 'Um die Löschung meiner Daten bitten',
    askErasureWhy:
      'Alles, was Sie geschickt haben, und alles, was über Sie geschrieben wurde. Eine Bewerbung, die noch läuft, endet damit.',
  },

  takeHome: {
    title: 'Ihre Aufgabe',
    due: 'Abgabe bis',
    effort: 'Aufwand',
    hours: (hours) => (hours === 1 ? 'etwa 1 Stunde' : `etwa ${hours.toLocaleString('de-DE')} Stunden`),
    cancelled: 'Diese Aufgabe ist nicht mehr offen. Auf Ihrer eigenen Seite sehen Sie, was als Nächstes kommt.',
    handedIn: 'Abgegeben',
    late: 'nach der Frist; das ist in Ordnung',
    replace: 'Ersetzen, was Sie abgegeben haben',
    handIn: 'Abgeben',
    link: 'Link zu Ihrer Arbeit',
    linkHint: 'Ein Repository oder ein Pull-Request.',
    file: 'Oder eine Datei (freiwillig)',
    fileHint: 'PDF, DOCX oder reiner Text, bis 10 MB.',
    note: 'Was wir beim Lesen wissen sollten (freiwillig)',
    tooLarge: 'Die Datei ist größer als 10 MB. Geben Sie einen Link oder eine kleinere Datei ab.',
  },

  schedule: {
    titleBooked: 'Ihr Gespräch',
    title: 'Zeit wählen',
    minutes: (count) => `${count} Minuten`,
    booked: 'Gebucht',
    inYourMail: 'Eine Einladung für Ihren Kalender ist in Ihrer Mail.',
    writeInstead: (to) => html`Sie können auch an ${to} schreiben: Ein Mensch findet mit Ihnen eine Zeit.`,
    another: 'Passt Ihnen eine andere Zeit besser?',
    others: 'Ihre anderen Gespräche mit uns',
    zone: 'Zeiten gelten für',
    showZone: 'In dieser Zeitzone zeigen',
    zoneHere: (shown) => `Dieses Gerät ist in einer anderen Zeitzone. Die Zeiten unten gelten in ${shown}, bis Sie das ändern.`,
    elsewhere: (on, zone) => `(in ${zone} ist es ${on})`,
    timesIn: (zone) => `Alle Zeiten gelten in ${zone}. Es wird nichts gebucht, bevor Sie auf den Knopf drücken.`,
    clocks: (on, zone) =>
      `Am ${on}, werden bei Ihnen die Uhren umgestellt. Zeiten von da an sind schon in der neuen Zeit, ${zone}.`,
    whyChange: 'Warum eine andere Zeit? (freiwillig)',
    move: 'Gespräch verschieben',
    book: 'Diese Zeit buchen',
    keep: 'Für mich freihalten, bis ich nachgesehen habe',
    keptUntil: (until) => `Für Sie freigehalten bis ${until}`,
    keptNote: 'Bis dahin kann sie niemand anders nehmen. Gebucht ist sie noch nicht.',
    bookKept: 'Buchen',
    letGo: 'Freigeben',
    named: 'Zeiten, die Sie genannt haben',
    namedNote: 'Das Team weiß es. Unten steht, was innerhalb dieser Zeiten allen passt.',
    showAll: 'Wieder alle Zeiten zeigen',
    aTime: 'Eine Zeit, die Ihnen passt',
    anotherTime: 'Noch eine (freiwillig)',
    dayLabel: 'Tag',
    from: 'von',
    until: 'bis',
    noneSuit: 'Nichts davon passt mir',
    tellUs: (zone) =>
      `Schreiben Sie uns, wann Sie können (in ${zone}), irgendwann in den nächsten vier Wochen. Das Team sucht eine Zeit darin und antwortet Ihnen.`,
    note: 'Was sollten wir wissen? (freiwillig)',
    sendTimes: 'Meine Zeiten schicken',
    cancel: 'Dieses Gespräch absagen',
    whyCancel: 'Warum? (freiwillig)',
    cancelNote: 'Ihre Bewerbung bleibt; das Team meldet sich bei Ihnen.',
    cancelNow: 'Gespräch absagen',
    nothing: (_said, ownTimes) =>
      ownTimes
        ? 'Noch passt keine der Zeiten, die Sie genannt haben, allen. Ihr Platz bleibt Ihnen: Das Team hat Ihre Zeiten und sucht eine.'
        : 'In diesen Tagen passt keine Zeit allen. Ihr Platz bleibt Ihnen: Bitte sehen Sie später noch einmal nach, oder nennen Sie uns Zeiten, die Ihnen passen.',
  },

  loop: {
    heading: 'Alle Gespräche auf einmal',
    nothing:
      'In den nächsten vier Wochen passt für alle Gespräche zusammen keine Zeit. Ihr Platz bleibt Ihnen; das Team findet Zeiten mit Ihnen.',
    keptNote: 'Bis dahin kann sie niemand anders nehmen. Gebucht sind sie noch nicht.',
    bookKept: 'Alle buchen',
    letGo: 'Freigeben',
    shortest: 'Am kürzesten',
    otherWay: (lasts) => `Eine andere Folge, ${lasts}`,
    already: ' (schon gebucht)',
    timesIn: (zone) => `Alle Zeiten gelten in ${zone}. Es wird nichts gebucht, bevor Sie auf den Knopf drücken, dann aber alles.`,
    book: 'Alle Gespräche buchen',
    keep: 'Für mich freihalten, bis ich nachgesehen habe',
    onOneDay: (length) => `${length} an einem Tag`,
    within: (days) => (days === 1 ? 'innerhalb eines Tages' : `innerhalb von ${days} Tagen`),
  },

  said: {
    withdrawn: 'Ihre Bewerbung ist zurückgezogen. Danke, dass Sie es uns gesagt haben.',
    booked: 'Gebucht. Die Einladung ist unterwegs in Ihr Postfach.',
    'booked-loop': 'Alle Gespräche sind gebucht. Für jedes ist eine Einladung unterwegs in Ihr Postfach.',
    moved: 'Verschoben. Eine neue Einladung ist unterwegs in Ihr Postfach.',
    cancelled: 'Das Gespräch ist abgesagt. Das Team weiß es.',
    zone: 'Die Zeiten gelten jetzt in Ihrer Zeitzone.',
    language: 'Wir schreiben Ihnen von jetzt an in dieser Sprache.',
    held: 'Die Zeit ist eine Weile für Sie freigehalten. Gebucht ist sie noch nicht.',
    released: 'Die Zeit ist wieder frei.',
    named: 'Danke. Das Team hat Ihre Zeiten und antwortet Ihnen.',
    'taken-back': 'Es sind wieder alle Zeiten zu sehen.',
    'asked-access': 'Sie bekommen eine Kopie von allem. Unten steht, bis wann.',
    'asked-erasure': 'Sie haben um die Löschung Ihrer Daten gebeten. Unten steht, bis wann Sie eine Antwort bekommen.',
    'handed-in': 'Danke, Ihre Arbeit ist da. Sie können sie ersetzen, bis sie gelesen ist.',
  },
  notUnderstood: 'Dieses Formular gehört nicht zu dieser Seite. Es wurde nichts geändert; bitte versuchen Sie es noch einmal.',

  linkEnded: {
    title: 'Dieser Link ist abgelaufen',
    heading: 'Dieser Link öffnet nichts',
    text: 'Vielleicht ist er abgelaufen, oder er wurde beim Kopieren abgeschnitten. Nehmen Sie die neueste Mail zu Ihrer Bewerbung, oder lassen Sie sich auf der Karriereseite der Organisation einen neuen Link schicken.',
  },
};
