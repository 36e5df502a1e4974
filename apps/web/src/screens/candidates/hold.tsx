import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../../ui/dialog';
import { ask } from '../../graphql/ask';
import { LegalHoldsDocument, PlaceLegalHoldDocument } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { FormFault, useFaults } from '../../ui/faults';
import { Ago } from '../../ui/moment';
import { words } from '../../words';
import type { Profile } from './person';

const WORDS = words.people.person;

/** Says to administrators that nobody and no rule erases the person for now, and why. */
export function HoldNote({ candidateId }: { readonly candidateId: string }) {
  const { data } = useQuery({ queryKey: ['LegalHolds'], queryFn: ({ signal }) => ask(LegalHoldsDocument, {}, signal) });
  const hold = data?.legalHolds.find((one) => one.candidateId === candidateId);
  if (!hold) return null;
  return (
    <Alert color="yellow" variant="light">
      <Text size="sm" fw={600}>
        {WORDS.held}
      </Text>
      <Text size="sm" className="prose">
        {hold.reason} (<Ago at={hold.placedAt} />)
      </Text>
    </Alert>
  );
}

/** Keeps somebody whatever the rules say. */
export function HoldDialog({ person, onClose }: { readonly person: Profile; readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const faults = useFaults('reason');
  const queries = useQueryClient();
  const place = useCommand(PlaceLegalHoldDocument, {
    keyed: false,
    onDone: ({ message }) => {
      tellDone(message);
      void queries.invalidateQueries({ queryKey: ['LegalHolds'] });
      void queries.invalidateQueries({ queryKey: ['Retention'] });
      onClose();
    },
    onRefusal: faults.onRefusal,
  });
  return (
    <Dialog onClose={onClose} title={WORDS.holdTitle(person.name)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          faults.clear();
          place.run({ candidateId: person.id, reason });
        }}
      >
        <Stack>
          <Text size="sm">{WORDS.holdNote}</Text>
          <Textarea
            label={WORDS.holdReason}
            description={WORDS.holdReasonNote}
            required
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            error={faults.at('reason')}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <FormFault>{faults.rest}</FormFault>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={place.busy} disabled={!reason.trim()}>
              {WORDS.holdYes}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
