import { Anchor, Badge, Grid, Group, Stack, Tabs, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { Link, useSearchParams } from 'wouter';
import { ask } from '../../graphql/ask';
import { ApplicationDocument, type ApplicationQuery } from '../../graphql/generated';
import { LIVE, useBoardChanges } from '../../graphql/live';
import { Shown } from '../../ui/states';
import { TabList } from '../../ui/tab-list';
import { words } from '../../words';
import { Facts } from './facts';
import { Interviews } from './meetings';
import { Mails } from './mails';
import { Material } from './material';
import { Notes } from './notes';
import { Scorecards } from './scorecards';
import { StandingCard } from './standing';
import { TakeHomes } from './take-homes';
import { Timeline } from './timeline';

const WORDS = words.application;

export type Application = ApplicationQuery['application'];

/** How parts of the page read it again after something was done. */
export function useReadAgain(id: string): () => void {
  const queries = useQueryClient();
  return useCallback(() => void queries.invalidateQueries({ queryKey: ['Application', id] }), [queries, id]);
}

/** All about one application: where it stands and what comes next first, then what is known, then what has happened. */
export default function ApplicationScreen({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const id = params.id!;
  const query = useQuery({
    queryKey: ['Application', id],
    queryFn: ({ signal }) => ask(ApplicationDocument, { id }, signal),
    ...LIVE,
  });
  return <Shown query={query}>{({ application }) => <Loaded application={application} />}</Shown>;
}

function Loaded({ application }: { readonly application: Application }) {
  const [address, setAddress] = useSearchParams();
  const readAgain = useReadAgain(application.id);
  useBoardChanges(application.postingId, readAgain);
  const work = application.interviews.length + application.takeHomes.length;
  const tabs = [
    ['material', WORDS.tabs.material, null, <Material key="material" application={application} />],
    ['feedback', WORDS.tabs.feedback, application.scorecards.length, <Scorecards key="feedback" application={application} />],
    [
      'work',
      WORDS.tabs.work,
      work,
      <Stack key="work">
        <Interviews application={application} />
        <TakeHomes application={application} />
      </Stack>,
    ],
    ['notes', WORDS.tabs.notes, application.notes.length, <Notes key="notes" application={application} />],
    ['mails', WORDS.tabs.mails, application.mails?.length ?? null, <Mails key="mails" application={application} />],
  ] as const;
  const tab = tabs.find(([key]) => key === address.get('tab'))?.[0] ?? 'material';
  return (
    <Stack maw={1400}>
      <Group gap="sm" align="baseline">
        <Title order={1}>{application.candidate.name}</Title>
        <Anchor component={Link} href={`/postings/${application.postingId}/board`} size="sm">
          {application.postingTitle}
        </Anchor>
        <Badge variant="light" color={application.status === 'ACTIVE' || application.status === 'HIRED' ? 'tide' : 'gray'}>
          {words.status[application.status]}
        </Badge>
      </Group>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <StandingCard application={application} />
          <Tabs
            mt="md"
            value={tab}
            onChange={(value) => setAddress(value === 'material' || !value ? {} : { tab: value }, { replace: true })}
            keepMounted={false}
          >
            <TabList>
              {tabs.map(([key, label, count]) => (
                <Tabs.Tab key={key} value={key}>
                  {label}
                  {count ? (
                    <Text span c="dimmed" size="sm" ml={6}>
                      {count}
                    </Text>
                  ) : null}
                </Tabs.Tab>
              ))}
            </TabList>
            {tabs.map(([key, , , content]) => (
              <Tabs.Panel key={key} value={key}>
                {content}
              </Tabs.Panel>
            ))}
          </Tabs>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Facts application={application} />
          <Timeline application={application} />
        </Grid.Col>
      </Grid>
    </Stack>
  );
}
