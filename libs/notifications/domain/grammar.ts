import type { Language } from '#libs/kernel/index.js';

/** A zone's clocks that are put forward or back shortly before a time, as its reader is told. */
export interface ClockChange {
  /** The city that names the zone; null: the reader's own clocks. */
  readonly place: string | null;
  /** "Sunday 25 October" */
  readonly day: string;
  readonly back: boolean;
  readonly by_min: number;
}

/** How a language says days, times, lengths and lists. */
export interface Grammar {
  readonly locale: string;
  day(weekday: string, date: string): string;
  /** The words around a clock time: "14:00 CET". */
  clock(time: string, zone: string): string;
  readonly until: string;
  /** Between a time and the same time where the others are. */
  readonly whichIs: string;
  readonly and: string;
  hours(count: number): string;
  minutes(count: number): string;
  clocksChange(change: ClockChange): string;
}

function counted(one: string, many: string): (count: number) => string {
  return (count) => `${count} ${count === 1 ? one : many}`;
}

const english: Grammar = {
  locale: 'en-GB',
  day: (weekday, date) => `${weekday} ${date}`,
  clock: (time, zone) => `${time} ${zone}`,
  until: ' to ',
  whichIs: 'which is ',
  and: ' and ',
  hours: counted('hour', 'hours'),
  minutes: counted('minute', 'minutes'),
  clocksChange: ({ place, day, back, by_min }) =>
    `${place === null ? 'your clocks' : `clocks in ${place}`} go ${back ? 'back' : 'forward'} ${lengthIn(english, by_min)} on ${day}`,
};

const german: Grammar = {
  locale: 'de-DE',
  day: (weekday, date) => `${weekday}, ${date}`,
  clock: (time, zone) => `${time} Uhr ${zone}`,
  until: ' bis ',
  whichIs: 'das ist ',
  and: ' und ',
  hours: counted('Stunde', 'Stunden'),
  minutes: counted('Minute', 'Minuten'),
  clocksChange: ({ place, day, back, by_min }) =>
    `${place === null ? 'Ihre Uhren' : `die Uhren in ${place}`} werden am ${day}, um ${lengthIn(german, by_min)} ${back ? 'zurückgestellt' : 'vorgestellt'}`,
};

const GRAMMARS: Readonly<Record<Language, Grammar>> = { en: english, de: german };

export function grammarOf(language: Language): Grammar {
  return GRAMMARS[language];
}

/** "45 minutes", "1 hour", "1 hour 30 minutes". @throws RangeError when it is not a whole positive number. */
export function lengthIn(grammar: Grammar, length_min: number): string {
  if (!Number.isInteger(length_min) || length_min <= 0) throw new RangeError(`${length_min} is not a length in minutes`);
  const hours = Math.floor(length_min / 60);
  const minutes = length_min % 60;
  return [hours > 0 ? grammar.hours(hours) : '', minutes > 0 ? grammar.minutes(minutes) : '']
    .filter((part) => part !== '')
    .join(' ');
}
