import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AnswerSeatDocument, ProposeTimeDocument } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { useZone } from '../../ui/frame';
import { instantOfLocal } from '../../ui/week';
import { words } from '../../words';

const WORDS = words.kit.seat;

/** What an interviewer says of their own seat in an interview to come: they are there, they are not, or another time would do. */
export function YourSeat({ seatId }: { readonly seatId: string }) {
  const queries = useQueryClient();
  const [proposing, { open, close }] = useDisclosure(false);
  const readAgain = () => {
    void queries.invalidateQueries({ queryKey: ['Kit'] });
    void queries.invalidateQueries({ queryKey: ['Home'] });
  };
  const answer = useCommand(AnswerSeatDocument, { onDone: readAgain });
  const say = (said: 'ACCEPTED' | 'DECLINED') => {
    answer.run(
      { interviewSeatId: seatId, answer: said },
      { onSuccess: ({ __typename }) => __typename === 'InterviewPayload' && tellDone(words.home.answered[said]) },
    );
  };
  if (proposing) return <Propose seatId={seatId} onClose={close} onDone={readAgain} />;
  return (
    <Group gap="xs" mt="sm" className="no-print">
      <Button size="xs" variant="default" disabled={answer.busy} onClick={() => say('ACCEPTED')}>
        {words.home.come}
      </Button>
      <Button size="xs" variant="default" disabled={answer.busy} onClick={() => say('DECLINED')}>
        {words.home.cannot}
      </Button>
      <Button size="xs" variant="subtle" onClick={open}>
        {WORDS.propose}
      </Button>
    </Group>
  );
}

function Propose({
  seatId,
  onClose,
  onDone,
}: {
  readonly seatId: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const zone = useZone();
  const [at, setAt] = useState('');
  const [note, setNote] = useState('');
  const propose = useCommand(ProposeTimeDocument, {
    onDone: () => {
      tellDone(WORDS.proposed);
      onDone();
      onClose();
    },
  });
  return (
    <form
      className="no-print"
      onSubmit={(event) => {
        event.preventDefault();
        propose.run({ interviewSeatId: seatId, startsAt: instantOfLocal(at, zone), note: note.trim() || null });
      }}
    >
      <Stack gap="xs" mt="sm">
        <TextInput
          type="datetime-local"
          label={WORDS.when}
          description={WORDS.zone(zone.replaceAll('_', ' '))}
          required
          autoFocus
          value={at}
          onChange={(event) => setAt(event.currentTarget.value)}
        />
        <TextInput
          label={`${WORDS.note} (${words.optional})`}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button size="xs" type="submit" loading={propose.busy} disabled={at === ''}>
            {WORDS.send}
          </Button>
          <Button size="xs" variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
