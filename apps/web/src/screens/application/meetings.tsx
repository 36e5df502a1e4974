import { Badge, Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../ui/dialog';
import { CancelInterviewDocument, MarkNoShowDocument, ReplaceSeatDocument } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { Moment } from '../../ui/moment';
import { moment } from '../../ui/time';
import { words } from '../../words';
import { type Application, useReadAgain } from './application';
import { Outside } from '../../ui/outside';
import { SlotsDialog } from './slots';

const WORDS = words.application;
type Interview = Application['interviews'][number];

/** The interviews of an application, who sits in them, and what can be done with those to come. */
export function Interviews({ application }: { readonly application: Application }) {
  const [cancelling, setCancelling] = useState<Interview | null>(null);
  const [moving, setMoving] = useState<Interview | null>(null);
  return (
    <section aria-labelledby="interviews">
      <Title order={2} id="interviews" mb="xs">
        {WORDS.interviews.title}
      </Title>
      {application.interviews.length === 0 && <Text c="dimmed">{WORDS.interviews.none}</Text>}
      <Stack gap="sm">
        {application.interviews.map((interview) => (
          <InterviewCard
            key={interview.id}
            application={application}
            interview={interview}
            onCancel={() => setCancelling(interview)}
            onMove={() => setMoving(interview)}
          />
        ))}
      </Stack>
      {cancelling && <CancelDialog application={application} interview={cancelling} onClose={() => setCancelling(null)} />}
      {moving && <SlotsDialog application={application} moving={moving} onClose={() => setMoving(null)} />}
    </section>
  );
}

function InterviewCard({
  application,
  interview,
  onCancel,
  onMove,
}: {
  readonly application: Application;
  readonly interview: Interview;
  readonly onCancel: () => void;
  readonly onMove: () => void;
}) {
  const { state, startsAt, endsAt, candidateZone, zone, seats, stageName, reason } = interview;
  const readAgain = useReadAgain(application.id);
  const noShow = useCommand(MarkNoShowDocument, {
    onDone: () => {
      tellDone(WORDS.interviews.noShowDone);
      readAgain();
    },
  });
  const handOver = useCommand(ReplaceSeatDocument, {
    onDone: () => {
      tellDone(WORDS.interviews.handedOver);
      readAgain();
    },
  });
  const booked = state === 'CONFIRMED' || state === 'HELD';
  const begun = Date.parse(startsAt) <= Date.now();
  return (
    <Paper withBorder p="md" component="article" aria-label={`${stageName}, ${moment(startsAt, zone)}`}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Text fw={600}>
            {stageName}{' '}
            <Badge variant="light" color={booked ? 'tide' : 'gray'}>
              {WORDS.interviews.states[state]}
            </Badge>
          </Text>
          <Text size="sm">
            <Moment at={startsAt} far />
          </Text>
          <Text size="sm" c="dimmed">
            {WORDS.interviews.theirs(moment(startsAt, candidateZone))}
          </Text>
        </div>
        <Group gap="xs">
          {booked && interview.meetingUrl && <Outside address={interview.meetingUrl}>{WORDS.interviews.join}</Outside>}
          {booked && !begun && (
            <>
              {interview.stageId === application.stageId && (
                <Button size="xs" variant="default" onClick={onMove}>
                  {WORDS.interviews.move}
                </Button>
              )}
              <Button size="xs" variant="default" onClick={onCancel}>
                {WORDS.interviews.cancel}
              </Button>
            </>
          )}
          {begun && (booked || (state === 'COMPLETED' && Date.parse(endsAt) > Date.now() - 7 * 86_400_000)) && (
            <Button
              size="xs"
              variant="default"
              loading={noShow.busy}
              onClick={() => noShow.run({ interviewId: interview.id, expectedVersion: interview.version })}
            >
              {WORDS.interviews.noShow}
            </Button>
          )}
        </Group>
      </Group>
      <ul className="plain">
        {seats.map(({ id, name, role, answer }) => (
          <Text key={id} component="li" size="sm">
            {name} <Text span c="dimmed">{`${role} · ${WORDS.interviews.answers[answer]}`}</Text>{' '}
            {booked && !begun && (
              <Button
                size="compact-xs"
                variant="subtle"
                loading={handOver.busy}
                aria-label={WORDS.interviews.handOverOf(name)}
                onClick={() => handOver.run({ interviewSeatId: id })}
              >
                {WORDS.interviews.handOver}
              </Button>
            )}
          </Text>
        ))}
      </ul>
      {reason && (
        <Text size="sm" c="dimmed" className="prose">
          {reason}
        </Text>
      )}
    </Paper>
  );
}

function CancelDialog({
  application,
  interview,
  onClose,
}: {
  readonly application: Application;
  readonly interview: Interview;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const readAgain = useReadAgain(application.id);
  const { run, busy } = useCommand(CancelInterviewDocument, {
    onDone: () => {
      tellDone(WORDS.interviews.cancelled);
      readAgain();
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={WORDS.interviews.cancelTitle}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          run({ interviewId: interview.id, expectedVersion: interview.version, reason });
        }}
      >
        <Stack>
          <Text size="sm">{WORDS.interviews.cancelNote}</Text>
          <Textarea
            label={WORDS.dialogs.why}
            required
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={2000}
          />
          <Group justify="flex-end">
            <Button type="submit" color="red" loading={busy} disabled={reason.trim() === ''}>
              {WORDS.interviews.cancelTitle}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
