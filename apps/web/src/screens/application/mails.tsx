import { Badge, Button, Collapse, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../graphql/ask';
import { MailWithWordsDocument } from '../../graphql/generated';
import { Moment } from '../../ui/moment';
import { Shown } from '../../ui/states';
import { words } from '../../words';
import type { Application } from './application';

const WORDS = words.application.mails;
type Mail = NonNullable<Application['mails']>[number];
const COLOURS: Readonly<Record<string, string>> = { SENT: 'tide', FAILED: 'red' };

/** Every mail about the application: sent, on its way, failed, or deliberately not sent and why. */
export function Mails({ application: { mails } }: { readonly application: Application }) {
  if (!mails) return <Text c="dimmed">{WORDS.hidden}</Text>;
  if (mails.length === 0) return <Text c="dimmed">{WORDS.none}</Text>;
  return (
    <ul className="plain">
      <Stack gap="xs">
        {mails.toReversed().map((mail) => (
          <MailRow key={mail.id} mail={mail} />
        ))}
      </Stack>
    </ul>
  );
}

function MailRow({ mail }: { readonly mail: Mail }) {
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
    </Paper>
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
