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
  const decide = (field: PostingField, number: number | null, right: 'keep' | 'accept') => {
    const named = number === null ? { [right]: [field] } : { [`${right}Rounds`]: [number] };
    resolve.run({ postingId: id, expectedVersion: data!.posting.version, accept: [], keep: [], ...named });
  };
  return (
    <Alert color="yellow" variant="light" title={WORDS.title} mb="md">
      <Stack gap="sm">
        {waiting.map(({ field, number, value, valueBefore, valueNow }) => (
          <div key={`${field} ${number}`}>
            <Text size="sm" fw={600}>
              {words.postings.fields[field] ?? field}
              {number === null ? '' : `: ${inWordsOf(valueNow) ?? inWordsOf(valueBefore)}`}
            </Text>
            <Text size="sm">
              {WORDS.said(inWordsOf(value ?? valueBefore) ?? words.postings.missing)}{' '}
              {WORDS.now(inWordsOf(number === null ? valueNow : sameParts(valueNow, value)) ?? words.postings.missing)}
            </Text>
            <Group gap="xs" mt={4}>
              <Button size="compact-sm" loading={resolve.busy} onClick={() => decide(field, number, 'accept')}>
                {WORDS.accept}
              </Button>
              <Button size="compact-sm" variant="default" loading={resolve.busy} onClick={() => decide(field, number, 'keep')}>
                {WORDS.keep}
              </Button>
            </Group>
          </div>
        ))}
      </Stack>
    </Alert>
  );
}

/** Of what a round is now, the parts that were corrected. */
function sameParts(round: string, corrected: string | null): string {
  const [now, parts] = [JSON.parse(round) as Record<string, unknown> | null, JSON.parse(corrected ?? '{}') as object];
  const keys = Object.keys(parts);
  return now === null || keys.length === 0 ? round : JSON.stringify(Object.fromEntries(keys.map((key) => [key, now[key]])));
}
