import { Anchor, Button, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { ask } from '../../graphql/ask';
import { LegalHoldsDocument, type LegalHoldsQuery, ReleaseLegalHoldDocument } from '../../graphql/generated';
import { useCommand } from '../../ui/commands';
import { Ago } from '../../ui/moment';
import { Shown } from '../../ui/states';
import { Sure } from '../../ui/sure';
import { words } from '../../words';
import { useDoneOrLook } from './read-again';

const WORDS = words.settings.retention;
type Hold = LegalHoldsQuery['legalHolds'][number];

/** Who must not be erased for now, and why. */
export function Holds() {
  const query = useQuery({ queryKey: ['LegalHolds'], queryFn: ({ signal }) => ask(LegalHoldsDocument, {}, signal) });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="holds">
      <Title order={2} id="holds" mb={4}>
        {WORDS.holds}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {WORDS.holdsNote}
      </Text>
      <Shown query={query}>
        {({ legalHolds }) => (
          <>
            {legalHolds.length === 0 && <Text size="sm">{WORDS.holdsNone}</Text>}
            <ul className="plain rows">
              {legalHolds.map((hold) => (
                <Row key={hold.candidateId} hold={hold} />
              ))}
            </ul>
          </>
        )}
      </Shown>
    </Paper>
  );
}

function Row({ hold: { candidateId, candidateName, reason, placedAt } }: { readonly hold: Hold }) {
  const [asked, setAsked] = useState(false);
  const done = useDoneOrLook('LegalHolds', 'Retention');
  const release = useCommand(ReleaseLegalHoldDocument, { ...done(undefined, () => setAsked(false)), keyed: false });
  return (
    <li>
      <div>
        <Anchor component={Link} href={`/candidates/${candidateId}`} fw={600}>
          {candidateName}
        </Anchor>
        <Text size="sm" c="dimmed">
          {WORDS.since} <Ago at={placedAt} />
        </Text>
      </div>
      <Text size="sm" className="prose">
        {reason}
      </Text>
      <Button size="xs" variant="default" aria-label={WORDS.releaseOf(candidateName)} onClick={() => setAsked(true)}>
        {WORDS.release}
      </Button>
      {asked && (
        <Sure
          title={WORDS.releaseOf(candidateName)}
          note={WORDS.releaseNote}
          yes={WORDS.releaseYes}
          busy={release.busy}
          onYes={() => release.run({ candidateId })}
          onClose={() => setAsked(false)}
        />
      )}
    </li>
  );
}
