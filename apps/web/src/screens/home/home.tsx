import { Anchor, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { ask } from '../../graphql/ask';
import {
  AnswerSeatDocument,
  BoardDocument,
  HomeDocument,
  type HomeQuery,
  PostingNamesDocument,
  type PostingNamesQuery,
} from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { mayImport, useFrame } from '../../ui/frame';
import { Ago, Moment } from '../../ui/moment';
import { Empty, Lines, Shown } from '../../ui/states';
import { daysSince } from '../../ui/time';
import { words } from '../../words';
import type { Board } from '../board/model';

const WORDS = words.home;
/** Boards whose waiting candidates are listed; the others are a click away. */
const BOARDS = 12;
const LISTED = 8;

/** What waits for the viewer: cards to write, interviews to hold, candidates who wait for the team. */
export default function HomeScreen() {
  const frame = useFrame();
  const query = useQuery({ queryKey: ['Home'], queryFn: ({ signal }) => ask(HomeDocument, {}, signal) });
  const postings = useQuery({ queryKey: ['PostingNames'], queryFn: ({ signal }) => ask(PostingNamesDocument, {}, signal) });
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
      <Shown query={postings}>{(data) => <Postings postings={data.postings.nodes} />}</Shown>
    </Stack>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section>
      <Title order={2} mb="xs">
        {title}
      </Title>
      {children}
    </section>
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

function Person({ name, line, to }: { readonly name: string; readonly line: string; readonly to: string }) {
  return (
    <div>
      <Anchor component={Link} href={to} fw={600}>
        {name}
      </Anchor>
      <Text size="sm" c="dimmed">
        {line}
      </Text>
    </div>
  );
}

type PostingName = PostingNamesQuery['postings']['nodes'][number];

/** Postings with their boards; who may not see a board gets its name alone. */
function Postings({ postings }: { readonly postings: readonly PostingName[] }) {
  const frame = useFrame();
  const leads = ({ myTeamRoles }: PostingName) =>
    frame.viewer.role === 'ADMIN' || frame.viewer.role === 'RECRUITER' || myTeamRoles.some((role) => role !== 'INTERVIEWER');
  const open = postings.filter(({ status }) => status === 'OPEN' || status === 'CLOSED');
  const mine = open.filter(leads).slice(0, BOARDS);
  const boards = useQueries({
    queries: mine.map(({ id }) => ({
      queryKey: ['Board', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => ask(BoardDocument, { postingId: id }, signal),
      staleTime: 15_000,
    })),
  });
  if (boards.some(({ isLoading }) => isLoading)) return <Lines />;
  const loaded = boards.flatMap(({ data }) => (data ? [data.board] : []));
  return (
    <>
      <Decisions boards={loaded} />
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
          {open.map((posting) => (
            <PostingRow key={posting.id} posting={posting} board={loaded.find(({ postingId }) => postingId === posting.id)} />
          ))}
        </ul>
      </Section>
    </>
  );
}

function PostingRow({
  posting: { id, title, status },
  board,
}: {
  readonly posting: PostingName;
  readonly board: Board | undefined;
}) {
  const turn = board?.cards.filter(({ waitingOn }) => waitingOn === 'TEAM' || waitingOn === 'BOTH').length ?? 0;
  return (
    <li>
      <Anchor component={Link} href={board ? `/postings/${id}/board` : `/postings/${id}`} fw={600}>
        {title ?? words.postings.untitled}
      </Anchor>
      <Text size="sm" c="dimmed">
        {board ? [WORDS.active(board.cards.length), ...(turn > 0 ? [WORDS.turn(turn)] : [])].join(' · ') : ''}
      </Text>
      <Badge variant="light" color={status === 'OPEN' ? 'tide' : 'gray'}>
        {words.postingStatus[status]}
      </Badge>
    </li>
  );
}

/** Candidates who wait for the team, those longest over their target first. */
function Decisions({ boards }: { readonly boards: readonly Board[] }) {
  const waiting = boards
    .flatMap((board) =>
      board.cards
        .filter(({ waitingOn }) => waitingOn === 'TEAM')
        .map((card) => {
          const column = board.columns.find(({ stageId }) => stageId === card.stageId);
          const days = daysSince(card.enteredStageAt);
          return {
            card,
            board,
            stage: column?.name ?? '',
            days,
            over: days - (column?.targetDays ?? Infinity),
          };
        }),
    )
    .sort((a, b) => b.over - a.over || b.days - a.days);
  if (boards.length === 0) return null;
  return (
    <Section title={WORDS.decisions}>
      {waiting.length === 0 && <Text c="dimmed">{WORDS.decisionsNone}</Text>}
      <ul className="plain rows">
        {waiting.slice(0, LISTED).map(({ card, board, stage, days, over }) => (
          <li key={card.id}>
            <Person
              name={card.candidateName}
              line={`${stage} · ${board.title ?? words.postings.untitled}`}
              to={`/applications/${card.id}`}
            />
            <Text size="sm" c="dimmed">
              {words.waiting(card.waitingFor, null, false)} · {WORDS.hereFor(words.days(days))}
            </Text>
            {over > 0 ? (
              <Badge color="red" variant="light">
                {WORDS.late(over)}
              </Badge>
            ) : (
              <span />
            )}
          </li>
        ))}
      </ul>
      {waiting.length > LISTED && (
        <Text size="sm" c="dimmed" mt="xs">
          {WORDS.more(waiting.length - LISTED)}
        </Text>
      )}
    </Section>
  );
}
