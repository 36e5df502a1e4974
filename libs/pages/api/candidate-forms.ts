import type { FastifyRequest } from 'fastify';
import { isId } from '#libs/kernel/index.js';
import { NAMED_ROWS } from '../views/schedule-page.js';
import { instantOn } from './wall-time.js';

type Fields = Readonly<Record<string, string>>;

/** The times named in the form, on the candidate's clock. A line that is begun and not finished makes a time that the use case refuses by its number. */
export function windowsIn(fields: Fields, zone: string): { startsAt: Date; endsAt: Date }[] {
  const lines = Array.from({ length: NAMED_ROWS }, (_, at) =>
    ['day', 'from', 'until'].map((name) => fields[`${name}${at}`]?.trim() ?? ''),
  );
  return lines
    .filter((line) => line.some((value) => value !== ''))
    .map(([day, from, until]) => ({ startsAt: instantOn(day!, from!, zone), endsAt: instantOn(day!, until!, zone) }));
}

/** The rounds' times as the page wrote them. */
export function startsIn({ starts = '' }: Fields): Date[] {
  return starts.split(',').map((text) => new Date(text));
}

/** Another round of theirs that the candidate looks at. */
export function roundOf(request: FastifyRequest): string | null {
  const { round } = request.query as { round?: unknown };
  return isId(round) ? round : null;
}
