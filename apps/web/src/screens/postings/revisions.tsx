import { Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
import { ask } from '../../graphql/ask';
import { CompareRevisionsDocument, RevisionsDocument, type RevisionsQuery } from '../../graphql/generated';
import { aroundChanges, diffLines } from '../../ui/diff';
import { useZone } from '../../ui/frame';
import { Empty, Shown } from '../../ui/states';
import { moment } from '../../ui/time';
import { words } from '../../words';
import { FactChanges } from './fact-changes';

const WORDS = words.postings.revisions;

/** The documents that a posting has had, two of them beside each other. Which two stands in the address. */
export function Revisions({ postingId }: { readonly postingId: string }) {
  const query = useQuery({
    queryKey: ['Revisions', postingId],
    queryFn: ({ signal }) => ask(RevisionsDocument, { id: postingId }, signal),
  });
  return <Shown query={query}>{(data) => <Choose postingId={postingId} data={data} />}</Shown>;
}

function Choose({ postingId, data: { posting, people } }: { readonly postingId: string; readonly data: RevisionsQuery }) {
  const zone = useZone();
  const [address, setAddress] = useSearchParams();
  const { revisions } = posting;
  if (revisions.length < 2) return <Empty>{WORDS.onlyOne}</Empty>;
  const name = (id: string | null) => people.nodes.find((one) => one.id === id)?.name ?? '';
  const data = revisions.map(({ number, createdAt, createdById }) => ({
    value: String(number),
    label: [WORDS.number(number), moment(createdAt, zone), name(createdById)].filter(Boolean).join(' · '),
  }));
  const chosen = (key: string, usual: number) => {
    const number = Number(address.get(key));
    return revisions.some((one) => one.number === number) ? number : usual;
  };
  const after = chosen('after', revisions[0]!.number);
  const before = chosen('before', revisions.find(({ number }) => number < after)?.number ?? revisions.at(-1)!.number);
  const set = (key: 'before' | 'after', value: string) =>
    setAddress({ tab: 'revisions', before: String(before), after: String(after), [key]: value }, { replace: true });
  return (
    <Stack maw={1100}>
      <Group align="flex-end" grow preventGrowOverflow={false}>
        <NativeSelect
          label={WORDS.before}
          data={data}
          value={before}
          onChange={(event) => set('before', event.currentTarget.value)}
        />
        <NativeSelect
          label={WORDS.after}
          data={data}
          value={after}
          onChange={(event) => set('after', event.currentTarget.value)}
        />
      </Group>
      <Compared postingId={postingId} before={before} after={after} />
    </Stack>
  );
}

function Compared({ postingId, before, after }: { readonly postingId: string; readonly before: number; readonly after: number }) {
  const query = useQuery({
    queryKey: ['CompareRevisions', postingId, before, after],
    queryFn: ({ signal }) => ask(CompareRevisionsDocument, { postingId, before, after }, signal),
  });
  return (
    <Shown query={query}>
      {({ compareRevisions: compared }) => (
        <>
          <Paper withBorder p="md" component="section" aria-labelledby="facts-changed">
            <Title order={2} id="facts-changed" mb="xs">
              {WORDS.facts}
            </Title>
            <FactChanges changes={compared.changes} none={WORDS.noFacts} />
          </Paper>
          <section aria-labelledby="lines-changed">
            <Title order={2} id="lines-changed" mb="xs">
              {WORDS.lines}
            </Title>
            <Lines before={compared.before.document} after={compared.after.document} />
          </section>
        </>
      )}
    </Shown>
  );
}

/** What went and what is new, with the lines around it. */
function Lines({ before, after }: { readonly before: string; readonly after: string }) {
  if (before === after) return <Text c="dimmed">{WORDS.same}</Text>;
  return (
    <div className="document diff" tabIndex={0} role="region" aria-label={WORDS.lines}>
      <ol>
        {aroundChanges(diffLines(before, after)).map((line, at) =>
          line.kind === 'rest' ? (
            <li key={at} data-kind="rest">
              <span>{WORDS.rest(line.count)}</span>
            </li>
          ) : (
            <li key={at} data-kind={line.kind} data-number={line.after ?? line.before}>
              <span>
                {line.kind !== 'same' && <span className="unseen">{WORDS.kinds[line.kind]} </span>}
                {line.text || '\u00a0'}
              </span>
            </li>
          ),
        )}
      </ol>
    </div>
  );
}
