import { Alert, Button, CopyButton, Group, Text, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { words } from '../words';

const WORDS = words.shownOnce;

/** A secret that the server tells this once, or when it is asked for: it can be copied, and is gone from the page when its reader says so. */
export function ShownOnce({
  label,
  value,
  note,
  title = WORDS.title,
  onKept,
}: {
  readonly label: string;
  readonly value: string;
  readonly note: string;
  readonly title?: string;
  readonly onKept: () => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  // Wherever the button was that made it.
  useEffect(() => input.current?.focus(), []);
  return (
    <Alert color="tide" variant="light" role="status" title={title} my="sm">
      <Text size="sm" mb="xs">
        {note}
      </Text>
      <TextInput
        ref={input}
        label={label}
        className="editor"
        readOnly
        value={value}
        onFocus={(event) => event.currentTarget.select()}
        autoComplete="off"
        spellCheck={false}
      />
      <Group gap="xs" mt="xs">
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button size="xs" onClick={copy}>
              {copied ? WORDS.copied : WORDS.copy}
            </Button>
          )}
        </CopyButton>
        <Button size="xs" variant="default" onClick={onKept}>
          {WORDS.kept}
        </Button>
      </Group>
    </Alert>
  );
}
