import { ActionIcon, Anchor, Badge, Button, Group, NativeSelect, Paper, Spoiler, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../graphql/ask';
import {
  AssignReviewerDocument,
  ExtendTakeHomeDocument,
  RemoveReviewerDocument,
  TeamCandidatesDocument,
} from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { Icon } from '../../ui/icons';
import { Outside } from '../../ui/outside';
import { moment } from '../../ui/time';
import { words } from '../../words';
import { type Application, useReadAgain } from './application';

const WORDS = words.application;
type TakeHome = Application['takeHomes'][number];

/** Assignments: what was asked, by when, what came. */
export function TakeHomes({ application }: { readonly application: Application }) {
  if (application.takeHomes.length === 0) return null;
  return (
    <section aria-labelledby="take-homes">
      <Title order={2} id="take-homes" mb="xs">
        {WORDS.takeHome.title}
      </Title>
      <Stack gap="sm">
        {application.takeHomes.map((takeHome) => (
          <TakeHomeCard key={takeHome.id} application={application} takeHome={takeHome} />
        ))}
      </Stack>
    </section>
  );
}

function TakeHomeCard({ application, takeHome }: { readonly application: Application; readonly takeHome: TakeHome }) {
  const readAgain = useReadAgain(application.id);
  const extend = useCommand(ExtendTakeHomeDocument, {
    onDone: () => {
      tellDone(WORDS.takeHome.extended);
      readAgain();
    },
  });
  const { status, dueAt, dueZone, late, submissionUrl, submissionNote, submissionAttachmentId, submissionFileName, brief } =
    takeHome;
  return (
    <Paper withBorder p="md" component="article" aria-label={takeHome.stageName}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Text fw={600}>
            {takeHome.stageName}{' '}
            <Badge variant="light" color={status === 'SENT' ? 'tide' : 'gray'}>
              {WORDS.takeHome.states[status]}
            </Badge>{' '}
            {late && (
              <Badge variant="light" color="red">
                {WORDS.takeHome.late}
              </Badge>
            )}
          </Text>
          <Text size="sm">{WORDS.takeHome.due(moment(dueAt, dueZone))}</Text>
          <Reviewers application={application} takeHome={takeHome} />
        </div>
        {status === 'SENT' && (
          <Button
            size="xs"
            variant="default"
            loading={extend.busy}
            onClick={() => extend.run({ takeHomeId: takeHome.id, expectedVersion: takeHome.version, days: 3 })}
          >
            {WORDS.takeHome.extend}
          </Button>
        )}
      </Group>
      {submissionUrl && <Outside address={submissionUrl} />}
      {submissionAttachmentId && (
        <Anchor href={`/files/${submissionAttachmentId}`} size="sm" download>
          {submissionFileName}
        </Anchor>
      )}
      {submissionNote && <Text className="prose">{submissionNote}</Text>}
      <Text size="sm" c="dimmed" mt="xs">
        {WORDS.takeHome.brief}
      </Text>
      <Spoiler maxHeight={60} showLabel={WORDS.takeHome.more} hideLabel={WORDS.takeHome.less}>
        <Text size="sm" className="prose">
          {brief}
        </Text>
      </Spoiler>
    </Paper>
  );
}

/** Who reviews the work and writes a scorecard about it; more can be asked while it counts. */
function Reviewers({ application, takeHome }: { readonly application: Application; readonly takeHome: TakeHome }) {
  const mayManage = application.possibleCommands.length > 0 && takeHome.status !== 'CANCELLED';
  const { data } = useQuery({
    queryKey: ['TeamCandidates'],
    queryFn: ({ signal }) => ask(TeamCandidatesDocument, {}, signal),
    staleTime: 60_000,
    enabled: mayManage,
  });
  const readAgain = useReadAgain(application.id);
  const done = (said: string) => ({
    onDone: () => {
      tellDone(said);
      readAgain();
    },
  });
  const add = useCommand(AssignReviewerDocument, done(WORDS.takeHome.reviewerAdded));
  const remove = useCommand(RemoveReviewerDocument, done(WORDS.takeHome.reviewerRemoved));
  const { reviewers } = takeHome;
  const others = (data?.people.nodes ?? []).filter(
    ({ id, status }) => status !== 'DISABLED' && !reviewers.some((one) => one.id === id),
  );
  return (
    <>
      {reviewers.length === 0 && (
        <Text size="sm" c="dimmed">
          {WORDS.takeHome.noReviewers}
        </Text>
      )}
      {reviewers.map(({ id, name }) => (
        <Group key={id} gap={4}>
          <Text size="sm" c="dimmed">
            {WORDS.takeHome.reviewers(name)}
          </Text>
          {mayManage && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              onClick={() => remove.run({ takeHomeId: takeHome.id, personId: id })}
              aria-label={WORDS.takeHome.removeReviewer(name)}
            >
              <Icon name="cross" size={14} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {mayManage && (
        <NativeSelect
          size="xs"
          mt={4}
          w={240}
          aria-label={WORDS.takeHome.addReviewer}
          value=""
          disabled={add.busy}
          onChange={(event) =>
            event.currentTarget.value && add.run({ takeHomeId: takeHome.id, personId: event.currentTarget.value })
          }
          data={[{ value: '', label: WORDS.takeHome.addReviewer }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
    </>
  );
}
