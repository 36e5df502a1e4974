import { Button, FileButton, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { AttachmentKind } from '../../graphql/generated';
import { tellDone, tellFault } from '../../ui/commands';
import { words } from '../../words';

const WORDS = words.application.files;
const KINDS = ['CV', 'OTHER'] as const satisfies readonly AttachmentKind[];

interface Sent {
  readonly kind: AttachmentKind;
  readonly file: File;
}

/** Files that came by another way, added by the team; the server says what is wrong with one that it does not take. */
export function AddFile({ applicationId, onAdded }: { readonly applicationId: string; readonly onAdded: () => void }) {
  // The browser tells of a choice only when it differs from the one before.
  const forget = { CV: useRef<() => void>(null), OTHER: useRef<() => void>(null) };
  const { mutate, isPending, variables } = useMutation({
    mutationFn: async ({ kind, file }: Sent) => {
      const form = new FormData();
      form.set('applicationId', applicationId);
      form.set('kind', kind);
      form.set('file', file, file.name);
      const answer = await fetch('/files', { method: 'POST', body: form });
      if (!answer.ok) throw new Error(((await answer.json()) as { message: string }).message);
      return file.name;
    },
    onSuccess: (name) => {
      tellDone(WORDS.added(name));
      onAdded();
    },
    // Without an answer the browser's own words would be said, and they help nobody.
    onError: (error) =>
      tellFault(error instanceof TypeError || error instanceof SyntaxError ? words.states.unsure : error.message),
    onSettled: () => KINDS.forEach((kind) => forget[kind].current?.()),
  });
  return (
    <Group gap="xs" mt="sm">
      {KINDS.map((kind) => (
        <FileButton
          key={kind}
          resetRef={forget[kind]}
          accept=".pdf,.docx,.txt"
          onChange={(file) => file && mutate({ kind, file })}
        >
          {(props) => (
            <Button {...props} size="compact-sm" variant="default" disabled={isPending}>
              {isPending && variables.kind === kind ? WORDS.sending : WORDS.add[kind]}
            </Button>
          )}
        </FileButton>
      ))}
    </Group>
  );
}
