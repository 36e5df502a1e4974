import { Anchor, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { ask } from '../../graphql/ask';
import {
  AnswerSeatDocument,
  HomeDocument,
  HomePostingsDocument,
  type HomePostingsQuery,
  type HomeQuery,
} from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { mayImport, useFrame } from '../../ui/frame';
import { Ago, Moment } from '../../ui/moment';
import { Empty, Shown } from '../../ui/states';
import { daysSince } from '../../ui/time';
import { words } from '../../words';
import { Person, Section } from './parts';
import { Promises } from './promises';
import { Tasks } from './tasks';

const WORDS = words.home;

/** What waits for the viewer: cards to write, interviews to hold, candidates who wait for the team. */
export default function HomeScreen() {
  const frame = useFrame();
  const query = useQuery({ queryKey: ['Home'], queryFn: ({ signal }) => ask(HomeDocument, {}, signal) });
  const postings = useQuery({ queryKey: ['HomePostings'], queryFn: ({ signal }) => ask(HomePostingsDocument, {}, signal) });
  return (
    <Stack maw={960} gap="lg">
      <Title order={1}>{WORDS.hello(frame.viewer.name)}</Title>
      <Shown query={query}>
        {({ myScorecardsDue, myInterviews }) => (
          <>
            {myScorecardsDue.length + myInterviews.nodes.length === 0 && <Text c="dimmed">{WORDS.nothing}</Text>}
            <CardsDue due={myScorecardsDue} />
            <Interviews coming={myInterviews.nodes} />
          </>
        )}
      </Shown>
      <Shown query={postings}>
        {(data) => (
          <>
            <Promises owed={data.promisedAnswers} />
            <Tasks wishes={data.timeWishes} proposals={data.timeProposals} mails={data.mailTasks} />
            <Decisions turn={data.teamTurn} />
            <Postings postings={data.postings.nodes} turn={data.teamTurn} />
          </>
        )}
      </Shown>
    </Stack>
  );
}

function CardsDue({ due }: { readonly due: HomeQuery['myScorecardsDue'] }) {
  if (due.length === 0) return null;
  return (
    <Section title={WORDS.due}>
      <ul className="plain rows">
        {due.map((card) => (
          <li key={`${card.applicationId} ${card.stageId}`}>
            <Person
              name={card.candidateName}
              line={`${card.stageName} · ${card.postingTitle}`}
              to={`/kits/${card.applicationId}/${card.stageId}`}
            />
            <Text size="sm" c="dimmed">
              <Ago at={card.since} />
            </Text>
            <Button component={Link} href={`/kits/${card.applicationId}/${card.stageId}`} size="xs">
              {card.draftVersion > 0 ? WORDS.goOn : WORDS.write}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Interviews({ coming }: { readonly coming: HomeQuery['myInterviews']['nodes'] }) {
  const queries = useQueryClient();
  const answer = useCommand(AnswerSeatDocument, { onDone: () => void queries.invalidateQueries({ queryKey: ['Home'] }) });
  if (coming.length === 0) return null;
  const say = (interviewSeatId: string, said: 'ACCEPTED' | 'DECLINED') => {
    answer.run(
      { interviewSeatId, answer: said },
      { onSuccess: ({ __typename }) => __typename === 'InterviewPayload' && tellDone(WORDS.answered[said]) },
    );
  };
  return (
    <Section title={WORDS.interviews}>
      <ul className="plain rows">
        {coming.map(({ interview, answer: said, interviewSeatId }) => (
          <li key={interviewSeatId}>
            <Person
              name={interview.candidateName}
              line={`${interview.stageName} · ${interview.postingTitle}`}
              to={`/kits/${interview.applicationId}/${interview.stageId}`}
            />
            <Text size="sm">
              <Moment at={interview.startsAt} far />{' '}
              <Badge variant="light" color={said === 'ACCEPTED' ? 'tide' : 'gray'}>
                {WORDS.answers[said]}
              </Badge>
            </Text>
            {said === 'ACCEPTED' ? (
              <Button component={Link} href={`/kits/${interview.applicationId}/${interview.stageId}`} size="xs" variant="default">
                {WORDS.kit}
              </Button>
            ) : (
              <Group gap="xs" wrap="nowrap">
                <Button size="xs" variant="default" disabled={answer.busy} onClick={() => say(interviewSeatId, 'ACCEPTED')}>
                  {WORDS.come}
                </Button>
                {said !== 'DECLINED' && (
                  <Button size="xs" variant="subtle" disabled={answer.busy} onClick={() => say(interviewSeatId, 'DECLINED')}>
                    {WORDS.cannot}
                  </Button>
                )}
              </Group>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

type PostingName = HomePostingsQuery['postings']['nodes'][number];
type Turn = HomePostingsQuery['teamTurn'];

/** Postings with their boards; who may not see a board gets its name alone. */
function Postings({ postings, turn }: { readonly postings: readonly PostingName[]; readonly turn: Turn }) {
  const frame = useFrame();
  const numbers = new Map(turn.postings.map((one) => [one.postingId, one]));
  return (
    <Section title={WORDS.postings}>
      {postings.length === 0 && (
        <Empty
          action={
            mayImport(frame) && (
              <Button component={Link} href="/postings/import">
                {WORDS.import}
              </Button>
            )
          }
        >
          {WORDS.noPostings}
        </Empty>
      )}
      <ul className="plain rows">
        {postings
          .filter(({ status }) => status === 'OPEN' || status === 'CLOSED')
          .map((posting) => (
            <PostingRow key={posting.id} posting={posting} numbers={numbers.get(posting.id)} />
          ))}
      </ul>
    </Section>
  );
}

function PostingRow({
  posting: { id, title, status },
  numbers,
}: {
  readonly posting: PostingName;
  readonly numbers: Turn['postings'][number] | undefined;
}) {
  return (
    <li>
      <Anchor component={Link} href={numbers ? `/postings/${id}/board` : `/postings/${id}`} fw={600}>
        {title ?? words.postings.untitled}
      </Anchor>
      <Text size="sm" c="dimmed">
        {numbers ? [WORDS.active(numbers.active), ...(numbers.waiting > 0 ? [WORDS.turn(numbers.waiting)] : [])].join(' · ') : ''}
      </Text>
      <Badge variant="light" color={status === 'OPEN' ? 'tide' : 'gray'}>
        {words.postingStatus[status]}
      </Badge>
    </li>
  );
}

/** Candidates who wait for the team, those longest over their target first. */
function Decisions({ turn: { count, applications, postings } }: { readonly turn: Turn }) {
  if (postings.length === 0) return null;
  return (
    <Section title={WORDS.decisions}>
      {count === 0 && <Text c="dimmed">{WORDS.decisionsNone}</Text>}
      <ul className="plain rows">
        {applications.map(({ applicationId, candidateName, stageName, postingTitle, waitingFor, since, lateDays }) => (
          <li key={applicationId}>
            <Person
              name={candidateName}
              line={`${stageName ?? words.received} · ${postingTitle}`}
              to={`/applications/${applicationId}`}
            />
            <Text size="sm" c="dimmed">
              {words.waiting(waitingFor, null, false)} · {WORDS.hereFor(words.days(daysSince(since)))}
            </Text>
            {lateDays ? (
              <Badge color="red" variant="light">
                {WORDS.late(lateDays)}
              </Badge>
            ) : (
              <span />
            )}
          </li>
        ))}
      </ul>
      {count > applications.length && (
        <Text size="sm" c="dimmed" mt="xs">
          {WORDS.more(count - applications.length)}
        </Text>
      )}
    </Section>
  );
}
