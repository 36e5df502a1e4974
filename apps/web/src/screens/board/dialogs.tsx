import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../ui/dialog';
import { RejectForm } from '../../ui/reject-form';
import { words } from '../../words';
import type { Card, Column } from './model';
import type { Moves } from './moves';

/** What has to be said before a card moves. */
export type Asked =
  | { readonly kind: 'send-back'; readonly card: Card; readonly column: Column }
  | { readonly kind: 'reject'; readonly cards: readonly Card[] };

export default function BoardDialog({
  asked,
  moves,
  onClose,
}: {
  readonly asked: Asked;
  readonly moves: Moves;
  readonly onClose: () => void;
}) {
  const title =
    asked.kind === 'send-back'
      ? words.board.sendBack.title(asked.card.candidateName, asked.column.name)
      : asked.cards.length === 1
        ? words.board.reject_.title(asked.cards[0]!.candidateName)
        : words.board.reject_.titleMany(asked.cards.length);
  return (
    <Dialog onClose={onClose} title={title} size={asked.kind === 'reject' ? 'lg' : 'md'}>
      {asked.kind === 'reject' ? (
        <RejectForm
          onCancel={onClose}
          onReject={(reasonId, note) => {
            moves.reject(asked.cards, reasonId, note);
            onClose();
          }}
        />
      ) : (
        <SendBackForm
          onCancel={onClose}
          onSend={(reason) => {
            moves.sendBack(asked.card, asked.column, reason);
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}

function SendBackForm({ onSend, onCancel }: { readonly onSend: (reason: string) => void; readonly onCancel: () => void }) {
  const [reason, setReason] = useState('');
  const { sendBack } = words.board;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSend(reason.trim());
      }}
    >
      <Stack>
        <Textarea
          label={sendBack.reason}
          description={sendBack.note}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
          data-autofocus
          autosize
          minRows={2}
          maxLength={4000}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {words.cancel}
          </Button>
          <Button type="submit" disabled={reason.trim() === ''}>
            {sendBack.do}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
