import { Badge, Text } from '@mantine/core';
import type { HomePostingsQuery } from '../../graphql/generated';
import { Moment } from '../../ui/moment';
import { words } from '../../words';
import { Person, Section } from './parts';

const WORDS = words.home;

/** Candidates who were promised an answer and have none yet, those due soonest first. */
export function Promises({ owed }: { readonly owed: HomePostingsQuery['promisedAnswers'] }) {
  if (owed.length === 0) return null;
  return (
    <Section title={WORDS.promises}>
      <ul className="plain rows">
        {owed.map(({ applicationId, candidateName, stageName, postingTitle, dueAt, broken, lateToldAt }) => (
          <li key={applicationId}>
            <Person
              name={candidateName}
              line={`${stageName ?? words.received} · ${postingTitle}`}
              to={`/applications/${applicationId}`}
            />
            <Text size="sm" c="dimmed">
              {WORDS.promisedBy} <Moment at={dueAt} far />
            </Text>
            {broken ? (
              <Badge color="red" variant="light">
                {lateToldAt ? WORDS.brokenAndTold : WORDS.broken}
              </Badge>
            ) : (
              <span />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
