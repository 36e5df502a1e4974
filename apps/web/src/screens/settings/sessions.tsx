import { Badge, Button, Group, Paper, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../graphql/ask';
import { RevokeSessionDocument, SessionsDocument, type SessionsQuery } from '../../graphql/generated';
import { browserOf } from '../../ui/browser-name';
import { tellDone, tellFault, useCommand } from '../../ui/commands';
import { useZone } from '../../ui/frame';
import { Shown } from '../../ui/states';
import { moment } from '../../ui/time';
import { words } from '../../words';
import { useDone } from './read-again';

const WORDS = words.settings.me;
type Session = SessionsQuery['sessions'][number];

/** Where the viewer is signed in; each of the others can be ended from here. */
export function Sessions() {
  const query = useQuery({ queryKey: ['Sessions'], queryFn: ({ signal }) => ask(SessionsDocument, {}, signal) });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="sessions">
      <Title order={2} id="sessions" mb="xs">
        {WORDS.sessions}
      </Title>
      <Shown query={query}>{({ sessions }) => <List sessions={sessions} />}</Shown>
    </Paper>
  );
}

function List({ sessions }: { readonly sessions: readonly Session[] }) {
  const zone = useZone();
  const end = useCommand(RevokeSessionDocument, { ...useDone('Sessions')(WORDS.ended), keyed: false });
  const others = sessions.filter(({ current }) => !current);
  return (
    <>
      <ul className="plain spaced">
        {sessions.map(({ id, userAgent, network, current, createdAt, expiresAt }) => (
          <Group component="li" key={id} justify="space-between" wrap="nowrap">
            <div>
              <Text size="sm" title={userAgent}>
                {nameOf(userAgent)} {current && <Badge variant="light">{WORDS.here}</Badge>}
              </Text>
              <Text size="xs" c="dimmed">
                {WORDS.since(moment(createdAt, zone))} · {WORDS.from(network)} · {WORDS.until(moment(expiresAt, zone))}
              </Text>
            </div>
            {!current && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={WORDS.endOf(nameOf(userAgent))}
                onClick={() => end.run({ sessionId: id })}
              >
                {WORDS.end}
              </Button>
            )}
          </Group>
        ))}
      </ul>
      {others.length > 1 && <EndOthers others={others} />}
    </>
  );
}

function EndOthers({ others }: { readonly others: readonly Session[] }) {
  const [busy, setBusy] = useState(false);
  const queries = useQueryClient();
  const endAll = async () => {
    setBusy(true);
    try {
      // One that has ended by itself meanwhile is as good as one that is ended here.
      for (const { id } of others) await ask(RevokeSessionDocument, { input: { sessionId: id } });
      tellDone(WORDS.endedOthers);
    } catch (error) {
      tellFault((error as Error).message);
    } finally {
      setBusy(false);
      void queries.invalidateQueries({ queryKey: ['Sessions'] });
    }
  };
  return (
    <Group justify="flex-end" mt="md">
      <Button size="xs" variant="default" loading={busy} onClick={() => void endAll()}>
        {WORDS.endOthers}
      </Button>
    </Group>
  );
}

function nameOf(userAgent: string): string {
  const found = browserOf(userAgent);
  return found ? WORDS.on(found.browser, found.system) : userAgent || WORDS.unnamed;
}
