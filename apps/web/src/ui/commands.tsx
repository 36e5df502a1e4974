import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { NoAnswer, ask } from '../graphql/ask';
import type { TypedDocumentString } from '../graphql/generated';
import { words } from '../words';

/** The members of result unions that say why nothing was changed. */
const REFUSALS = ['Conflict', 'InvalidInput', 'Refused', 'ApplicationConflict', 'SlotUnavailable', 'PublishRefused'] as const;
type RefusalName = (typeof REFUSALS)[number];

type Answer = { readonly __typename: string };
export type Done<Result extends Answer> = Exclude<Result, { readonly __typename: RefusalName }>;
export type Refusal<Result extends Answer> = Extract<Result, { readonly __typename: RefusalName }>;

export function isRefusal<Result extends Answer>(result: Result): result is Refusal<Result> {
  return (REFUSALS as readonly string[]).includes(result.__typename);
}

interface Asked {
  readonly input: object;
}

/**
 * A mutation for one button. Refusals are said in the server's words unless `onRefusal` does; when no answer came the same key is sent with the
 * next try of the same input, so that it happens once.
 */
export function useCommand<Result extends Answer, Variables extends Asked>(
  document: TypedDocumentString<{ result: Result }, Variables>,
  {
    onDone,
    onRefusal,
    keyed = true,
  }: {
    onDone?: (done: Done<Result>) => void;
    onRefusal?: (refusal: Refusal<Result>) => void;
    /** The few inputs without idempotencyKey are of commands that may happen twice. */
    keyed?: boolean;
  } = {},
) {
  const unsure = useRef<{ readonly input: string; readonly key: string } | null>(null);
  const mutation = useMutation({
    mutationFn: async (input: Variables['input']) => {
      const text = JSON.stringify(input);
      const key = unsure.current?.input === text ? unsure.current.key : crypto.randomUUID();
      unsure.current = { input: text, key };
      const { result } = await ask(document, {
        input: keyed ? { ...input, idempotencyKey: key } : input,
      } as unknown as Variables);
      unsure.current = null;
      return result;
    },
    onSuccess: (result) => {
      if (!isRefusal(result)) onDone?.(result as Done<Result>);
      else if (onRefusal) onRefusal(result);
      else tellRefusal(result);
    },
    onError: (error) => tellFault(error instanceof NoAnswer ? words.states.unsure : error.message),
  });
  return { run: mutation.mutate, busy: mutation.isPending };
}

const CLOSE = { 'aria-label': words.close };

/** The server's words for why nothing was changed. */
export function tellRefusal(refusal: object): void {
  tellFault('message' in refusal ? String(refusal.message) : words.states.faultTitle);
}

export function tellFault(message: string, title: string = words.states.faultTitle): void {
  notifications.show({
    color: 'red',
    title,
    message,
    autoClose: 10_000,
    withBorder: true,
    role: 'alert',
    closeButtonProps: CLOSE,
  });
}

/** Says what was done, with a way back where there is one. */
export function tellDone(message: string, undo?: () => void): void {
  const id = crypto.randomUUID();
  notifications.show({
    id,
    withBorder: true,
    closeButtonProps: CLOSE,
    autoClose: undo ? 12_000 : 5_000,
    message: undo ? (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          {words.undo}
        </Button>
      </Group>
    ) : (
      message
    ),
  });
}
