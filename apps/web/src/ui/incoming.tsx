import { Anchor, Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { IncomingSeenFragment } from '../graphql/generated';
import { words } from '../words';
import { Moment } from './moment';

const WORDS = words.mail.incoming;
const COLOURS = { REPLY: 'tide', AUTO_REPLY: 'gray', BOUNCE: 'red', DELAY: 'yellow', CALENDAR: 'gray' } as const;
/** More than this is folded. */
const SHORT = 240;

/** A mail that came back: who says what, and what was made of it. What strangers write is text. */
export function Incoming({ mail }: { readonly mail: IncomingSeenFragment }) {
  const { kind, sender, subject, text, outcome, attachmentIds, receivedAt } = mail;
  const [whole, setWhole] = useState(false);
  const long = text.length > SHORT;
  return (
    <div>
      <Group gap="xs">
        <Badge variant="light" color={COLOURS[kind]} className={kind === 'DELAY' ? 'look' : undefined}>
          {WORDS.kinds[kind]}
        </Badge>
        <Text size="sm" fw={600}>
          {subject || WORDS.noSubject}
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {WORDS.from(sender)} · <Moment at={receivedAt} />
      </Text>
      {text && (
        <Text size="sm" className="prose" mt={4}>
          {long && !whole ? `${text.slice(0, SHORT).trimEnd()} …` : text}
        </Text>
      )}
      {long && (
        <Button size="compact-xs" variant="default" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? WORDS.less : WORDS.whole}
        </Button>
      )}
      {attachmentIds.map((id) => (
        <Anchor key={id} href={`/files/${id}`} size="sm" display="block" download>
          {WORDS.file}
        </Anchor>
      ))}
      <Text size="sm" c="dimmed">
        {outcome}
      </Text>
    </div>
  );
}
