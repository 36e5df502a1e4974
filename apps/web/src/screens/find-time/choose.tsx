import { Alert, Button, Grid, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { FindTimeQuery } from '../../graphql/generated';
import { clock, dayOfWeek, moment, weekday } from '../../ui/time';
import { clockIn, hoursShown, instantOfLocal, spanOf } from '../../ui/week';
import { words } from '../../words';
import { NoTimes } from '../application/slots';
import type { Look } from './find-time';
import { type SlotList, type Week, lanesOf } from './lanes';
import { AskThem, OneTime } from './one-time';
import { Key, Picture } from './picture';
import classes from './find-time.module.css';

const WORDS = words.findTime;
const SLOTS = words.application.slots;
type Application = FindTimeQuery['application'];

export interface ChooseProps {
  readonly application: Application;
  readonly week: Week;
  readonly list: SlotList;
  readonly refusal?: string;
  readonly days: readonly number[];
  readonly look: Look;
  readonly go: (change: Partial<Look>) => void;
  readonly readAgain: () => void;
}

/** The week, a day of it hour by hour, and the time that is chosen. */
export function Choose(props: ChooseProps) {
  const { application, week, list, refusal, days, look, go } = props;
  const { zone, at } = look;
  const dayOf = (iso: string) =>
    days.findIndex((from_ms, index) => index < 7 && Date.parse(iso) >= from_ms && Date.parse(iso) < days[index + 1]!);
  const counts = Array.from({ length: 7 }, (_, index) => list.slots.filter(({ startsAt }) => dayOf(startsAt) === index).length);
  const today = dayOf(new Date().toISOString());
  const first = counts.findIndex((count) => count > 0);
  const [picked, setPicked] = useState<{ week: number; day: number } | null>(null);
  const ofAt = at ? dayOf(at) : -1;
  const shown = picked?.week === days[0] ? picked!.day : ofAt >= 0 ? ofAt : first >= 0 ? first : Math.min(4, Math.max(today, 0));
  const lanes = lanesOf(week, application.candidate.name, list.slots);
  const law = week.law?.map(spanOf) ?? null;
  const hours = hoursShown([...(law ?? week.candidate.hours?.map(spanOf) ?? []), ...list.slots.map(spanOf)], days);
  const spans = days.slice(0, 7).map((from_ms, index) => ({ from_ms, to_ms: days[index + 1]! }));
  const iso = (index: number) => new Date(days[index]!).toISOString();
  const slot = list.slots.find(({ startsAt }) => startsAt === at) ?? null;
  const chosen = at && { startsAt: at, endsAt: new Date(Date.parse(at) + week.durationMin * 60_000).toISOString() };
  const ofDay = list.slots.filter(({ startsAt }) => dayOf(startsAt) === shown);
  const axis = [...new Set([zone, week.candidate.zone])];
  return (
    <Stack>
      {list.none && <NoTimes none={list.none} />}
      {refusal && (
        <Alert color="yellow" variant="light">
          {refusal}
        </Alert>
      )}
      <div>
        <div className={`${classes.picture} ${classes.week}`} tabIndex={0} role="region" aria-label={WORDS.week}>
          <Picture
            {...{ lanes, hours, law, chosen: chosen || null }}
            days={spans}
            head={
              <>
                <div className={classes.name} />
                {counts.map((count, index) => (
                  <button
                    key={index}
                    type="button"
                    className={classes.head}
                    aria-pressed={index === shown}
                    onClick={() => setPicked({ week: days[0]!, day: index })}
                  >
                    {dayOfWeek(iso(index), zone)}
                    <small>{WORDS.times(count)}</small>
                  </button>
                ))}
              </>
            }
          />
        </div>
        <Key />
      </div>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Group gap="xs" hiddenFrom="sm" mb="xs" role="group" aria-label={WORDS.days}>
            {counts.map((count, index) => (
              <Button
                key={index}
                size="compact-sm"
                variant={index === shown ? 'filled' : 'default'}
                aria-pressed={index === shown}
                onClick={() => setPicked({ week: days[0]!, day: index })}
              >
                {dayOfWeek(iso(index), zone)} ({count})
              </Button>
            ))}
          </Group>
          <Title order={2} mb={4}>
            {weekday(iso(shown), zone)}
          </Title>
          <Text size="sm" c="dimmed" mb="xs">
            {WORDS.pictureNote}
          </Text>
          <div className={classes.picture} tabIndex={0} role="region" aria-label={WORDS.picture(weekday(iso(shown), zone))}>
            <Picture
              {...{ lanes, hours, law, axis, chosen: chosen || null }}
              days={[spans[shown]!]}
              onPick={(at_ms) => go({ at: new Date(at_ms).toISOString() })}
            />
          </div>
          {ofDay.length === 0 ? (
            <Text c="dimmed" mt="sm">
              {WORDS.noneOn}
            </Text>
          ) : (
            <div className={classes.times} role="group" aria-label={WORDS.offeredOn(weekday(iso(shown), zone))}>
              {ofDay.map(({ startsAt }) => (
                <button
                  key={startsAt}
                  type="button"
                  className={classes.time}
                  aria-pressed={startsAt === at}
                  onClick={() => go({ at: startsAt })}
                >
                  {clock(startsAt, zone)}
                </button>
              ))}
            </div>
          )}
          <TypedTime key={iso(shown)} day={iso(shown)} zone={zone} onChoose={(startsAt) => go({ at: startsAt })} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Paper withBorder p="md" component="section" aria-labelledby="why">
            <Title order={2} id="why" mb="xs">
              {at ? moment(at, zone) : WORDS.why.title}
            </Title>
            {!at && <Text c="dimmed">{WORDS.why.choose}</Text>}
            {at && <OneTime {...props} key={at} at={at} slot={slot} />}
            {!list.moves && <AskThem {...props} />}
          </Paper>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

/** For who has no pointer, or a time in mind. */
function TypedTime({
  day,
  zone,
  onChoose,
}: {
  readonly day: string;
  readonly zone: string;
  readonly onChoose: (startsAt: string) => void;
}) {
  const { year, month, day: date } = clockIn(zone, Date.parse(day));
  const two = (number: number) => String(number).padStart(2, '0');
  const [typed, setTyped] = useState(`${year}-${two(month)}-${two(date)}T12:00`);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typed) onChoose(instantOfLocal(typed, zone));
      }}
    >
      <Group align="flex-end" gap="xs" mt="md">
        <TextInput
          type="datetime-local"
          label={SLOTS.whyNot}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={!typed}>
          {words.look}
        </Button>
      </Group>
    </form>
  );
}
