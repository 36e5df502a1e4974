import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../graphql/ask';
import { OvertakenCorrectionsDocument, type PostingField, ResolveCorrectionsDocument } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { words } from '../../words';
import { inWordsOf } from './fact-changes';
import { type Posting, useReadAgain } from './posting';

const WORDS = words.postings.overtaken;

/** Corrections that the present document contradicts: each waits until somebody says who is right. */
export function Overtaken({ posting: { id, version } }: { readonly posting: Posting }) {
  const readAgain = useReadAgain(id);
  const { data } = useQuery({
    queryKey: ['PostingEditor', id, 'overtaken', version],
    queryFn: ({ signal }) => ask(OvertakenCorrectionsDocument, { id }, signal),
  });
  const resolve = useCommand(ResolveCorrectionsDocument, {
    onDone: () => {
      tellDone(WORDS.done);
      readAgain();
    },
  });
  const waiting = data?.posting.overtaken ?? [];
  if (waiting.length === 0) return null;
  const decide = (field: PostingField, right: 'keep' | 'accept') =>
    resolve.run({ postingId: id, expectedVersion: data!.posting.version, accept: [], keep: [], [right]: [field] });
  return (
    <Alert color="yellow" variant="light" title={WORDS.title} mb="md">
      <Stack gap="sm">
        {waiting.map(({ field, value, valueBefore, valueNow }) => (
          <div key={field}>
            <Text size="sm" fw={600}>
              {words.postings.fields[field] ?? field}
            </Text>
            <Text size="sm">
              {WORDS.said(inWordsOf(value ?? valueBefore) ?? words.postings.missing)}{' '}
              {WORDS.now(inWordsOf(valueNow) ?? words.postings.missing)}
            </Text>
            <Group gap="xs" mt={4}>
              <Button size="compact-sm" loading={resolve.busy} onClick={() => decide(field, 'accept')}>
                {WORDS.accept}
              </Button>
              <Button size="compact-sm" variant="default" loading={resolve.busy} onClick={() => decide(field, 'keep')}>
                {WORDS.keep}
              </Button>
            </Group>
          </div>
        ))}
      </Stack>
    </Alert>
  );
}
