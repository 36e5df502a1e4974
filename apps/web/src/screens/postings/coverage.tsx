import { Paper, Table, Text, Title } from '@mantine/core';
import type { ReadingFragment } from '../../graphql/generated';
import { clockIn, instantIn, minutesOf } from '../../ui/week';
import { words } from '../../words';

const WORDS = words.postings.coverage;
/** From the date line eastward, where many people work. */
const ZONES = [
  'Pacific/Honolulu',
  'America/Los_Angeles',
  'America/Denver',
  'America/New_York',
  'America/Sao_Paulo',
  'UTC',
  'Africa/Lagos',
  'Europe/Berlin',
  'Africa/Nairobi',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Pacific/Auckland',
] as const;
const MORNING_MIN = 7 * 60;
const EVENING_MIN = 22 * 60;

/** What the core hours are on clocks around the world today, and where they lie in the night. */
export function Coverage({ hours }: { readonly hours: NonNullable<ReadingFragment['coreHours']> }) {
  const { year, month, day } = clockIn(hours.zone, Date.now());
  const from_ms = instantIn(hours.zone, year, month, day, minutesOf(hours.start));
  const to_ms = instantIn(hours.zone, year, month, day, minutesOf(hours.end));
  return (
    <Paper withBorder p="md" mt="md" component="section" aria-labelledby="coverage">
      <Title order={2} id="coverage">
        {WORDS.title}
      </Title>
      <Text size="sm" c="dimmed">
        {WORDS.note}
      </Text>
      <Table verticalSpacing={4}>
        <Table.Tbody>
          {ZONES.map((zone) => {
            const [from, to] = [clockIn(zone, from_ms).minute, clockIn(zone, to_ms).minute];
            const night = from < MORNING_MIN || to > EVENING_MIN || to < from;
            return (
              <Table.Tr key={zone}>
                <Table.Td>{zone.split('/').at(-1)!.replaceAll('_', ' ')}</Table.Td>
                <Table.Td>{`${shown(from)}–${shown(to)}`}</Table.Td>
                <Table.Td>{night ? WORDS.night : WORDS.day}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function shown(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
