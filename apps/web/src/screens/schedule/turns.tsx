import {
  ActionIcon,
  Button,
  Group,
  NativeSelect,
  NumberInput,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SetOnCallTurnsDocument } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { DaysChoice } from '../../ui/days-choice';
import { Icon } from '../../ui/icons';
import { day } from '../../ui/time';
import { ZoneSelect } from '../../ui/zone-select';
import { words } from '../../words';
import type { Availability } from './schedule';

const WORDS = words.schedule.turns;
const DAY_NAMES: Readonly<Record<string, string>> = words.schedule.dayNames;
type Turn = Availability['myAvailability']['turns'][number];
type Typed = Omit<Turn, 'id' | '__typename'>;

/** When one is on call, every few weeks. All turns are kept at once, so adding and removing write the whole list. */
export function Turns({ turns, zone }: { readonly turns: readonly Turn[]; readonly zone: string }) {
  const [adding, setAdding] = useState(false);
  const queries = useQueryClient();
  const set = useCommand(SetOnCallTurnsDocument);
  const keep = (next: readonly Typed[], said: string) =>
    set.run(
      {
        turns: next.map(({ zone: of, days, starts, ends, everyWeeks, firstWeek, effect }) => {
          return { zone: of, days: [...days], starts, ends, everyWeeks, firstWeek, effect };
        }),
      },
      {
        onSuccess: ({ __typename }) => {
          if (__typename !== 'AvailabilityPayload') return;
          tellDone(said);
          setAdding(false);
          void queries.invalidateQueries({ queryKey: ['MyAvailability'] });
        },
      },
    );
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="turns">
      <Title order={2} id="turns" mb="xs">
        {WORDS.title}
      </Title>
      {turns.length === 0 && (
        <Text size="sm" c="dimmed">
          {WORDS.none}
        </Text>
      )}
      <ul className="plain">
        {turns.map((turn) => (
          <Group key={turn.id} component="li" justify="space-between" wrap="nowrap">
            <Text size="sm">{sayTurn(turn)}</Text>
            <ActionIcon
              variant="subtle"
              color="gray"
              loading={set.busy}
              onClick={() =>
                keep(
                  turns.filter(({ id }) => id !== turn.id),
                  WORDS.removed,
                )
              }
              aria-label={words.schedule.remove(sayTurn(turn))}
            >
              <Icon name="cross" size={16} />
            </ActionIcon>
          </Group>
        ))}
      </ul>
      {adding ? (
        <Add zone={zone} busy={set.busy} onAdd={(turn) => keep([...turns, turn], WORDS.added)} onClose={() => setAdding(false)} />
      ) : (
        <Button variant="default" mt="sm" onClick={() => setAdding(true)}>
          {WORDS.add}
        </Button>
      )}
    </Paper>
  );
}

function sayTurn({ days, starts, ends, zone, everyWeeks, firstWeek, effect }: Turn): string {
  const names = days.map((one) => DAY_NAMES[one] ?? one).join(', ');
  const since = WORDS.since(day(`${firstWeek}T12:00:00Z`, 'UTC'));
  return `${names} ${starts}–${ends} ${zone.replaceAll('_', ' ')}, ${WORDS.every(everyWeeks)} ${since}: ${WORDS.effects[effect] ?? effect}`;
}

function Add({
  zone,
  busy,
  onAdd,
  onClose,
}: {
  readonly zone: string;
  readonly busy: boolean;
  readonly onAdd: (turn: Typed) => void;
  readonly onClose: () => void;
}) {
  const [turn, setTurn] = useState<Typed>({
    ...{ zone, days: ['MON', 'TUE', 'WED', 'THU', 'FRI'], starts: '12:00', ends: '24:00' },
    ...{ everyWeeks: 4, firstWeek: '', effect: 'BUSY' },
  });
  const change = (next: Partial<Typed>) => setTurn({ ...turn, ...next });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onAdd(turn);
      }}
    >
      <Stack gap="sm" mt="sm">
        <DaysChoice value={turn.days} onChange={(days) => change({ days })} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput
            type="time"
            label={words.schedule.from}
            required
            value={turn.starts}
            onChange={(event) => change({ starts: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            label={words.schedule.to}
            required
            value={turn.ends === '24:00' ? '00:00' : turn.ends}
            onChange={(event) => change({ ends: event.currentTarget.value === '00:00' ? '24:00' : event.currentTarget.value })}
          />
          <ZoneSelect value={turn.zone} onChange={(next) => change({ zone: next })} />
          <NativeSelect
            label={WORDS.effect}
            value={turn.effect}
            onChange={(event) => change({ effect: event.currentTarget.value })}
            data={Object.entries(WORDS.effects).map(([value, label]) => ({ value, label }))}
          />
          <NumberInput
            label={WORDS.weeks}
            min={1}
            max={53}
            allowDecimal={false}
            value={turn.everyWeeks}
            onChange={(value) => change({ everyWeeks: Number(value) || 1 })}
          />
          <TextInput
            type="date"
            label={WORDS.first}
            required
            value={turn.firstWeek}
            onChange={(event) => change({ firstWeek: event.currentTarget.value })}
          />
        </SimpleGrid>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={busy} disabled={turn.days.length === 0 || !turn.firstWeek}>
            {WORDS.add}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
