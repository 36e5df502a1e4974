import { Anchor, Button, Group, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { ask } from '../../graphql/ask';
import {
  HomePrivacyDocument,
  type HomePostingsQuery,
  RescheduleInterviewDocument,
  SettleTimeProposalDocument,
} from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { useFrame } from '../../ui/frame';
import { Ago, Moment } from '../../ui/moment';
import { words } from '../../words';
import { Person, Section } from './parts';

const WORDS = words.home;

/** What went off the rails and needs a person: times that candidates and interviewers named, questions about data, and mails. */
export function Tasks({
  wishes,
  proposals,
  mails,
}: {
  readonly wishes: HomePostingsQuery['timeWishes'];
  readonly proposals: HomePostingsQuery['timeProposals'];
  readonly mails: HomePostingsQuery['mailTasks'];
}) {
  const { viewer } = useFrame();
  const privacy = useQuery({
    queryKey: ['HomePrivacy'],
    queryFn: ({ signal }) => ask(HomePrivacyDocument, {}, signal),
    enabled: viewer.role === 'ADMIN',
  });
  const count = mails.nodes.length;
  const requests = privacy.data?.privacyRequests.nodes ?? [];
  if (wishes.length + proposals.length + count + requests.length === 0) return null;
  return (
    <Section title={WORDS.tasks}>
      <ul className="plain rows">
        {wishes.map(({ applicationId, candidateName, stageName, postingTitle, saidAt }) => (
          <li key={applicationId}>
            <Person name={candidateName} line={`${stageName} · ${postingTitle}`} to={`/applications/${applicationId}`} />
            <Text size="sm" c="dimmed">
              {WORDS.wish} <Ago at={saidAt} />
            </Text>
            <Button component={Link} href={`/applications/${applicationId}/time`} size="xs">
              {WORDS.findTime}
            </Button>
          </li>
        ))}
        {proposals.map((proposal) => (
          <Proposal key={proposal.interviewSeatId} proposal={proposal} />
        ))}
        {requests.length > 0 && (
          <li>
            <Anchor component={Link} href="/settings?tab=privacy" fw={600}>
              {WORDS.requests(requests.length)}
            </Anchor>
            <Text size="sm" c="dimmed">
              {WORDS.requestsBy} <Moment at={requests.map(({ answerBy }): string => answerBy).sort()[0]!} far />
            </Text>
            <Button component={Link} href="/settings?tab=privacy" size="xs" variant="default">
              {WORDS.toRequests}
            </Button>
          </li>
        )}
        {count > 0 && (
          <li>
            <Anchor component={Link} href="/mail" fw={600}>
              {WORDS.mails(count, mails.pageInfo.hasNextPage)}
            </Anchor>
            <Text size="sm" c="dimmed">
              {WORDS.mailsNote}
            </Text>
            <Button component={Link} href="/mail" size="xs" variant="default">
              {WORDS.toMail}
            </Button>
          </li>
        )}
      </ul>
    </Section>
  );
}

/** Another time that an interviewer proposes: the interview is moved there, or stays. */
function Proposal({ proposal }: { readonly proposal: HomePostingsQuery['timeProposals'][number] }) {
  const { interviewId, interviewSeatId, applicationId, candidateName, stageName, postingTitle } = proposal;
  const { personName, proposedAt, startsAt, version, note } = proposal;
  const queries = useQueryClient();
  const done = (said: string) => () => {
    tellDone(said);
    for (const key of ['HomePostings', 'Home', 'Application']) void queries.invalidateQueries({ queryKey: [key] });
  };
  const move = useCommand(RescheduleInterviewDocument, { onDone: done(WORDS.proposalTaken) });
  const settle = useCommand(SettleTimeProposalDocument, { onDone: done(WORDS.proposalLeft), keyed: false });
  const reason = WORDS.proposalReason(personName);
  return (
    <li>
      <Person
        name={candidateName}
        line={`${stageName} · ${postingTitle}`}
        to={`/applications/${applicationId}/time?at=${proposedAt}`}
      />
      <Text size="sm" c="dimmed">
        {WORDS.proposal(personName)} <Moment at={proposedAt} /> {WORDS.insteadOf} <Moment at={startsAt} />
        {note && ` · ${note}`}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <Button
          size="xs"
          loading={move.busy}
          onClick={() => move.run({ interviewId, expectedVersion: version, startsAt: proposedAt, reason })}
        >
          {WORDS.takeProposal}
        </Button>
        <Button size="xs" variant="default" loading={settle.busy} onClick={() => settle.run({ interviewSeatId })}>
          {WORDS.leaveProposal}
        </Button>
      </Group>
    </li>
  );
}
