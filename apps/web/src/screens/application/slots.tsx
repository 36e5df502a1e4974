import { Alert, Anchor, Button, Group, List, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { Dialog } from '../../ui/dialog';
import { ask } from '../../graphql/ask';
import {
  BookInterviewDocument,
  RequestInterviewDocument,
  RescheduleInterviewDocument,
  type TeamSlotsQuery,
  TeamSlotsDocument,
} from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { useZone } from '../../ui/frame';
import { Shown } from '../../ui/states';
import { clock, moment, weekday } from '../../ui/time';
import { words } from '../../words';
import { type Application, useReadAgain } from './application';
import { WhyNot } from './why-not';

const WORDS = words.application.slots;
type SlotList = Extract<TeamSlotsQuery['slots'], { __typename: 'SlotList' }>;

interface Props {
  readonly application: Application;
  /** The booked interview that gets another time; without one a first time is booked. */
  readonly moving?: Application['interviews'][number];
  readonly onClose: () => void;
}

/** Times that suit everybody, day by day; where there are none, why, and what would help. */
export function SlotsDialog({ application, moving, onClose }: Props) {
  const zone = useZone();
  const query = useQuery({
    queryKey: ['TeamSlots', application.id, application.version],
    queryFn: ({ signal }) => ask(TeamSlotsDocument, { applicationId: application.id, zone }, signal),
    staleTime: 0,
  });
  const stage = moving?.stageName ?? application.stageName ?? '';
  return (
    <Dialog onClose={onClose} size="lg" title={moving ? WORDS.moveTitle(stage) : WORDS.title(stage)}>
      <Anchor component={Link} href={`/applications/${application.id}/time`} size="sm" display="block" mb="sm">
        {words.findTime.open}
      </Anchor>
      <Shown query={query}>
        {({ slots }) =>
          slots.__typename === 'SlotList' ? (
            <Choose list={slots} application={application} moving={moving} onClose={onClose} />
          ) : (
            <Alert color="red" variant="light">
              {slots.message}
            </Alert>
          )
        }
      </Shown>
    </Dialog>
  );
}

function Choose({ list, application, moving, onClose }: Props & { readonly list: SlotList }) {
  const zone = useZone();
  const [startsAt, setStartsAt] = useState('');
  const [reason, setReason] = useState('');
  const readAgain = useReadAgain(application.id);
  const done = (said: string) => ({
    onDone: () => {
      tellDone(said);
      readAgain();
      onClose();
    },
  });
  const book = useCommand(BookInterviewDocument, done(WORDS.booked));
  const move = useCommand(RescheduleInterviewDocument, done(WORDS.booked));
  const request = useCommand(RequestInterviewDocument, done(WORDS.asked));
  const { id: applicationId, version: expectedVersion, candidate } = application;
  if (list.none)
    return (
      <Stack>
        <NoTimes none={list.none} />
        <WhyNot application={application} />
      </Stack>
    );
  const days = Map.groupBy(list.slots, ({ startsAt }) => weekday(startsAt, zone));
  const submit = () => {
    if (moving) move.run({ interviewId: moving.id, expectedVersion: moving.version, startsAt, reason });
    else book.run({ applicationId, expectedVersion, stageId: list.stageId, startsAt });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {WORDS.count(list.count, list.durationMin)} {WORDS.zone(zone.replaceAll('_', ' '))}
        </Text>
        <Radio.Group value={startsAt} onChange={setStartsAt} aria-label={WORDS.title(list.stageName)}>
          <div className="slot-days" tabIndex={0} role="region" aria-label={WORDS.title(list.stageName)}>
            {[...days].map(([name, slots]) => (
              <fieldset key={name} className="slot-day">
                <legend>{name}</legend>
                <Group gap="xs">
                  {slots.map((slot) => (
                    <Radio key={slot.startsAt} value={slot.startsAt} label={clock(slot.startsAt, zone)} size="sm" />
                  ))}
                </Group>
              </fieldset>
            ))}
          </div>
        </Radio.Group>
        {startsAt && (
          <Text size="sm">
            {WORDS.theirs}: {moment(startsAt, candidate.zone)}
          </Text>
        )}
        {moving && (
          <Textarea
            label={WORDS.reason}
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={2000}
          />
        )}
        <WhyNot application={application} onChoose={setStartsAt} />
        <Group justify="flex-end">
          {!moving && (
            <Button variant="default" loading={request.busy} onClick={() => request.run({ applicationId, expectedVersion })}>
              {WORDS.ask}
            </Button>
          )}
          <Button type="submit" disabled={!startsAt || (moving && !reason.trim())} loading={book.busy || move.busy}>
            {startsAt ? (moving ? WORDS.moveTo : WORDS.book)(moment(startsAt, zone)) : words.chooseOne}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Why there is no time, and what would help. */
export function NoTimes({ none }: { readonly none: NonNullable<SlotList['none']> }) {
  return (
    <Stack>
      <Alert color="yellow" variant="light" title={WORDS.none}>
        {none.message}
      </Alert>
      {none.blocks.length > 0 && (
        <div>
          <Text fw={600}>{WORDS.why}</Text>
          <List size="sm">
            {none.blocks.map(({ code, message }) => (
              <List.Item key={code + message}>{message}</List.Item>
            ))}
          </List>
        </div>
      )}
      {none.waysOut.length > 0 && (
        <div>
          <Text fw={600}>{WORDS.waysOut}</Text>
          <List size="sm">
            {none.waysOut.map(({ message, count }) => (
              <List.Item key={message}>
                {message} ({WORDS.opens(count)})
              </List.Item>
            ))}
          </List>
        </div>
      )}
      {none.relaxations.length > 0 && (
        <div>
          <Text fw={600}>{WORDS.relax}</Text>
          <List size="sm">
            {none.relaxations.map(({ change, message, count }) => (
              <List.Item key={change + message}>
                {message} ({WORDS.opens(count)})
              </List.Item>
            ))}
          </List>
        </div>
      )}
    </Stack>
  );
}
