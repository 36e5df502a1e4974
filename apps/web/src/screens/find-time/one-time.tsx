import { Badge, Button, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { BookInterviewDocument, RequestInterviewDocument, RescheduleInterviewDocument } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { moment } from '../../ui/time';
import { clockIn } from '../../ui/week';
import { words } from '../../words';
import { WhyNotAnswer } from '../application/why-not';
import type { ChooseProps as Props } from './choose';
import type { Slot, Week } from './lanes';

const WORDS = words.findTime;
const SLOTS = words.application.slots;

/** Why a time is offered or what keeps it, and the booking of it. */
export function OneTime({
  application,
  week,
  list,
  look,
  go,
  readAgain,
  at,
  slot,
}: Props & { readonly at: string; readonly slot: Slot | null }) {
  const [reason, setReason] = useState('');
  const [, navigate] = useLocation();
  const onDone = () => {
    tellDone(SLOTS.booked);
    readAgain();
    navigate(`/applications/${application.id}?tab=work`);
  };
  const book = useCommand(BookInterviewDocument, { onDone });
  const move = useCommand(RescheduleInterviewDocument, { onDone });
  const moving = application.interviews.find(({ id }) => id === list.moves);
  const submit = (override: boolean) => {
    const why = reason.trim() === '' ? {} : { reason };
    if (moving)
      move.run({ interviewId: moving.id, expectedVersion: moving.version, startsAt: at, ...why, ...(override && { override }) });
    else
      book.run({
        ...{ applicationId: application.id, expectedVersion: application.version, stageId: week.stageId, startsAt: at },
        ...(override && { override, ...why }),
      });
  };
  const busy = book.busy || move.busy;
  const reasonField = (label: string) => (
    <Textarea
      label={label}
      required
      value={reason}
      onChange={(event) => setReason(event.currentTarget.value)}
      maxLength={500}
      mt="sm"
    />
  );
  if (!slot)
    return (
      <WhyNotAnswer application={application} startsAt={at} zone={look.zone} onChoose={(startsAt) => go({ at: startsAt })}>
        {Date.parse(at) > Date.now() && (
          <>
            {reasonField(WORDS.overrideReason)}
            <Text size="xs" mt={4}>
              {WORDS.overrideNote}
            </Text>
            <Button mt="xs" size="xs" variant="default" disabled={!reason.trim()} loading={busy} onClick={() => submit(true)}>
              {WORDS.override}
            </Button>
          </>
        )}
      </WhyNotAnswer>
    );
  return (
    <>
      <Reasons week={week} slot={slot} name={application.candidate.name} />
      {moving && reasonField(SLOTS.reason)}
      <Button mt="md" fullWidth disabled={Boolean(moving) && !reason.trim()} loading={busy} onClick={() => submit(false)}>
        {(moving ? SLOTS.moveTo : SLOTS.book)(moment(at, look.zone))}
      </Button>
    </>
  );
}

/** Who would meet, at what time of their day, and why nothing stands against it. */
function Reasons({ week, slot, name }: { readonly week: Week; readonly slot: Slot; readonly name: string }) {
  const { candidate, members } = week;
  const hour = clockIn(candidate.zone, Date.parse(slot.startsAt)).minute / 60;
  const odd = hour < 9 ? WORDS.early : hour >= 18 ? WORDS.late : null;
  return (
    <Stack gap="xs">
      <div>
        <Text size="sm" fw={600}>
          {name}{' '}
          {odd && (
            <Badge variant="light" color="yellow" className="look">
              {odd}
            </Badge>
          )}
        </Text>
        <Text size="sm">{moment(slot.startsAt, candidate.zone)}</Text>
      </div>
      {slot.seats.map(({ seatId, personId, role }) => {
        const member = members.find((one) => one.personId === personId);
        return (
          <div key={seatId}>
            <Text size="sm" fw={600}>
              {member?.name}{' '}
              <Text span size="sm" c="dimmed" fw={400}>
                {WORDS.why.sits(role)}
              </Text>
            </Text>
            {member && (
              <Text size="sm">
                {moment(slot.startsAt, member.zone)} · {WORDS.load(member.load)}
              </Text>
            )}
          </div>
        );
      })}
      <Text size="sm" c="dimmed">
        {WORDS.why.free} {candidate.hasNamed ? WORDS.why.named : WORDS.why.reasonable}
      </Text>
    </Stack>
  );
}

/** Leaves the choice to the candidate. */
export function AskThem({ application, readAgain }: Props) {
  const request = useCommand(RequestInterviewDocument, {
    onDone: () => {
      tellDone(SLOTS.asked);
      readAgain();
    },
  });
  return (
    <Button
      mt="md"
      fullWidth
      variant="default"
      loading={request.busy}
      onClick={() => request.run({ applicationId: application.id, expectedVersion: application.version })}
    >
      {SLOTS.ask}
    </Button>
  );
}
