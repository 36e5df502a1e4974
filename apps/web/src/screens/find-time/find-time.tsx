import { ActionIcon, Alert, Anchor, Group, Select, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { Link, useSearchParams } from 'wouter';
import { ask } from '../../graphql/ask';
import { FindTimeDocument, type FindTimeQuery } from '../../graphql/generated';
import { LIVE, useBoardChanges } from '../../graphql/live';
import { useZone } from '../../ui/frame';
import { Icon } from '../../ui/icons';
import { Shown } from '../../ui/states';
import { DAY_MS, day } from '../../ui/time';
import { isZone, weekOf } from '../../ui/week';
import { words } from '../../words';
import { Choose } from './choose';
import type { SlotList, Week } from './lanes';
import { Loops } from './loops';
import { Wish } from './wish';

const WORDS = words.findTime;
/** Times are offered for four weeks; the fifth shows their last days. */
const LAST_WEEK = 4;
const AHEAD_MS = 28 * DAY_MS - 60_000;

/** Where one looks: a week, in a zone, at a time. It lives in the address. */
export interface Look {
  readonly zone: string;
  readonly weeks: number;
  readonly at: string | null;
}

/** A time for the interview of the present stage: who can when, what is offered and why, and the whole loop. */
export default function FindTimeScreen({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const applicationId = params.id!;
  const own = useZone();
  const [address, setAddress] = useSearchParams();
  const wanted = address.get('zone');
  const look: Look = {
    zone: wanted && isZone(wanted) ? wanted : own,
    weeks: Math.min(LAST_WEEK, Math.max(0, Number.parseInt(address.get('week') ?? '0') || 0)),
    at: address.get('at'),
  };
  const go = (change: Partial<Look>) => {
    const { zone, weeks, at } = { ...look, ...change };
    const next = { ...(zone !== own && { zone }), ...(weeks > 0 && { week: String(weeks) }), ...(at && { at }) };
    setAddress(next, { replace: true });
  };
  const now_ms = Date.now();
  const days = weekOf(look.zone, now_ms, look.weeks);
  const iso = (at_ms: number) => new Date(at_ms).toISOString();
  const query = useQuery({
    queryKey: ['FindTime', applicationId, days[0], look.zone],
    queryFn: ({ signal }) => {
      const [from, to] = [iso(days[0]!), iso(days[7]!)];
      const searchFrom = iso(Math.max(days[0]!, now_ms + 60_000));
      const searchTo = iso(Math.min(days[7]!, now_ms + AHEAD_MS));
      return ask(FindTimeDocument, { applicationId, from, to, searchFrom, searchTo, zone: look.zone }, signal);
    },
    placeholderData: keepPreviousData,
    ...LIVE,
  });
  return <Shown query={query}>{(data) => <Loaded data={data} days={days} look={look} go={go} />}</Shown>;
}

function Loaded({
  data,
  days,
  look,
  go,
}: {
  readonly data: FindTimeQuery;
  readonly days: readonly number[];
  readonly look: Look;
  readonly go: (change: Partial<Look>) => void;
}) {
  const { application, schedulingWeek: week, slots, timeWishes } = data;
  const queries = useQueryClient();
  const readAgain = useCallback(() => {
    void queries.invalidateQueries({ queryKey: ['FindTime', application.id] });
    void queries.invalidateQueries({ queryKey: ['Application', application.id] });
  }, [queries, application.id]);
  useBoardChanges(application.postingId, readAgain);
  const wish = timeWishes.find(({ applicationId }) => applicationId === application.id);
  const { name } = application.candidate;
  return (
    <Stack maw={1400}>
      <Group gap="sm" align="baseline">
        <Title order={1}>{week.__typename === 'SchedulingWeek' ? WORDS.heading(week.stageName, name) : name}</Title>
        <Anchor component={Link} href={`/applications/${application.id}?tab=work`} size="sm">
          {WORDS.application}
        </Anchor>
        <Text size="sm" c="dimmed">
          {application.postingTitle}
        </Text>
      </Group>
      {week.__typename === 'SchedulingWeek' ? (
        <>
          <Controls week={week} days={days} look={look} go={go} candidate={name} />
          {wish && <Wish wish={wish} onSettled={readAgain} />}
          {slots.__typename === 'SlotList' ? (
            <Choose application={application} week={week} list={slots} days={days} look={look} go={go} readAgain={readAgain} />
          ) : (
            <Choose
              {...{ application, week, days, look, go, readAgain }}
              list={{ ...NOTHING, stageId: week.stageId, stageName: week.stageName, durationMin: week.durationMin }}
              refusal={slots.message}
            />
          )}
          <Loops
            applicationId={application.id}
            version={application.version}
            readAgain={readAgain}
            zone={look.zone}
            onChoose={(at, weeks) => go({ at, weeks })}
          />
        </>
      ) : (
        <Alert color="yellow" variant="light">
          {week.message}
        </Alert>
      )}
    </Stack>
  );
}

/** A week in which nothing can be searched: over, or all of it inside the notice. */
const NOTHING: Omit<SlotList, 'stageId' | 'stageName' | 'durationMin'> = {
  __typename: 'SlotList',
  count: 0,
  moves: null,
  slots: [],
  none: null,
};

/** Which week, on whose clock. */
function Controls({
  week,
  days,
  look: { zone, weeks },
  go,
  candidate,
}: {
  readonly week: Week;
  readonly days: readonly number[];
  readonly look: Look;
  readonly go: (change: Partial<Look>) => void;
  readonly candidate: string;
}) {
  const own = useZone();
  const whose = new Map<string, string[]>();
  const add = (of: string, name: string) => whose.set(of, [...(whose.get(of) ?? []), name]);
  add(own, WORDS.you);
  add(week.candidate.zone, candidate);
  add(week.zone, WORDS.posting);
  for (const member of week.members) add(member.zone, member.name);
  const item = (of: string) => ({ value: of, label: WORDS.zoneOf(of.replaceAll('_', ' '), whose.get(of) ?? []) });
  const others = ['UTC', ...Intl.supportedValuesOf('timeZone')].filter((of, at, all) => !whose.has(of) && all.indexOf(of) === at);
  if (!whose.has(zone) && !others.includes(zone)) others.unshift(zone);
  const iso = (at: number) => new Date(days[at]!).toISOString();
  return (
    <Group justify="space-between" align="flex-end">
      <Group gap="xs">
        <ActionIcon
          variant="default"
          size="lg"
          disabled={weeks === 0}
          onClick={() => go({ weeks: weeks - 1 })}
          aria-label={WORDS.previous}
        >
          <Icon name="left" />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          disabled={weeks >= LAST_WEEK}
          onClick={() => go({ weeks: weeks + 1 })}
          aria-label={WORDS.next}
        >
          <Icon name="right" />
        </ActionIcon>
        <Text fw={600}>{words.schedule.week(day(iso(0), zone), day(iso(6), zone))}</Text>
        <Text c="dimmed" size="sm">
          {WORDS.length(week.durationMin)}
        </Text>
      </Group>
      <Select
        label={WORDS.inZone}
        searchable
        limit={60}
        allowDeselect={false}
        w={{ base: '100%', sm: 380 }}
        data={[
          { group: WORDS.concerned, items: [...whose.keys()].map(item) },
          { group: WORDS.allZones, items: others.map(item) },
        ]}
        value={zone}
        onChange={(next) => next && go({ zone: next })}
      />
    </Group>
  );
}
