import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Dialog } from '../../ui/dialog';
import { ask } from '../../graphql/ask';
import { PreviewRevisionDocument } from '../../graphql/generated';
import { Shown } from '../../ui/states';
import { words } from '../../words';
import { FactChanges } from './fact-changes';

const WORDS = words.postings.preview;

/** What a new document would change, before it does. */
export function RevisionPreview({
  postingId,
  document,
  busy,
  onSave,
  onClose,
}: {
  readonly postingId: string;
  readonly document: string;
  readonly busy: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
}) {
  const query = useQuery({
    queryKey: ['PreviewRevision', postingId, document],
    queryFn: ({ signal }) => ask(PreviewRevisionDocument, { postingId, document }, signal),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Dialog onClose={onClose} size="lg" title={WORDS.title}>
      <Stack>
        <Shown query={query}>
          {({ previewRevision: { changes, planChanged, unresolved, overtaken } }) => (
            <>
              <FactChanges changes={changes} none={WORDS.none} />
              {planChanged && <Text size="sm">{WORDS.plan}</Text>}
              {overtaken.length > 0 && (
                <Text size="sm">
                  {WORDS.overtaken(overtaken.map(({ field }) => words.postings.fields[field] ?? field).join(', '))}
                </Text>
              )}
              {unresolved.map((message) => (
                <Text key={message} size="sm" className="bad">
                  {message}
                </Text>
              ))}
            </>
          )}
        </Shown>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {WORDS.back}
          </Button>
          <Button loading={busy} onClick={onSave}>
            {words.postings.revise}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
