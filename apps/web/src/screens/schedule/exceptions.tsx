import { ActionIcon, Badge, Button, Checkbox, Group, Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AddHoursExceptionDocument, RemoveHoursExceptionDocument } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { maySearchCandidates, useFrame } from '../../ui/frame';
import { Icon } from '../../ui/icons';
import { day } from '../../ui/time';
import { words } from '../../words';
import type { Availability } from './schedule';

const WORDS = words.schedule.exceptions;
type Exception = Availability['myAvailability']['exceptions'][number];
const EMPTY = { from: '', to: '', name: '', starts: '', ends: '', everybody: false };

/** Days that are not as every week: leave, holidays, or other hours for once. */
export function Exceptions({ exceptions }: { readonly exceptions: readonly Exception[] }) {
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="exceptions">
      <Title order={2} id="exceptions" mb="xs">
        {WORDS.title}
      </Title>
      {exceptions.length === 0 && (
        <Text size="sm" c="dimmed">
          {WORDS.none}
        </Text>
      )}
      <ul className="plain">
        {exceptions.map((one) => (
          <Row key={one.id} exception={one} />
        ))}
      </ul>
      <Add />
    </Paper>
  );
}

function useReadAgain(said: string) {
  const queries = useQueryClient();
  return () => {
    tellDone(said);
    void queries.invalidateQueries({ queryKey: ['MyAvailability'] });
  };
}

/** "5 Mar 2030 – 9 Mar 2030"; days are dates of a calendar and lie in no zone. */
function daysOf({ from, to }: Pick<Exception, 'from' | 'to'>): string {
  const said = (date: string) => day(`${date}T12:00:00Z`, 'UTC');
  return from === to ? said(from) : words.schedule.week(said(from), said(to));
}

function Row({ exception }: { readonly exception: Exception }) {
  const frame = useFrame();
  const onDone = useReadAgain(WORDS.removed);
  const remove = useCommand(RemoveHoursExceptionDocument, { keyed: false, onDone });
  const { id, everybody, starts, ends, name } = exception;
  return (
    <Group component="li" justify="space-between" wrap="nowrap">
      <Text size="sm">
        {daysOf(exception)} · {starts && ends ? WORDS.hours(starts, ends) : WORDS.allDay}
        {name && ` · ${name}`}{' '}
        {everybody && (
          <Badge variant="light" color="gray">
            {WORDS.ofAll}
          </Badge>
        )}
      </Text>
      {(!everybody || maySearchCandidates(frame)) && (
        <ActionIcon
          variant="subtle"
          color="gray"
          loading={remove.busy}
          onClick={() => remove.run({ exceptionId: id })}
          aria-label={words.schedule.remove(name || daysOf(exception))}
        >
          <Icon name="cross" size={16} />
        </ActionIcon>
      )}
    </Group>
  );
}

function Add() {
  const frame = useFrame();
  const [typed, setTyped] = useState(EMPTY);
  const [withHours, setWithHours] = useState(false);
  const told = useReadAgain(withHours ? WORDS.addedHours : WORDS.added);
  const add = useCommand(AddHoursExceptionDocument, {
    onDone: () => {
      told();
      setTyped(EMPTY);
      setWithHours(false);
    },
  });
  const field = (name: Exclude<keyof typeof EMPTY, 'everybody'>, label: string, type: string, required = true) => (
    <TextInput
      type={type}
      label={required ? label : `${label} (${words.optional})`}
      required={required}
      value={typed[name]}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
      maxLength={100}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const { starts, ends, name, ...rest } = typed;
        add.run({ ...rest, name: name.trim() || null, ...(withHours && { starts, ends }) });
      }}
    >
      <Stack gap="xs" mt="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          {field('from', WORDS.from, 'date')}
          {field('to', WORDS.to, 'date')}
        </SimpleGrid>
        {field('name', WORDS.what, 'text', false)}
        <Checkbox label={WORDS.otherHours} checked={withHours} onChange={(event) => setWithHours(event.currentTarget.checked)} />
        {withHours && (
          <SimpleGrid cols={2} spacing="sm">
            {field('starts', WORDS.starts, 'time')}
            {field('ends', WORDS.ends, 'time')}
          </SimpleGrid>
        )}
        {maySearchCandidates(frame) && (
          <Checkbox
            label={WORDS.everybody}
            description={WORDS.everybodyNote}
            checked={typed.everybody}
            onChange={(event) => setTyped({ ...typed, everybody: event.currentTarget.checked })}
          />
        )}
        <Button type="submit" variant="default" loading={add.busy} disabled={!typed.from || !typed.to}>
          {WORDS.add}
        </Button>
      </Stack>
    </form>
  );
}
