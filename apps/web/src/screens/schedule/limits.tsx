import { Button, Group, NumberInput, Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SetInterviewLimitsDocument } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { words } from '../../words';
import type { Availability } from './schedule';

const WORDS = words.schedule.limits;
type Kept = Availability['myAvailability']['limits'];
type NumberName = Exclude<keyof Kept, 'meetingUrl' | '__typename'>;

/** How much one interviews at most, and what is kept free around it. */
export function Limits({ limits }: { readonly limits: Kept }) {
  const [typed, setTyped] = useState({ ...limits, meetingUrl: limits.meetingUrl ?? '' });
  const queries = useQueryClient();
  const save = useCommand(SetInterviewLimitsDocument, {
    onDone: () => {
      tellDone(WORDS.saved);
      void queries.invalidateQueries({ queryKey: ['MyAvailability'] });
    },
  });
  const number = (name: NumberName, label: string, most: number, placeholder?: string) => (
    <NumberInput
      label={label}
      placeholder={placeholder}
      min={0}
      max={most}
      allowDecimal={false}
      value={typed[name] ?? ''}
      onChange={(value) => setTyped({ ...typed, [name]: value === '' ? null : Number(value) })}
    />
  );
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="limits">
      <Title order={2} id="limits" mb={4}>
        {WORDS.title}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {WORDS.note}
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.run({ ...typed, restMin: typed.restMin ?? 0, meetingUrl: typed.meetingUrl.trim() || null });
        }}
      >
        <Stack gap="sm">
          <SimpleGrid cols={2} spacing="sm">
            {number('perDay', WORDS.perDay, 20, WORDS.none)}
            {number('perWeek', WORDS.perWeek, 60, WORDS.none)}
            {number('bufferBeforeMin', WORDS.before, 120)}
            {number('bufferAfterMin', WORDS.after, 120)}
          </SimpleGrid>
          {number('restMin', WORDS.rest, 480)}
          <TextInput
            label={`${WORDS.url} (${words.optional})`}
            type="url"
            placeholder="https://"
            value={typed.meetingUrl}
            onChange={(event) => setTyped({ ...typed, meetingUrl: event.currentTarget.value })}
            maxLength={2000}
          />
          <Group justify="flex-end">
            <Button type="submit" variant="default" loading={save.busy}>
              {WORDS.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
