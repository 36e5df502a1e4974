import { Button, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../graphql/ask';
import { CalendarFeedsDocument, CloseCalendarFeedDocument, OpenCalendarFeedDocument } from '../../graphql/generated';
import { useCommand } from '../../ui/commands';
import { Ago } from '../../ui/moment';
import { ShownOnce } from '../../ui/shown-once';
import { Shown } from '../../ui/states';
import { Sure } from '../../ui/sure';
import { usePostingNames } from '../../ui/postings';
import { words } from '../../words';
import { useDoneOrLook } from './read-again';

const WORDS = words.settings.feeds;

interface Feed {
  readonly id: string;
  readonly createdAt: string;
}

/** Private addresses at which other programs read interviews: one's own, and those of postings one hires for. */
export function Feeds() {
  const query = useQuery({ queryKey: ['CalendarFeeds'], queryFn: ({ signal }) => ask(CalendarFeedsDocument, {}, signal) });
  const postings = usePostingNames();
  const [chosen, setChosen] = useState('');
  const named = (postings.data?.postings.nodes ?? []).map(({ id, title }) => ({
    value: id,
    label: title ?? words.postings.untitled,
  }));
  const titleOf = (id: string) => named.find(({ value }) => value === id)?.label ?? WORDS.unknownPosting;
  const chosenOf = ({ value }: { readonly value: string }) => (value === chosen ? [value] : []);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="feeds">
      <Title order={2} id="feeds" mb="xs">
        {WORDS.title}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {WORDS.intro}
      </Text>
      <Shown query={query}>
        {({ calendarFeeds }) => {
          const rest = named.filter(({ value }) => !calendarFeeds.some(({ postingId }) => postingId === value));
          const shown = [null, ...calendarFeeds.flatMap(({ postingId }) => postingId ?? []), ...rest.flatMap(chosenOf)];
          return (
            <Stack gap="md">
              {shown.map((postingId) => (
                <OneFeed
                  key={postingId}
                  name={postingId === null ? WORDS.mine : WORDS.posting(titleOf(postingId))}
                  postingId={postingId}
                  feed={calendarFeeds.find((feed) => feed.postingId === postingId)}
                />
              ))}
              {rest.length > 0 && (
                <NativeSelect
                  label={WORDS.forPosting}
                  value={chosen}
                  onChange={(event) => setChosen(event.currentTarget.value)}
                  data={[{ value: '', label: words.chooseOne }, ...rest]}
                />
              )}
            </Stack>
          );
        }}
      </Shown>
    </Paper>
  );
}

function OneFeed({
  name,
  postingId,
  feed,
}: {
  readonly name: string;
  readonly postingId: string | null;
  readonly feed: Feed | undefined;
}) {
  const [address, setAddress] = useState<string | null>(null);
  const [asked, setAsked] = useState<'again' | 'close' | null>(null);
  const done = useDoneOrLook('CalendarFeeds');
  const close = () => setAsked(null);
  const queries = useQueryClient();
  const open = useCommand(OpenCalendarFeedDocument, {
    onDone: (opened) => {
      setAddress(opened.address);
      void queries.invalidateQueries({ queryKey: ['CalendarFeeds'] });
      close();
    },
    keyed: false,
  });
  const end = useCommand(CloseCalendarFeedDocument, {
    ...done(WORDS.closed, () => {
      setAddress(null);
      close();
    }),
    keyed: false,
  });
  return (
    <section aria-label={name}>
      <Group justify="space-between">
        <div>
          <Text fw={600} size="sm">
            {name}
          </Text>
          <Text size="sm" c="dimmed">
            {feed ? (
              <>
                {WORDS.since} <Ago at={feed.createdAt} />
              </>
            ) : (
              WORDS.none
            )}
          </Text>
        </div>
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            loading={open.busy}
            onClick={() => (feed ? setAsked('again') : open.run({ postingId }))}
          >
            {feed ? WORDS.again : WORDS.open}
          </Button>
          {feed && (
            <Button size="xs" variant="default" onClick={() => setAsked('close')}>
              {WORDS.close}
            </Button>
          )}
        </Group>
      </Group>
      {address && <ShownOnce label={WORDS.label} value={address} note={WORDS.note} onKept={() => setAddress(null)} />}
      {asked === 'again' && (
        <Sure
          title={WORDS.againTitle}
          note={WORDS.againNote}
          yes={WORDS.againYes}
          busy={open.busy}
          onYes={() => open.run({ postingId })}
          onClose={close}
        />
      )}
      {asked === 'close' && feed && (
        <Sure
          title={WORDS.closeTitle}
          note={WORDS.closeNote}
          yes={WORDS.closeYes}
          busy={end.busy}
          onYes={() => end.run({ feedId: feed.id })}
          onClose={close}
        />
      )}
    </section>
  );
}
