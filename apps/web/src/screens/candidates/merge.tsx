import { Button, Stack, Table, Text, Title } from '@mantine/core';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { ask } from '../../graphql/ask';
import { CandidateProfileDocument, type CandidateProfileQuery, MergeCandidatesDocument } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { countryName } from '../../ui/countries';
import { useZone } from '../../ui/frame';
import { Shown } from '../../ui/states';
import { day } from '../../ui/time';
import { words } from '../../words';

const WORDS = words.people;
type Profile = CandidateProfileQuery['candidate'];

/** Two records side by side, what differs marked, and which one stays. */
export default function MergeScreen({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const [one, other] = useQueries({
    queries: [params.first!, params.second!].map((id) => ({
      queryKey: ['CandidateProfile', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => ask(CandidateProfileDocument, { id }, signal),
    })),
  });
  return (
    <Stack maw={1000}>
      <Title order={1}>{WORDS.merge.title}</Title>
      <Text c="dimmed">{WORDS.merge.keepNote}</Text>
      <Shown query={one!}>
        {(first) => <Shown query={other!}>{(second) => <SideBySide records={[first.candidate, second.candidate]} />}</Shown>}
      </Shown>
    </Stack>
  );
}

function SideBySide({ records }: { readonly records: readonly [Profile, Profile] }) {
  const zone = useZone();
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const merge = useCommand(MergeCandidatesDocument, {
    keyed: false,
    onDone: ({ applications, attachments }) => {
      tellDone(WORDS.merge.done(applications, attachments));
      queries.clear();
      navigate('/candidates');
    },
  });
  const rows: readonly (readonly [string, (record: Profile) => string])[] = [
    [WORDS.fields.name, ({ name }) => name],
    [WORDS.fields.email, ({ email }) => email],
    [WORDS.fields.phone, ({ phone }) => phone],
    [WORDS.fields.location, ({ location }) => location],
    [WORDS.fields.country, ({ country }) => (country ? countryName(country) : '')],
    [WORDS.fields.zone, ({ zone }) => zone],
    [WORDS.fields.links, ({ links }) => links.join('\n')],
    [WORDS.fields.since, ({ createdAt }) => day(createdAt, zone)],
    [
      WORDS.fields.applications,
      ({ applications }) => applications.map((one) => `${one.postingTitle} (${words.status[one.status]})`).join('\n'),
    ],
    [WORDS.fields.files, ({ attachments }) => attachments.map(({ fileName }) => fileName).join('\n')],
  ];
  return (
    <Table.ScrollContainer
      minWidth={560}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': WORDS.merge.title } }}
    >
      <Table withTableBorder verticalSpacing="xs" layout="fixed" className="paper-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Td w="9rem" />
            {records.map(({ id }, at) => (
              <Table.Td key={id}>
                <Button size="xs" loading={merge.busy} onClick={() => merge.run({ keepId: id, mergeId: records[1 - at]!.id })}>
                  {WORDS.merge.keep}
                </Button>
              </Table.Td>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([name, read]) => (
            <Row key={name} name={name} values={[read(records[0]), read(records[1])]} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Row({
  name,
  values: [first, second],
}: {
  readonly name: string;
  readonly values: readonly [string, string];
}): ReactNode {
  const differs = first !== second;
  return (
    <Table.Tr className={differs ? 'apart' : undefined}>
      <Table.Th scope="row">
        {name}
        <Text size="xs" c="dimmed" fw={400}>
          {differs ? WORDS.merge.differs : WORDS.merge.same}
        </Text>
      </Table.Th>
      {[first, second].map((value, at) => (
        <Table.Td key={at} className="prose">
          {value || '–'}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
