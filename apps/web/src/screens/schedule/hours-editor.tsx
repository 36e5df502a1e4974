import { ActionIcon, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { SetWeeklyHoursDocument } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { DaysChoice } from '../../ui/days-choice';
import { useDraft } from '../../ui/drafts';
import { Icon } from '../../ui/icons';
import type { WeeklyHours } from '../../ui/week';
import { ZoneSelect } from '../../ui/zone-select';
import { words } from '../../words';
import type { Availability } from './schedule';

const WORDS = words.schedule;

/** When one holds interviews, every week. */
export function HoursEditor({ hours, zone }: { readonly hours: Availability['myAvailability']['hours']; readonly zone: string }) {
  const initial = JSON.stringify(hours.map(({ days, starts, ends, zone }) => ({ days, starts, ends, zone })));
  const [text, setText, changed, drop] = useDraft('hours', initial);
  const typed = JSON.parse(text) as WeeklyHours[];
  const queries = useQueryClient();
  const save = useCommand(SetWeeklyHoursDocument, {
    onDone: () => {
      drop();
      tellDone(WORDS.saved);
      void queries.invalidateQueries({ queryKey: ['MyAvailability'] });
    },
  });
  const set = (at: number, change: Partial<WeeklyHours>) =>
    setText(JSON.stringify(typed.map((one, index) => (index === at ? { ...one, ...change } : one))));
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="hours">
      <Group justify="space-between">
        <Title order={2} id="hours">
          {WORDS.hours}
        </Title>
        <Group gap="xs">
          {changed && (
            <Button size="xs" variant="default" onClick={drop}>
              {words.cancel}
            </Button>
          )}
          <Button
            size="xs"
            disabled={!changed}
            loading={save.busy}
            onClick={() => save.run({ hours: typed.map((one) => ({ ...one, days: [...one.days] })) })}
          >
            {WORDS.save}
          </Button>
        </Group>
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {typed.length === 0 ? WORDS.noHours : WORDS.hoursNote} {changed && WORDS.unsaved}
      </Text>
      <Stack>
        {typed.map((one, at) => (
          <Stack key={at} gap="xs">
            <Group align="flex-end" gap="sm">
              <TextInput
                type="time"
                label={WORDS.from}
                value={one.starts}
                onChange={(event) => set(at, { starts: event.currentTarget.value })}
              />
              <TextInput
                type="time"
                label={WORDS.to}
                value={one.ends}
                onChange={(event) => set(at, { ends: event.currentTarget.value })}
              />
              <ZoneSelect value={one.zone} onChange={(next) => set(at, { zone: next })} />
              <ActionIcon
                variant="default"
                size="lg"
                onClick={() => setText(JSON.stringify(typed.filter((_, index) => index !== at)))}
                aria-label={WORDS.remove(`${one.starts}–${one.ends}`)}
              >
                <Icon name="cross" size={16} />
              </ActionIcon>
            </Group>
            <DaysChoice value={one.days} onChange={(days) => set(at, { days })} />
          </Stack>
        ))}
        <Button
          variant="default"
          w="fit-content"
          onClick={() =>
            setText(
              JSON.stringify([...typed, { days: ['MON', 'TUE', 'WED', 'THU', 'FRI'], starts: '09:00', ends: '17:00', zone }]),
            )
          }
        >
          {WORDS.add}
        </Button>
      </Stack>
    </Paper>
  );
}
