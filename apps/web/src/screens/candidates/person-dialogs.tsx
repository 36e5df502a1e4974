import { Alert, Button, Group, List, NativeSelect, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Dialog } from '../../ui/dialog';
import { EraseCandidateDocument, UpdateCandidateDocument } from '../../graphql/generated';
import { tellDone, tellRefusal, useCommand } from '../../ui/commands';
import { CountrySelect } from '../../ui/country-select';
import { ZoneSelect } from '../../ui/zone-select';
import { words } from '../../words';
import type { Profile } from './person';

const WORDS = words.people.person;
const FIELDS = words.people.fields;

interface Props {
  readonly person: Profile;
  readonly onClose: () => void;
}

/** What is known of somebody, put right. */
export function EditDialog({ person, onClose }: Props) {
  const [contact, setContact] = useState({
    name: person.name,
    email: person.email,
    phone: person.phone,
    location: person.location,
    country: person.country ?? '',
    zone: person.zone,
    language: person.language ?? '',
    links: person.links.join('\n'),
  });
  const queries = useQueryClient();
  const save = useCommand(UpdateCandidateDocument, {
    keyed: false,
    onDone: () => {
      tellDone(WORDS.saved);
      void queries.invalidateQueries();
      onClose();
    },
  });
  const field = (name: Exclude<keyof typeof contact, 'zone' | 'country' | 'language' | 'links'>, needed = false) => (
    <TextInput
      label={needed ? FIELDS[name] : `${FIELDS[name]} (${words.optional})`}
      required={needed}
      value={contact[name]}
      onChange={(event) => setContact({ ...contact, [name]: event.currentTarget.value })}
    />
  );
  return (
    <Dialog onClose={onClose} size="lg" title={WORDS.editTitle}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const { country, language, links, ...rest } = contact;
          save.run({
            candidateId: person.id,
            expectedVersion: person.version,
            contact: {
              ...rest,
              country: country || null,
              language: language || null,
              links: links.split('\n').flatMap((link) => (link.trim() ? [link.trim()] : [])),
            },
          });
        }}
      >
        <Stack>
          <Group grow>
            {field('name', true)}
            {field('email', true)}
          </Group>
          <Group grow>
            {field('phone')}
            {field('location')}
          </Group>
          <Group grow align="flex-end">
            <CountrySelect
              label={FIELDS.country}
              value={contact.country}
              onChange={(country) => setContact({ ...contact, country })}
            />
            <ZoneSelect value={contact.zone} onChange={(zone) => setContact({ ...contact, zone })} />
          </Group>
          <NativeSelect
            label={FIELDS.language}
            value={contact.language}
            onChange={(event) => setContact({ ...contact, language: event.currentTarget.value })}
            data={[
              ...(person.language ? [] : [{ value: '', label: FIELDS.asPosting }]),
              ...Object.entries(words.languages).map(([value, label]) => ({ value, label })),
            ]}
          />
          <Textarea
            label={`${FIELDS.links} (${words.optional})`}
            description={WORDS.linksNote}
            autosize
            value={contact.links}
            onChange={(event) => setContact({ ...contact, links: event.currentTarget.value })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={save.busy}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/** Takes everything of a person out of the house. There is no way back, so the name is typed. */
export function EraseDialog({ person, onClose }: Props) {
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const erase = useCommand(EraseCandidateDocument, {
    onDone: ({ applications, files }) => {
      tellDone(WORDS.erased(applications, files));
      queries.clear();
      navigate('/candidates');
    },
    onRefusal: (refusal) => ('message' in refusal ? setRefused(refusal.message) : tellRefusal(refusal)),
  });
  const sure = typed.trim().toLocaleLowerCase() === person.name.trim().toLocaleLowerCase();
  return (
    <Dialog onClose={onClose} title={WORDS.eraseTitle(person.name)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          erase.run({ candidateId: person.id, expectedVersion: person.version });
        }}
      >
        <Stack>
          <List size="sm">
            {WORDS.eraseNotes.map((note) => (
              <List.Item key={note}>{note}</List.Item>
            ))}
          </List>
          {refused && (
            <Alert color="red" variant="light" role="alert">
              <Text size="sm">{refused}</Text>
            </Alert>
          )}
          <TextInput
            label={WORDS.typeName(person.name)}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" color="red.9" disabled={!sure} loading={erase.busy}>
              {WORDS.eraseNow}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
