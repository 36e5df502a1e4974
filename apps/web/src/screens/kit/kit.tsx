import { Anchor, Button, Grid, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../graphql/ask';
import { KitDocument, type KitQuery } from '../../graphql/generated';
import { FileInPage } from '../../ui/file';
import { useZone } from '../../ui/frame';
import { Moment } from '../../ui/moment';
import { Outside } from '../../ui/outside';
import { Shown } from '../../ui/states';
import { moment } from '../../ui/time';
import { words } from '../../words';
import { ScorecardForm } from './scorecard-form';
import { YourSeat } from './your-seat';

const WORDS = words.kit;
export type Kit = KitQuery['interviewKit'];

/** All that one interviewer or reviewer needs, beside the card that they write. */
export default function KitScreen({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const { applicationId, stageId } = params as { applicationId: string; stageId: string };
  const query = useQuery({
    queryKey: ['Kit', applicationId, stageId],
    queryFn: ({ signal }) => ask(KitDocument, { applicationId, stageId }, signal),
    // What is being typed is newer than what would be read.
    refetchOnWindowFocus: false,
  });
  return <Shown query={query}>{({ interviewKit }) => <Loaded kit={interviewKit} />}</Shown>;
}

function Loaded({ kit }: { readonly kit: Kit }) {
  return (
    <Stack maw={1400}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1}>{kit.candidateName}</Title>
          <Text c="dimmed">
            {kit.stageName} · {kit.postingTitle}
          </Text>
        </div>
        <Button className="no-print" variant="default" size="xs" onClick={() => window.print()}>
          {WORDS.print}
        </Button>
      </Group>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack>
            {kit.interview && <When interview={kit.interview} />}
            {kit.takeHome && <Work work={kit.takeHome} />}
            <Purpose kit={kit} />
            {kit.cvAttachmentId && (
              <Paper withBorder p="md" component="section" aria-labelledby="cv">
                <Title order={2} id="cv" mb="xs">
                  {WORDS.cv}
                </Title>
                <FileInPage id={kit.cvAttachmentId} name={kit.cvFileName ?? ''} title={WORDS.cv} />
              </Paper>
            )}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Paper withBorder p="md" component="section" aria-labelledby="scorecard">
            <Title order={2} id="scorecard" mb="xs">
              {WORDS.scorecard}
            </Title>
            {kit.mayWrite ? <ScorecardForm kit={kit} /> : <Text c="dimmed">{WORDS.notYours}</Text>}
          </Paper>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

function When({ interview }: { readonly interview: NonNullable<Kit['interview']> }) {
  const own = interview.seats.find(({ mine }) => mine);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="when">
      <Title order={2} id="when">
        <Moment at={interview.startsAt} far />
      </Title>
      {interview.meetingUrl && <Outside address={interview.meetingUrl}>{WORDS.join}</Outside>}
      <Text size="sm" c="dimmed" mt="xs">
        {WORDS.others}
      </Text>
      <ul className="plain">
        {interview.seats.map(({ interviewSeatId, personName, role, mine }) => (
          <Text component="li" size="sm" key={interviewSeatId}>
            {personName}
            {mine && ` (${WORDS.you})`}{' '}
            <Text span c="dimmed">
              {role}
            </Text>
          </Text>
        ))}
      </ul>
      {own && isToCome(interview) && <YourSeat seatId={own.interviewSeatId} />}
    </Paper>
  );
}

/** Answers are for interviews that stand and have not begun. */
function isToCome({ state, startsAt }: NonNullable<Kit['interview']>): boolean {
  return (state === 'HELD' || state === 'CONFIRMED') && Date.parse(startsAt) > Date.now();
}

function Work({ work }: { readonly work: NonNullable<Kit['takeHome']> }) {
  const zone = useZone();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="work">
      <Title order={2} id="work" mb="xs">
        {WORDS.work}
      </Title>
      {work.submittedAt && (
        <Text size="sm" c="dimmed">
          {moment(work.submittedAt, zone)}
          {work.late && ` · ${words.application.takeHome.late}`}
        </Text>
      )}
      {work.submissionUrl && <Outside address={work.submissionUrl} />}
      {work.submissionAttachmentId && (
        <Anchor href={`/files/${work.submissionAttachmentId}`} download>
          {work.submissionFileName}
        </Anchor>
      )}
      {work.submissionNote && <Text className="prose">{work.submissionNote}</Text>}
      <Text size="sm" c="dimmed" mt="xs">
        {WORDS.assignment}
      </Text>
      <Text size="sm" className="prose">
        {work.brief}
      </Text>
    </Paper>
  );
}

function Purpose({ kit: { purpose, questions } }: { readonly kit: Kit }) {
  if (!purpose && questions.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="purpose">
      <Title order={2} id="purpose" mb="xs">
        {WORDS.purpose}
      </Title>
      <Text className="prose">{purpose}</Text>
      {questions.length > 0 && (
        <>
          <Text size="sm" c="dimmed" mt="xs">
            {WORDS.questions}
          </Text>
          <List>
            {questions.map((question) => (
              <List.Item key={question}>{question}</List.Item>
            ))}
          </List>
        </>
      )}
    </Paper>
  );
}
