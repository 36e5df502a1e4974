import { Anchor, Badge, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { ask } from '../../graphql/ask';
import { PostingsDocument, type PostingsQuery } from '../../graphql/generated';
import { mayImport, useFrame } from '../../ui/frame';
import { Empty, Shown } from '../../ui/states';
import { words } from '../../words';

const WORDS = words.postings;
type Posting = PostingsQuery['postings']['nodes'][number];
const ORDER: readonly Posting['status'][] = ['OPEN', 'DRAFT', 'CLOSED', 'ARCHIVED'];

/** The postings that the viewer may read, open ones first. */
export default function PostingsScreen() {
  const frame = useFrame();
  const query = useQuery({ queryKey: ['Postings'], queryFn: ({ signal }) => ask(PostingsDocument, {}, signal) });
  const [filter, setFilter] = useState('');
  return (
    <Stack maw={1000}>
      <Group justify="space-between">
        <Title order={1}>{WORDS.title}</Title>
        {mayImport(frame) && (
          <Group gap="xs">
            <Button component={Link} href="/postings/sections" variant="default">
              {WORDS.sections.title}
            </Button>
            <Button component={Link} href="/postings/import">
              {WORDS.import}
            </Button>
          </Group>
        )}
      </Group>
      <Shown query={query}>
        {({ postings: { nodes } }) => {
          if (nodes.length === 0) return <Empty>{mayImport(frame) ? WORDS.none : WORDS.noneYours}</Empty>;
          const wanted = filter.trim().toLowerCase();
          const shown = nodes
            .filter(({ title }) => (title ?? WORDS.untitled).toLowerCase().includes(wanted))
            .sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
          return (
            <>
              <TextInput
                value={filter}
                onChange={(event) => setFilter(event.currentTarget.value)}
                placeholder={WORDS.filter}
                aria-label={WORDS.filter}
                maw={320}
              />
              <ul className="plain rows">
                {shown.map((posting) => (
                  <Row key={posting.id} posting={posting} slug={frame.organization.slug} />
                ))}
              </ul>
            </>
          );
        }}
      </Shown>
    </Stack>
  );
}

function Row({
  posting: { id, title, status, category, openings, slug: postingSlug, myTeamRoles },
  slug,
}: {
  readonly posting: Posting;
  readonly slug: string;
}) {
  const { viewer } = useFrame();
  const open = openings.filter((one) => one.status === 'OPEN').length;
  const all = openings.filter((one) => one.status !== 'CANCELLED').length;
  const seesBoard = viewer.role === 'ADMIN' || viewer.role === 'RECRUITER' || myTeamRoles.some((role) => role !== 'INTERVIEWER');
  return (
    <li>
      <div>
        <Anchor component={Link} href={`/postings/${id}`} fw={600}>
          {title ?? WORDS.untitled}
        </Anchor>
        <Text size="sm" c="dimmed">
          {[category, WORDS.openings(open, all)].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Group gap="sm">
        {seesBoard && (
          <Anchor component={Link} href={`/postings/${id}/board`} size="sm">
            {WORDS.board}
          </Anchor>
        )}
        {status === 'OPEN' && (
          <Anchor href={`/careers/${slug}/${postingSlug}`} size="sm" target="_blank">
            {WORDS.careers}
          </Anchor>
        )}
      </Group>
      <Badge variant="light" color={status === 'OPEN' ? 'tide' : 'gray'}>
        {words.postingStatus[status]}
      </Badge>
    </li>
  );
}
