import { Button, Group, Paper, Stack, TextInput, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../graphql/ask';
import {
  OrganizationSettingsDocument,
  type OrganizationSettingsQuery,
  UpdateOrganizationDocument,
} from '../../graphql/generated';
import { useCommand } from '../../ui/commands';
import { Shown } from '../../ui/states';
import { ZoneSelect } from '../../ui/zone-select';
import { words } from '../../words';
import { useDone } from './read-again';

const WORDS = words.settings.organization;

/** What candidates and members see of the organisation. */
export function OrganizationSettings() {
  const query = useQuery({
    queryKey: ['OrganizationSettings'],
    queryFn: ({ signal }) => ask(OrganizationSettingsDocument, {}, signal),
    refetchOnWindowFocus: false,
  });
  return <Shown query={query}>{({ organization }) => <Form organization={organization} />}</Shown>;
}

function Form({ organization }: { readonly organization: OrganizationSettingsQuery['organization'] }) {
  const { name, about, contactEmail, website, zone } = organization;
  const [typed, setTyped] = useState({ name, about, contactEmail, website: website ?? '', zone });
  const update = useCommand(UpdateOrganizationDocument, useDone('OrganizationSettings', 'Frame')());
  const set = (change: Partial<typeof typed>) => setTyped({ ...typed, ...change });
  return (
    <Paper withBorder p="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          update.run(typed);
        }}
      >
        <Stack>
          <TextInput
            label={WORDS.name}
            required
            value={typed.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <Textarea
            label={WORDS.about}
            autosize
            minRows={4}
            value={typed.about}
            onChange={(event) => set({ about: event.currentTarget.value })}
          />
          <TextInput
            label={WORDS.contact}
            type="email"
            required
            value={typed.contactEmail}
            onChange={(event) => set({ contactEmail: event.currentTarget.value })}
          />
          <TextInput
            label={`${WORDS.website} (${words.optional})`}
            value={typed.website}
            onChange={(event) => set({ website: event.currentTarget.value })}
          />
          <ZoneSelect value={typed.zone} onChange={(zone) => set({ zone })} />
          <Group justify="flex-end">
            <Button type="submit" loading={update.busy}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
