import { Anchor, Badge, Button, Grid, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { ask } from '../../graphql/ask';
import { CandidateProfileDocument, type CandidateProfileQuery, ExportCandidateDocument } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { countryName } from '../../ui/countries';
import { maySearchCandidates, useFrame } from '../../ui/frame';
import { Moment } from '../../ui/moment';
import { Outside } from '../../ui/outside';
import { settingsAddress } from '../../ui/places';
import { Shown } from '../../ui/states';
import { size } from '../../ui/time';
import { words } from '../../words';
import { HoldDialog, HoldNote } from './hold';
import { EditDialog, EraseDialog } from './person-dialogs';

const WORDS = words.people.person;
const FIELDS = words.people.fields;
export type Profile = CandidateProfileQuery['candidate'];

/** One person: what is known of them, all they applied for that one may see, and the end of it. */
export default function PersonScreen({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const id = params.id!;
  const query = useQuery({
    queryKey: ['CandidateProfile', id],
    queryFn: ({ signal }) => ask(CandidateProfileDocument, { id }, signal),
  });
  return <Shown query={query}>{({ candidate }) => <Person person={candidate} />}</Shown>;
}

function Person({ person }: { readonly person: Profile }) {
  const frame = useFrame();
  const [dialog, setDialog] = useState<'edit' | 'hold' | 'erase' | null>(null);
  const close = () => setDialog(null);
  const fetching = useCommand(ExportCandidateDocument, {
    keyed: false,
    onDone: ({ json }) => {
      offer(json, `${person.id}.json`);
      tellDone(WORDS.fetched);
    },
  });
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [
      FIELDS.email,
      <Anchor key="mail" href={`mailto:${person.email}`}>
        {person.email}
      </Anchor>,
    ],
    [FIELDS.phone, person.phone],
    [FIELDS.location, person.location],
    [FIELDS.country, person.country && countryName(person.country)],
    [FIELDS.zone, person.zone.replaceAll('_', ' ')],
    [FIELDS.language, person.language && (words.languages[person.language] ?? person.language)],
    [FIELDS.links, person.links.length > 0 ? person.links.map((link) => <Outside key={link} address={link} />) : null],
    [FIELDS.since, <Moment key="since" at={person.createdAt} />],
  ];
  return (
    <Stack maw={1100}>
      <Group justify="space-between">
        <Title order={1}>{person.name}</Title>
        <Group gap="xs">
          {maySearchCandidates(frame) && (
            <Button variant="default" onClick={() => setDialog('edit')}>
              {WORDS.edit}
            </Button>
          )}
          {frame.viewer.role === 'ADMIN' && (
            <>
              <Button variant="default" loading={fetching.busy} onClick={() => fetching.run({ candidateId: person.id })}>
                {WORDS.fetch}
              </Button>
              <Button variant="default" component={Link} href={`${settingsAddress('audit')}&subject=${person.id}`}>
                {WORDS.audit}
              </Button>
              <Button variant="default" onClick={() => setDialog('hold')}>
                {WORDS.hold}
              </Button>
              <Button variant="default" onClick={() => setDialog('erase')}>
                {WORDS.erase}
              </Button>
            </>
          )}
        </Group>
      </Group>
      {person.mergedIntoId && (
        <Text>
          <Anchor component={Link} href={`/candidates/${person.mergedIntoId}`}>
            {WORDS.merged}
          </Anchor>
        </Text>
      )}
      {frame.viewer.role === 'ADMIN' && <HoldNote candidateId={person.id} />}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Title order={2} mb="xs">
            {FIELDS.applications}
          </Title>
          {person.applications.length === 0 && <Text c="dimmed">{words.people.noApplications}</Text>}
          <ul className="plain rows">
            {person.applications.map(({ id, postingTitle, stageName, status, appliedAt }) => (
              <li key={id}>
                <Anchor component={Link} href={`/applications/${id}`} fw={600}>
                  {postingTitle}
                </Anchor>
                <Text size="sm" c="dimmed">
                  <Moment at={appliedAt} />
                </Text>
                <Badge variant="light" color={status === 'ACTIVE' || status === 'HIRED' ? 'tide' : 'gray'}>
                  {status === 'ACTIVE' ? (stageName ?? words.received) : words.status[status]}
                </Badge>
              </li>
            ))}
          </ul>
          <Title order={2} mt="lg" mb="xs">
            {FIELDS.files}
          </Title>
          {person.attachments.length === 0 && <Text c="dimmed">{WORDS.noFiles}</Text>}
          <ul className="plain spaced">
            {person.attachments.map(({ id, fileName, sizeBytes, createdAt }) => (
              <li key={id}>
                <Anchor href={`/files/${id}`} download size="sm">
                  {words.application.download(fileName, size(sizeBytes))}
                </Anchor>{' '}
                <Text span size="sm" c="dimmed">
                  <Moment at={createdAt} />
                </Text>
              </li>
            ))}
          </ul>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Paper withBorder p="md" component="section" aria-labelledby="facts">
            <Title order={2} id="facts" mb="xs">
              {words.application.facts}
            </Title>
            <dl className="facts">
              {facts
                .filter(([, value]) => Boolean(value))
                .map(([name, value]) => (
                  <div key={name} className="contents">
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
            </dl>
          </Paper>
        </Grid.Col>
      </Grid>
      {dialog === 'edit' && <EditDialog person={person} onClose={close} />}
      {dialog === 'hold' && <HoldDialog person={person} onClose={close} />}
      {dialog === 'erase' && <EraseDialog person={person} onClose={close} />}
    </Stack>
  );
}

/** Hands a text to the browser as a file; its name says nobody's. */
function offer(text: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
