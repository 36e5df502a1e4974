import { Anchor, Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { ask } from '../../graphql/ask';
import {
  AttendMailDocument,
  type MailSeenFragment,
  MailTasksDocument,
  RetryMailDocument,
  SettleMailDocument,
} from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { Moment } from '../../ui/moment';
import { Empty, Shown } from '../../ui/states';
import { words } from '../../words';

const WORDS = words.mail.tasks;

/** Mails with which something is wrong and that nobody has seen to yet. */
export function MailTasks() {
  const query = useQuery({ queryKey: ['MailTasks'], queryFn: ({ signal }) => ask(MailTasksDocument, {}, signal) });
  return (
    <Shown query={query}>
      {({ mailTasks: { nodes } }) => (
        <Stack maw={1000}>
          <Text c="dimmed">{WORDS.intro}</Text>
          {nodes.length === 0 && <Empty>{WORDS.none}</Empty>}
          {nodes.map((mail) => (
            <Task key={mail.id} mail={mail} />
          ))}
        </Stack>
      )}
    </Shown>
  );
}

function Task({ mail }: { readonly mail: MailSeenFragment }) {
  const queries = useQueryClient();
  const done = (said: string) => ({
    onDone: () => {
      tellDone(said);
      void queries.invalidateQueries({ queryKey: ['MailTasks'] });
    },
  });
  const retry = useCommand(RetryMailDocument, done(WORDS.retried));
  const settle = useCommand(SettleMailDocument, done(WORDS.settled));
  const attend = useCommand(AttendMailDocument, done(WORDS.attended));
  return (
    <Paper withBorder p="md" component="article" aria-label={mail.subject || mail.template}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Text fw={600}>
            {mail.subject || mail.template}{' '}
            <Badge variant="light" color={mail.state === 'IN_DOUBT' ? 'yellow' : 'red'} className="look">
              {words.application.mails.states[mail.state]}
            </Badge>
          </Text>
          <Text size="sm" c="dimmed">
            {words.application.mails.to(mail.recipient)} · <Moment at={mail.sentAt ?? mail.decidedAt} />
          </Text>
          <Text size="sm">{mail.state === 'IN_DOUBT' ? WORDS.mayHaveArrived : mail.error}</Text>
          <Anchor component={Link} href={`/applications/${mail.applicationId}?tab=mails`} size="sm">
            {WORDS.application}
          </Anchor>
        </div>
        <Group gap="xs">
          {mail.state === 'FAILED' && (
            <Button size="xs" loading={retry.busy} onClick={() => retry.run({ id: mail.id })}>
              {WORDS.retry}
            </Button>
          )}
          {mail.state === 'IN_DOUBT' ? (
            <>
              <Button
                size="xs"
                variant="default"
                loading={settle.busy}
                onClick={() => settle.run({ id: mail.id, verdict: 'ARRIVED' })}
              >
                {WORDS.arrived}
              </Button>
              <Button
                size="xs"
                variant="default"
                loading={settle.busy}
                onClick={() => settle.run({ id: mail.id, verdict: 'SEND_AGAIN' })}
              >
                {WORDS.sendAgain}
              </Button>
            </>
          ) : (
            <Button size="xs" variant="default" loading={attend.busy} onClick={() => attend.run({ id: mail.id })}>
              {WORDS.attend}
            </Button>
          )}
        </Group>
      </Group>
    </Paper>
  );
}
