import { Paper, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../graphql/ask';
import { PostingCoverageDocument, type PostingCoverageQuery, type ReadingFragment } from '../../graphql/generated';
import { useZone } from '../../ui/frame';
import { Shown } from '../../ui/states';
import { dayOfWeek } from '../../ui/time';
import { clockIn, instantIn, minutesOf } from '../../ui/week';
import { words } from '../../words';

const WORDS = words.planning.coverage;
/** Zones that people know others by; they are named first. */
const KNOWN = [
  ...['Pacific/Honolulu', 'America/Los_Angeles', 'America/Denver', 'America/Chicago', 'America/New_York', 'America/Sao_Paulo'],
  ...['Europe/London', 'Africa/Lagos', 'Europe/Berlin', 'Europe/Athens', 'Africa/Johannesburg', 'Africa/Nairobi', 'Asia/Dubai'],
  ...['Asia/Kolkata', 'Asia/Calcutta', 'Asia/Dhaka', 'Asia/Singapore', 'Asia/Shanghai', 'Asia/Tokyo', 'Australia/Sydney'],
  ...['Pacific/Auckland'],
];
const NAMED = 3;

type Zone = PostingCoverageQuery['postingCoverage'][number];
type Hours = NonNullable<ReadingFragment['coreHours']>;

/** What the posting's hours leave of a week to whom, from west to east: zones with one clock, now and after its next change, are one row. */
export function Coverage({ postingId, hours }: { readonly postingId: string; readonly hours: Hours | null }) {
  const query = useQuery({
    queryKey: ['PostingEditor', postingId, 'coverage', hours],
    queryFn: ({ signal }) => ask(PostingCoverageDocument, { postingId }, signal),
  });
  return (
    <Paper withBorder p="md" mt="md" component="section" aria-labelledby="coverage">
      <Title order={2} id="coverage">
        {WORDS.title}
      </Title>
      <Text size="sm" c="dimmed">
        {WORDS.note}
      </Text>
      <Shown query={query}>{({ postingCoverage }) => <World zones={postingCoverage} hours={hours} />}</Shown>
    </Paper>
  );
}

function World({ zones, hours }: { readonly zones: readonly Zone[]; readonly hours: Hours | null }) {
  const own = useZone();
  const now_ms = Date.now();
  const rows = groupsOf(zones, now_ms);
  const most = Math.max(1, ...zones.map((zone) => Math.max(zone.hours, zone.hoursAfter)));
  const clock = hours && clockAround(hours, now_ms);
  return (
    <div className="pane" tabIndex={0} role="region" aria-label={WORDS.byZone}>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="34%">{WORDS.where}</Table.Th>
            {clock && <Table.Th className="unbroken">{WORDS.clock}</Table.Th>}
            <Table.Th w="26%">{WORDS.hours}</Table.Th>
            <Table.Th>{WORDS.changes}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((members) => {
            const { zone, hours: open, hoursAfter, changesAt } = members[0]!;
            return (
              <Table.Tr key={zone}>
                <Table.Td title={members.map((one) => placeOf(one.zone)).join(', ')}>
                  {members
                    .slice(0, NAMED)
                    .map((one) => placeOf(one.zone))
                    .join(', ')}{' '}
                  {members.length > NAMED && (
                    <Text span size="xs" c="dimmed">
                      {WORDS.more(members.length - NAMED)}
                    </Text>
                  )}
                </Table.Td>
                {clock && <Table.Td className="unbroken">{clock(zone)}</Table.Td>}
                <Table.Td>
                  <div className="bar">
                    <div style={{ width: `${(open / most) * 100}%` }} />
                    <span>{hoursOf(open)}</span>
                  </div>
                </Table.Td>
                <Table.Td>
                  {hoursAfter !== open && changesAt && WORDS.change(dayOfWeek(changesAt, own), hoursOf(hoursAfter))}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** What clocks of a zone show while core hours run from their beginning to their end, today. */
function clockAround({ zone, start, end }: Hours, now_ms: number): (zone: string) => string {
  const { year, month, day } = clockIn(zone, now_ms);
  const [from_ms, to_ms] = [start, end].map((time) => instantIn(zone, year, month, day, minutesOf(time))) as [number, number];
  return (there) => `${shown(clockIn(there, from_ms).minute)}–${shown(clockIn(there, to_ms).minute)}`;
}

/** Zones with the same clock and the same hours, now and after the next change; the best known first, groups from west to east. */
function groupsOf(zones: readonly Zone[], now_ms: number): readonly (readonly Zone[])[] {
  const groups = new Map<string, { offset_min: number; members: Zone[] }>();
  for (const zone of zones) {
    const offset_min = offsetOf(zone.zone, now_ms);
    const key = [offset_min, zone.hours, zone.hoursAfter, zone.hours === zone.hoursAfter || zone.changesAt].join(' ');
    const group = groups.get(key) ?? { offset_min, members: [] };
    group.members.push(zone);
    groups.set(key, group);
  }
  return [...groups.values()]
    .sort((a, b) => a.offset_min - b.offset_min || b.members.length - a.members.length)
    .map(({ members }) => members.sort((a, b) => rank(a) - rank(b) || a.zone.localeCompare(b.zone)));
}

function rank({ zone }: Zone): number {
  const at = KNOWN.indexOf(zone);
  return at < 0 ? KNOWN.length : at;
}

/** Minutes that the zone is ahead of UTC. */
function offsetOf(zone: string, now_ms: number): number {
  const { year, month, day, minute } = clockIn(zone, now_ms);
  return Math.round((Date.UTC(year, month - 1, day, 0, minute) - now_ms) / 60_000);
}

function placeOf(zone: string): string {
  return zone.split('/').at(-1)!.replaceAll('_', ' ');
}

function hoursOf(hours: number): string {
  return hours === 0 ? WORDS.none : WORDS.hoursOf(String(Math.round(hours * 10) / 10));
}

function shown(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
