import { Anchor, Badge, Button, Group, Paper, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { ask } from '../../graphql/ask';
import { AnswerPrivacyRequestDocument, PrivacyRequestsDocument, type PrivacyRequestsQuery } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { Ago, Moment } from '../../ui/moment';
import { Empty, Shown } from '../../ui/states';
import { words } from '../../words';

const WORDS = words.settings.privacy;
type Request = PrivacyRequestsQuery['privacyRequests']['nodes'][number];

/** What candidates ask about their data. Each is answered within a month. */
export function PrivacySettings() {
  const [which, setWhich] = useState('open');
  const query = useQuery({
    queryKey: ['PrivacyRequests', which],
    queryFn: ({ signal }) => ask(PrivacyRequestsDocument, { open: which === 'open' }, signal),
  });
  return (
    <Stack>
      <Text c="dimmed">{WORDS.intro}</Text>
      <SegmentedControl
        w="fit-content"
        aria-label={WORDS.which}
        value={which}
        onChange={setWhich}
        data={[
          { value: 'open', label: WORDS.open },
          { value: 'all', label: WORDS.all },
        ]}
      />
      <Shown query={query}>
        {({ privacyRequests: { nodes } }) => (
          <>
            {nodes.length === 0 && <Empty>{WORDS.none}</Empty>}
            {nodes.map((request) => (
              <OneRequest key={request.id} request={request} />
            ))}
          </>
        )}
      </Shown>
    </Stack>
  );
}

function OneRequest({ request }: { readonly request: Request }) {
  const { id, candidateId, candidateName, kind, askedAt, answerBy, outcome, answer } = request;
  const [typed, setTyped] = useState('');
  const queries = useQueryClient();
  const settle = useCommand(AnswerPrivacyRequestDocument, {
    keyed: false,
    onDone: ({ message }) => {
      tellDone(message);
      void queries.invalidateQueries({ queryKey: ['PrivacyRequests'] });
    },
  });
  const late = outcome === null && Date.parse(answerBy) < Date.now();
  return (
    <Paper withBorder p="md" component="article" aria-label={`${WORDS.kinds[kind]}, ${candidateName}`}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Text fw={600}>{WORDS.kinds[kind]}</Text>
          <Text size="sm">
            {candidateName ? (
              <Anchor component={Link} href={`/candidates/${candidateId}`}>
                {candidateName}
              </Anchor>
            ) : (
              WORDS.erased
            )}{' '}
            <Text span c="dimmed">
              <Ago at={askedAt} />
            </Text>
          </Text>
        </div>
        {outcome === null ? (
          <Badge variant="light" color={late ? 'red' : 'gray'}>
            {WORDS.by} <Moment at={answerBy} />
          </Badge>
        ) : (
          <Badge variant="light" color={outcome === 'DONE' ? 'tide' : 'gray'}>
            {WORDS.outcomes[outcome]}
          </Badge>
        )}
      </Group>
      {answer && (
        <Text size="sm" mt="xs" className="prose">
          {answer}
        </Text>
      )}
      {outcome === null && (
        <Stack gap="xs" mt="sm">
          <Text size="sm" c="dimmed">
            {WORDS.how[kind]}
          </Text>
          <Textarea
            label={WORDS.answer}
            autosize
            minRows={2}
            maxLength={4000}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Group gap="xs">
            {kind === 'ACCESS' && (
              <Button
                size="xs"
                loading={settle.busy}
                onClick={() => settle.run({ requestId: id, outcome: 'DONE', answer: typed })}
              >
                {WORDS.done}
              </Button>
            )}
            <Button
              size="xs"
              variant="default"
              disabled={!typed.trim()}
              loading={settle.busy}
              onClick={() => settle.run({ requestId: id, outcome: 'DECLINED', answer: typed })}
            >
              {WORDS.decline}
            </Button>
          </Group>
        </Stack>
      )}
    </Paper>
  );
}
