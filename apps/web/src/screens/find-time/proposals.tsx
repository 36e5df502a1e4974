import { Anchor, Button, Group, Paper, Table, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link } from 'wouter';
import { NoAnswer, ask } from '../../graphql/ask';
import { BookInterviewDocument } from '../../graphql/generated';
import { tellDone } from '../../ui/commands';
import { inTurn } from '../../ui/in-turn';
import { Moment } from '../../ui/moment';
import { words } from '../../words';
import type { BatchPlan, Waiting } from './batch';

const WORDS = words.planning.batch;

interface Props {
  readonly plan: BatchPlan;
  readonly cards: readonly Waiting[];
  readonly stageId: string;
}

/** A plan for many interviews. Booking goes one by one, since each is decided again on what is true by then; whoever lost their time is marked. */
export function Proposals({ plan, cards, stageId }: Props) {
  const queries = useQueryClient();
  // Who they were when the times were found: booking changes the board under this list.
  const [people] = useState(() => new Map(cards.map((card) => [card.id, card])));
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState<ReadonlyMap<string, { readonly booked: boolean; readonly text: string }>>(new Map());
  const [busy, setBusy] = useState(false);
  const keys = useRef(new Map<string, string>());
  const open = plan.interviews.filter(({ applicationId }) => !without.has(applicationId) && !said.get(applicationId)?.booked);
  const nameOf = (id: string) => people.get(id)?.candidateName ?? '';

  const book = async ({ applicationId, startsAt }: BatchPlan['interviews'][number]): Promise<boolean> => {
    const note = (booked: boolean, text: string) => setSaid((before) => new Map(before).set(applicationId, { booked, text }));
    const idempotencyKey = keys.current.get(applicationId) ?? crypto.randomUUID();
    keys.current.set(applicationId, idempotencyKey);
    const expectedVersion = people.get(applicationId)?.version;
    try {
      const { result } = await ask(BookInterviewDocument, {
        input: { applicationId, stageId, startsAt, expectedVersion, idempotencyKey },
      });
      const booked = result.__typename === 'InterviewPayload';
      note(booked, booked ? WORDS.booked : result.message);
      if (!booked) keys.current.delete(applicationId);
      return booked;
    } catch (error) {
      note(false, error instanceof NoAnswer ? words.states.unsure : (error as Error).message);
      return false;
    }
  };
  const bookAll = async () => {
    setBusy(true);
    const booked = (await inTurn(open, 1, book)).filter(Boolean).length;
    setBusy(false);
    void queries.invalidateQueries();
    tellDone(WORDS.done(booked, open.length));
  };
  const asked = plan.interviews.length + plan.without.length;
  const done = plan.interviews.every(({ applicationId }) => said.get(applicationId)?.booked);
  const best = plan.interviews.length >= plan.bound;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="proposals">
      <Title order={2} id="proposals">
        {WORDS.proposals}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {[WORDS.found(plan.interviews.length, asked), best ? WORDS.best : WORDS.bound(plan.bound), WORDS.inZone(plan.zone)].join(
          ' ',
        )}
      </Text>
      {plan.interviews.length > 0 && (
        <Table.ScrollContainer
          minWidth={640}
          scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': WORDS.proposals } }}
        >
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                {[WORDS.candidate, WORDS.when, WORDS.with, WORDS.state].map((head) => (
                  <Table.Th key={head}>{head}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {plan.interviews.map(({ applicationId, startsAt, seats }) => (
                <Table.Tr key={applicationId}>
                  <Table.Th scope="row" fw={500}>
                    <label className="choice-line">
                      <input
                        type="checkbox"
                        aria-label={WORDS.include(nameOf(applicationId))}
                        checked={!without.has(applicationId)}
                        disabled={busy || said.get(applicationId)?.booked}
                        onChange={({ currentTarget: { checked } }) =>
                          setWithout(
                            new Set(checked ? [...without].filter((id) => id !== applicationId) : [...without, applicationId]),
                          )
                        }
                      />
                      {nameOf(applicationId)}
                    </label>
                  </Table.Th>
                  <Table.Td>
                    <Moment at={startsAt} far />
                  </Table.Td>
                  <Table.Td>{seats.map(({ person }) => person.name).join(', ')}</Table.Td>
                  <Table.Td c={said.get(applicationId)?.booked === false ? 'var(--rounds-bad)' : undefined}>
                    {said.get(applicationId)?.text ?? '–'}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {plan.without.length > 0 && (
        <>
          <Title order={3} mt="md">
            {WORDS.without}
          </Title>
          <ul className="plain spaced">
            {plan.without.map(({ applicationId, message }) => (
              <li key={applicationId}>
                <Anchor component={Link} href={`/applications/${applicationId}/time`} fw={500}>
                  {nameOf(applicationId)}
                </Anchor>{' '}
                <Text span size="sm" c="dimmed">
                  {message}
                </Text>
              </li>
            ))}
          </ul>
        </>
      )}
      {!done && (
        <Group mt="md">
          <Button loading={busy} disabled={open.length === 0} onClick={() => void bookAll()}>
            {WORDS.book(open.length)}
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {busy && WORDS.booking([...said.values()].length, plan.interviews.length)}
          </Text>
        </Group>
      )}
    </Paper>
  );
}
