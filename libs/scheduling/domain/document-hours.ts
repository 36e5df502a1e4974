import { isZone } from '#libs/kernel/index.js';
import type { OverlapRule } from './hours.js';

/** What a posting's document says of shared hours ("at least 4 hours with CET"), as far as it matters here. */
export interface DocumentOverlap {
  readonly hours: number | null;
  readonly zone: string | null;
}

/** The working day that "4 hours with Berlin" speaks of, since documents never say it. */
const OFFICE_DAY = { start: '09:00', end: '17:00', days: ['MON', 'TUE', 'WED', 'THU', 'FRI'] } as const;
const OFFICE_DAY_MIN = 480;

/**
 * The shared hours of a document as rules: so many hours of an office day in the zone that it names. Who asks for more than the day has asks for all of it. What
 * names no number or no zone ("UTC-3 to UTC+3") says where people live; no hours follow from it.
 */
export function documentOverlaps(facts: readonly DocumentOverlap[]): OverlapRule[] {
  return facts.flatMap(({ hours, zone }) =>
    hours !== null && hours > 0 && zone !== null && isZone(zone)
      ? [{ ...OFFICE_DAY, zone, least_min: Math.min(Math.round(hours * 60), OFFICE_DAY_MIN) }]
      : [],
  );
}
