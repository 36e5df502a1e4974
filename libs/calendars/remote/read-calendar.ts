import type { CalendarAddress } from '../domain/calendar-address.js';
import type { Interval } from '#libs/kernel/index.js';
import { guardedFetch, Unreachable, type GuardedAnswer } from './guarded-fetch.js';

/** What a calendar's server answered: its text, or that nothing has changed since `etag`. */
export type CalendarRead = { readonly text: string; readonly etag: string | null } | 'UNCHANGED';

/**
 * Reads a calendar for some days. An ICS address is read as it is, with its ETag; a CalDAV collection is asked when its owner is busy (RFC 4791 §7.10), or for
 * the events of these days where the server does not know that question. Either way it is asked for whatever comes back besides, which is followed here: there
 * are servers that find such events on their first day only (Xandikos 0.2).
 * @throws Unreachable
 */
export async function readCalendar(
  address: CalendarAddress,
  etag: string | null,
  window: Interval,
  hosts: readonly string[],
): Promise<CalendarRead> {
  if (address.kind === 'ICS') return readIcs(address, etag, hosts);
  const busy = await report(address, freeBusyQuery(window), hosts);
  if (busy.status === 401) throw new Unreachable(NOT_LET_IN);
  if (busy.status === 404) throw new Unreachable(NOT_THERE);
  const comesBack = await report(address, calendarQuery(COMES_BACK), hosts);
  const recurring = comesBack.status === 207 ? calendarsIn(comesBack.text) : [];
  if (busy.status === 200 && /BEGIN:VFREEBUSY/.test(busy.text))
    return { text: [busy.text, ...recurring].join('\r\n'), etag: null };
  const events = await report(address, calendarQuery(range(window)), hosts);
  if (events.status === 401 || events.status === 403) throw new Unreachable(NOT_LET_IN);
  if (events.status !== 207) throw new Unreachable(`The server does not answer as a CalDAV calendar does (${events.status}).`);
  // One that comes back on these days is in both answers; its times are the same.
  return { text: [...new Set([...calendarsIn(events.text), ...recurring])].join('\r\n') || EMPTY, etag: null };
}

const NOT_LET_IN = 'The server does not let Rounds in. Check user and password, or copy the address anew.';
const NOT_THERE = 'There is no calendar at this address any more. Copy the address anew.';
const EMPTY = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Rounds//EN\r\nEND:VCALENDAR\r\n';

async function readIcs(address: CalendarAddress, etag: string | null, hosts: readonly string[]): Promise<CalendarRead> {
  const headers = { accept: 'text/calendar, */*;q=0.1', ...login(address), ...(etag !== null && { 'if-none-match': etag }) };
  const { status, headers: said, text } = await guardedFetch(address.url, { method: 'GET', headers }, hosts);
  if (status === 304 && etag !== null) return 'UNCHANGED';
  if (status === 401 || status === 403) throw new Unreachable(NOT_LET_IN);
  if (status === 404 || status === 410) throw new Unreachable(NOT_THERE);
  if (status !== 200) throw new Unreachable(`The server answered ${status}.`);
  return { text, etag: said.etag !== undefined && said.etag.length <= 500 ? said.etag : null };
}

function report(address: CalendarAddress, body: string, hosts: readonly string[]): Promise<GuardedAnswer> {
  const headers = { 'content-type': 'application/xml; charset=utf-8', depth: '1', ...login(address) };
  return guardedFetch(address.url, { method: 'REPORT', headers, body }, hosts);
}

/** Basic authentication (RFC 7617), which only ever travels to the server that was named. */
function login({ username, password }: CalendarAddress): { authorization?: string } {
  if (username === null) return {};
  return { authorization: `Basic ${Buffer.from(`${username}:${password ?? ''}`, 'utf8').toString('base64')}` };
}

function freeBusyQuery(window: Interval): string {
  return `<?xml version="1.0" encoding="utf-8"?><C:free-busy-query xmlns:C="urn:ietf:params:xml:ns:caldav">${range(window)}</C:free-busy-query>`;
}

/** Events that have a rule by which they come back (RFC 4791 §9.7.2). */
const COMES_BACK = '<C:prop-filter name="RRULE"/>';

function calendarQuery(events: string): string {
  return `<?xml version="1.0" encoding="utf-8"?><C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><C:calendar-data/></D:prop><C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">${events}</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>`;
}

function range({ start_ms, end_ms }: Interval): string {
  const utc = (at_ms: number): string => new Date(at_ms).toISOString().replace(/[-:]|\.\d{3}/g, '');
  return `<C:time-range start="${utc(start_ms)}" end="${utc(end_ms)}"/>`;
}

const CALENDAR_DATA = /<(?:[\w.-]+:)?calendar-data(?:\s[^>]*)?>([\s\S]*?)<\/(?:[\w.-]+:)?calendar-data\s*>/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The calendars in a multistatus answer. Nothing else of the XML matters, and calendar text holds no markup but what is escaped. */
function calendarsIn(xml: string): string[] {
  return [...xml.matchAll(CALENDAR_DATA)].map(([, data]) => {
    const plain = data!.trim();
    if (plain.startsWith('<![CDATA[')) return plain.slice(9, plain.lastIndexOf(']]>'));
    return plain.replace(
      /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|quot|apos|amp));/g,
      (_, decimal?: string, hex?: string, name?: string) =>
        name !== undefined
          ? ENTITIES[name]!
          : String.fromCodePoint(Math.min(decimal !== undefined ? Number(decimal) : parseInt(hex!, 16), 0x10ffff)),
    );
  });
}
