import { Button, Group, NativeSelect, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../graphql/ask';
import { PreviewMailDocument, RejectionReasonsDocument } from '../graphql/generated';
import { words } from '../words';
import { maySearchCandidates, useFrame } from './frame';

const WORDS = words.board.reject_;
const REJECTION_MAIL = 'rejected';

/** Why somebody is rejected, and the mail that they get. */
export function RejectForm({
  onReject,
  onCancel,
  busy = false,
}: {
  readonly onReject: (reasonId: string, note: string) => void;
  readonly onCancel: () => void;
  readonly busy?: boolean;
}) {
  const [reasonId, setReasonId] = useState('');
  const [note, setNote] = useState('');
  const reasons = useQuery({
    queryKey: ['RejectionReasons'],
    queryFn: ({ signal }) => ask(RejectionReasonsDocument, {}, signal),
    staleTime: 60_000,
  });
  const options = (reasons.data?.rejectionReasons ?? []).filter(({ side, active }) => side === 'WE_REJECTED' && active);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onReject(reasonId, note.trim());
      }}
    >
      <Stack>
        <NativeSelect
          label={WORDS.reason}
          description={WORDS.reasonNote}
          required
          data-autofocus
          value={reasonId}
          onChange={(event) => setReasonId(event.currentTarget.value)}
          data={[{ value: '', label: words.chooseOne }, ...options.map(({ id, label }) => ({ value: id, label }))]}
        />
        <Textarea
          label={`${WORDS.note} (${words.optional})`}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          autosize
          minRows={2}
          maxLength={4000}
        />
        <MailSample />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {words.cancel}
          </Button>
          <Button type="submit" color="red" disabled={reasonId === ''} loading={busy}>
            {WORDS.do}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The words in use, shown to those who may read templates. */
function MailSample() {
  const allowed = maySearchCandidates(useFrame());
  const { data } = useQuery({
    queryKey: ['PreviewMail', REJECTION_MAIL],
    queryFn: ({ signal }) => ask(PreviewMailDocument, { input: { key: REJECTION_MAIL } }, signal),
    enabled: allowed,
    staleTime: 60_000,
  });
  const preview = data?.previewMail.__typename === 'MailPreview' ? data.previewMail : null;
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {WORDS.mail}
      </Text>
      <Text size="xs" c="dimmed">
        {preview ? WORDS.mailSample : WORDS.mailHidden}
      </Text>
      {preview && (
        <Paper withBorder p="sm" tabIndex={0} role="region" aria-label={WORDS.mail} style={{ maxHeight: 220, overflowY: 'auto' }}>
          <Text size="sm" fw={600} mb={4}>
            {preview.subject}
          </Text>
          <Text size="sm" className="prose">
            {preview.text}
          </Text>
        </Paper>
      )}
    </Stack>
  );
}
