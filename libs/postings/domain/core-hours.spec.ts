import { describe, expect, it } from '@jest/globals';
import { parsePosting } from './parse-posting.js';
import { coreHoursDays, type PostingDocument } from './posting-document.js';

const posting = (...sentences: string[]): PostingDocument => parsePosting(`# Backend Engineer\n\n${sentences.join('\n\n')}\n`);
const hours = (sentence: string): string => {
  const { coreHours } = posting(sentence);
  return coreHours === null
    ? 'none'
    : `${coreHours.start}-${coreHours.end} ${coreHours.zone}${coreHours.days.map((day) => ` ${day}`).join('')}`;
};
const faults = (...sentences: string[]): string[] =>
  posting(...sentences).diagnostics.filter(({ field, severity }) => field === 'coreHours' && severity !== 'info').map(({ code }) => code); // prettier-ignore

describe('core hours', () => {
  it.each([
    ['Our core hours are 10 AM - 5 PM Eastern.', '10:00-17:00 America/New_York'],
    ['Core hours: 9:30 – 14:00 CET', '09:30-14:00 Europe/Brussels'],
    ['The core team hours are: 3pm to 6pm UK time.', '15:00-18:00 Europe/London'],
    ['You should make time between 2 PM and 8 PM UTC for calls.', '14:00-20:00 UTC'],
    ['Core hours are 2-8 PM UTC.', '14:00-20:00 UTC'],
    ['Core hours are 9 to 12 noon Pacific (Los Angeles), Monday-Thursday.', 'none'],
    ['Core hours are 9am to noon Pacific (Los Angeles), Monday-Thursday.', '09:00-12:00 America/Los_Angeles MON TUE WED THU'],
    [
      'We ask for overlap with core hours, 10:00 to 15:00 Europe/Athens on weekdays.',
      '10:00-15:00 Europe/Athens MON TUE WED THU FRI',
    ],
    ['Core hours (UTC): 13:00-17:00 on Tuesdays and Thursdays.', '13:00-17:00 UTC TUE THU'],
    ['Core hours are 10 AM ET to 4 PM ET.', '10:00-16:00 America/New_York'],
    ['Core hours are 11am-3pm Berlin time.', '11:00-15:00 Europe/Berlin'],
    ['Core hours are noon to midnight UTC.', '12:00-24:00 UTC'],
    ['Core hours: 14-18h UTC', '14:00-18:00 UTC'],
    ['Core hours are 9am - 2pm UTC-5.', '09:00-14:00 Etc/GMT+5'],
  ])('reads "%s" as %s', (sentence, expected) => {
    expect(hours(sentence)).toBe(expected);
  });

  it.each([
    'You may start anywhere between 7 and 11 AM Eastern.',
    'Night shifts run from 10 PM to 6 AM UTC.',
    'You will need 20 hours/week overlap with EST.',
    'On-call is noon to midnight US Eastern time on rotating weekdays.',
    'Our office hours are 9 AM - 5 PM CET.',
    'We work in UTC+3 to UTC-8.',
    'Customers get support between 9 AM and 5 PM CET.',
    'We raised between 2 and 8 million.',
    'We saw 10-15 UTC-based teams.',
  ])('takes none from "%s"', (sentence) => {
    expect(hours(sentence)).toBe('none');
  });

  it.each([
    ['Core hours are 9 AM to 5 PM Mars/Phobos.', 'CORE_HOURS_ZONE_UNKNOWN'],
    ['Core hours are 10am-3pm in a local timezone.', 'CORE_HOURS_ZONE_MISSING'],
    ['Core hours are 6 PM to 9 AM UTC.', 'CORE_HOURS_REVERSED'],
    ['Core hours are 10:00 to 10:00 UTC.', 'CORE_HOURS_REVERSED'],
    ['Core hours are 25:00 to 27:00 UTC.', 'CORE_HOURS_IMPOSSIBLE'],
    ['Core hours are 10-5 Eastern.', 'CORE_HOURS_AMBIGUOUS'],
    ['Core hours are 9 AM to 5 PM IST.', 'CORE_HOURS_ZONE_UNKNOWN'],
  ])('refuses "%s" and says why', (sentence, code) => {
    expect(hours(sentence)).toBe('none');
    expect(faults(sentence)).toEqual([code]);
  });

  it('refuses two different windows, with both lines', () => {
    const { coreHours, diagnostics } = posting('Core hours are 10 AM to 4 PM UTC.', 'Our core hours are 9:00-15:00 UTC.');
    expect(coreHours).toBeNull();
    expect(diagnostics.find(({ code }) => code === 'CORE_HOURS_CONTRADICTORY')).toMatchObject({ severity: 'error', line: 5 });
  });

  it('takes the same window said twice', () => {
    expect(posting('Core hours are 10 AM to 4 PM UTC.', 'Core hours: 10:00-16:00 UTC.').coreHours).not.toBeNull();
  });

  it('asks about zones that are names for half a year', () => {
    expect(faults('Core hours are 10 AM - 5 PM EST.')).toEqual(['CORE_HOURS_ZONE_UNCERTAIN']);
  });

  it('leaves weekdays open that are not named, says so, and counts Monday to Friday then', () => {
    const { coreHours, diagnostics } = posting('Core hours are 10 AM - 5 PM UTC.');
    expect(coreHours?.days).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toContain('CORE_HOURS_DAYS_MISSING');
    expect(coreHoursDays(coreHours!)).toEqual(['MON', 'TUE', 'WED', 'THU', 'FRI']);
  });
});
