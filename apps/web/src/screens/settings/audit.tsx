import { Anchor, Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { ask } from '../../graphql/ask';
import { AuditLogDocument, type AuditLogQuery } from '../../graphql/generated';
import { Moment } from '../../ui/moment';
import { settingsAddress } from '../../ui/places';
import { Empty, Shown } from '../../ui/states';
import { words } from '../../words';

const WORDS = words.settings.audit;
type Entry = AuditLogQuery['auditEvents']['nodes'][number];
/** Where what an entry is about can be seen. */
const SEEN_AT: Readonly<Record<string, string>> = {
  posting: '/postings/',
  application: '/applications/',
  candidate: '/candidates/',
};

/** Who did what, the newest first. `?subject=` leads to what was done to one thing. */
export function AuditLog() {
  const [address] = useSearchParams();
  const subjectId = address.get('subject');
  const query = useInfiniteQuery({
    queryKey: ['AuditLog', subjectId],
    queryFn: ({ signal, pageParam }) => ask(AuditLogDocument, { subjectId, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ auditEvents: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
  });
  return (
    <Stack>
      <Title order={2}>{WORDS.title}</Title>
      <Text size="sm" c="dimmed">
        {WORDS.intro}
      </Text>
      {subjectId && (
        <Text size="sm">
          {WORDS.only}{' '}
          <Anchor component={Link} href={settingsAddress('audit')} size="sm">
            {WORDS.all}
          </Anchor>
        </Text>
      )}
      <Shown query={query}>
        {({ pages }) => {
          const entries = pages.flatMap(({ auditEvents: { nodes } }) => nodes);
          if (entries.length === 0) return <Empty>{WORDS.none}</Empty>;
          return (
            <ul className="plain rows">
              {entries.map((entry) => (
                <Row key={entry.id} entry={entry} />
              ))}
            </ul>
          );
        }}
      </Shown>
      {query.hasNextPage && (
        <Button variant="default" w="fit-content" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {WORDS.more}
        </Button>
      )}
    </Stack>
  );
}

function Row({ entry }: { readonly entry: Entry }) {
  const { at, action, subjectKind, subjectId, detail, openedFrom } = entry;
  const place = SEEN_AT[subjectKind];
  return (
    <li>
      <div>
        <Text size="sm" fw={600}>
          {whoOf(entry)}
        </Text>
        <Text size="sm" c="dimmed">
          <Moment at={at} />
        </Text>
      </div>
      <div>
        <Code>{action}</Code>
        {detail !== '{}' && (
          <Text size="xs" c="dimmed" ff="monospace" mt={2}>
            {detail}
          </Text>
        )}
        {openedFrom !== null && (
          <Text size="xs" c="dimmed" mt={2}>
            {WORDS.from(openedFrom)}
          </Text>
        )}
      </div>
      {subjectId === null ? (
        <span />
      ) : (
        <Group gap="sm">
          {place && (
            <Anchor component={Link} href={`${place}${subjectId}`} size="sm" aria-label={WORDS.opens(subjectKind)}>
              {WORDS.open}
            </Anchor>
          )}
          <Anchor
            component={Link}
            href={`${settingsAddress('audit')}&subject=${subjectId}`}
            size="sm"
            aria-label={WORDS.narrowTo(subjectKind)}
          >
            {WORDS.narrow}
          </Anchor>
        </Group>
      )}
    </li>
  );
}

function whoOf({ actor, actorKind, actorId }: Entry): string {
  if (actor) return actor.name;
  return actorKind === 'SYSTEM' && actorId ? WORDS.part(actorId) : WORDS.actors[actorKind];
}
