import { Badge, Box, Button, Collapse, Group, Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../graphql/ask';
import {
  IncomingMailsOfDocument,
  type IncomingSeenFragment,
  MailWithWordsDocument,
  ScheduleMailDocument,
  WithholdMailDocument,
} from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { useZone } from '../../ui/frame';
import { Incoming } from '../../ui/incoming';
import { Moment } from '../../ui/moment';
import { Shown } from '../../ui/states';
import { words } from '../../words';
import { moment } from '../../ui/time';
import { type Application, useReadAgain } from './application';

const WORDS = words.application.mails;
type Mail = NonNullable<Application['mails']>[number];
const COLOURS: Readonly<Record<string, string>> = { SENT: 'tide', FAILED: 'red', BOUNCED: 'red', IN_DOUBT: 'yellow' };

/** Every mail about the application: sent, on its way, failed, or deliberately not sent and why. */
export function Mails({ application: { id, mails } }: { readonly application: Application }) {
  if (!mails) return <Text c="dimmed">{WORDS.hidden}</Text>;
  if (mails.length === 0) return <Text c="dimmed">{WORDS.none}</Text>;
  return <Threads applicationId={id} mails={mails} />;
}

/** Each mail with what came back on it. */
function Threads({ applicationId, mails }: { readonly applicationId: string; readonly mails: readonly Mail[] }) {
  const { data } = useQuery({
    queryKey: ['IncomingMailsOf', applicationId],
    queryFn: ({ signal }) => ask(IncomingMailsOfDocument, { applicationId }, signal),
  });
  const back = data?.incomingMailsOf.nodes ?? [];
  return (
    <ul className="plain spaced">
      {mails.toReversed().map((mail) => (
        <MailRow key={mail.id} mail={mail} back={back.filter(({ answersMailId }) => answersMailId === mail.id)} />
      ))}
    </ul>
  );
}

function MailRow({ mail, back }: { readonly mail: Mail; readonly back: readonly IncomingSeenFragment[] }) {
  const [open, setOpen] = useState(false);
  const waits = mail.state === 'DECIDED' && Date.parse(mail.notBefore) > Date.now();
  return (
    <Paper withBorder p="sm" component="li">
      <div className="mail-row">
        <div>
          <Text fw={600}>{mail.subject || mail.template}</Text>
          <Text size="sm" c="dimmed">
            {mail.recipient ? WORDS.to(mail.recipient) : WORDS.toNobody} ·{' '}
            <Moment at={mail.sentAt ?? (waits ? mail.notBefore : mail.decidedAt)} />
          </Text>
          {(mail.skippedBecause ?? mail.error) && <Text size="sm">{mail.skippedBecause ?? mail.error}</Text>}
          {mail.heldUntil && <Held mail={{ ...mail, heldUntil: mail.heldUntil }} />}
        </div>
        <Badge variant="light" color={COLOURS[mail.state] ?? 'gray'}>
          {WORDS.states[mail.state]}
        </Badge>
        {mail.state !== 'SKIPPED' && (
          <Button size="xs" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? words.close : WORDS.read}
          </Button>
        )}
      </div>
      <Collapse expanded={open}>{open && <MailText id={mail.id} />}</Collapse>
      {back.length > 0 && (
        <Box component="ul" mt="sm" className="plain spaced timeline" aria-label={words.mail.incoming.answers(back.length)}>
          {back.map((one) => (
            <li key={one.id}>
              <Incoming mail={one} />
            </li>
          ))}
        </Box>
      )}
    </Paper>
  );
}

/** A mail that has not left: it can be taken back, or sent without waiting. */
function Held({ mail }: { readonly mail: Mail & { readonly heldUntil: string } }) {
  const zone = useZone();
  const readAgain = useReadAgain(mail.applicationId);
  const done = (said: string) => ({
    onDone: () => {
      tellDone(said);
      readAgain();
    },
  });
  const withhold = useCommand(WithholdMailDocument, done(WORDS.withheld));
  const send = useCommand(ScheduleMailDocument, done(WORDS.sentNow));
  return (
    <Group gap="xs" mt={4}>
      <Text size="sm">{WORDS.held(moment(mail.heldUntil, zone))}</Text>
      <Button size="compact-xs" variant="default" loading={withhold.busy} onClick={() => withhold.run({ id: mail.id })}>
        {WORDS.withhold}
      </Button>
      <Button size="compact-xs" variant="default" loading={send.busy} onClick={() => send.run({ id: mail.id })}>
        {WORDS.sendNow}
      </Button>
    </Group>
  );
}

function MailText({ id }: { readonly id: string }) {
  const query = useQuery({
    queryKey: ['MailWithWords', id],
    queryFn: ({ signal }) => ask(MailWithWordsDocument, { id }, signal),
    staleTime: Infinity,
  });
  return (
    <Shown query={query}>
      {({ mail }) => (
        <Text size="sm" className="prose" mt="sm">
          {mail.text}
        </Text>
      )}
    </Shown>
  );
}
