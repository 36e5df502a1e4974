import { Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { ask } from '../../graphql/ask';
import { RemoveRetentionRuleDocument, RetentionDocument, type RetentionQuery } from '../../graphql/generated';
import { useCommand } from '../../ui/commands';
import { countryName } from '../../ui/countries';
import { Ago } from '../../ui/moment';
import { Empty, Shown } from '../../ui/states';
import { Sure } from '../../ui/sure';
import { words } from '../../words';
import { Holds } from './holds';
import { useDoneOrLook } from './read-again';
import { RetentionRuleDialog } from './retention-rule';

const WORDS = words.settings.retention;
export type Rule = RetentionQuery['retentionRules'][number];
type Due = RetentionQuery['retentionPreview'][number];
const MOST_SHOWN = 50;

/** How long people are kept, who is next, and who must stay. */
export function RetentionSettings() {
  const query = useQuery({ queryKey: ['Retention'], queryFn: ({ signal }) => ask(RetentionDocument, {}, signal) });
  const [dialog, setDialog] = useState<Rule | 'new' | null>(null);
  return (
    <Stack>
      <Shown query={query}>
        {({ retentionRules, retentionPreview }) => (
          <>
            <Rules rules={retentionRules} onChange={setDialog} />
            <Next people={retentionPreview} />
            {dialog && (
              <RetentionRuleDialog
                rule={dialog === 'new' ? null : dialog}
                taken={retentionRules.map(({ country }) => country)}
                onClose={() => setDialog(null)}
              />
            )}
          </>
        )}
      </Shown>
      <Holds />
    </Stack>
  );
}

function Rules({ rules, onChange }: { readonly rules: readonly Rule[]; readonly onChange: (rule: Rule | 'new') => void }) {
  const add = (
    <Button size="xs" onClick={() => onChange('new')}>
      {WORDS.add}
    </Button>
  );
  return (
    <section aria-labelledby="rules">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="rules">
          {WORDS.rules}
        </Title>
        {rules.length > 0 && add}
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {WORDS.intro}
      </Text>
      {rules.length === 0 && <Empty action={add}>{WORDS.none}</Empty>}
      <ul className="plain rows">
        {rules.map((rule) => (
          <RuleRow key={rule.id} rule={rule} only={rules.length === 1} onChange={onChange} />
        ))}
      </ul>
    </section>
  );
}

function RuleRow({
  rule,
  only,
  onChange,
}: {
  readonly rule: Rule;
  readonly only: boolean;
  readonly onChange: (rule: Rule) => void;
}) {
  const { id: ruleId, country, version, atLeastDays, atMostDays } = rule;
  const [removing, setRemoving] = useState(false);
  const done = useDoneOrLook('Retention');
  const remove = useCommand(RemoveRetentionRuleDocument, { ...done(undefined, () => setRemoving(false)), keyed: false });
  const elsewhere = only ? WORDS.everywhereOnly : WORDS.everywhere;
  const where = country ? countryName(country) : elsewhere;
  return (
    <li>
      <Text fw={600}>{where}</Text>
      <Text size="sm">
        {WORDS.least(atLeastDays)}, {WORDS.most(atMostDays)}
      </Text>
      <Group gap="xs">
        <Button size="compact-xs" variant="default" aria-label={WORDS.changeOf(where)} onClick={() => onChange(rule)}>
          {WORDS.change}
        </Button>
        <Button size="compact-xs" variant="default" aria-label={WORDS.removeOf(where)} onClick={() => setRemoving(true)}>
          {WORDS.remove}
        </Button>
      </Group>
      {removing && (
        <Sure
          title={WORDS.removeOf(where)}
          note={WORDS.removeNote}
          yes={WORDS.removeYes}
          busy={remove.busy}
          onYes={() => remove.run({ ruleId, expectedVersion: version })}
          onClose={() => setRemoving(false)}
        />
      )}
    </li>
  );
}

function Next({ people }: { readonly people: readonly Due[] }) {
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="next">
      <Title order={2} id="next" mb={4}>
        {WORDS.next}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {WORDS.nextNote} {people.length === MOST_SHOWN && WORDS.nextFirst(MOST_SHOWN)}
      </Text>
      {people.length === 0 && <Text size="sm">{WORDS.nextNone}</Text>}
      <ul className="plain rows">
        {people.map(({ candidateId, candidateName, country, endedAt, dueAt, held }) => (
          <li key={candidateId}>
            <div>
              <Anchor component={Link} href={`/candidates/${candidateId}`} fw={600}>
                {candidateName}
              </Anchor>
              <Text size="sm" c="dimmed">
                {country ? countryName(country) : WORDS.noCountry}
              </Text>
            </div>
            <Text size="sm">
              {WORDS.ended} <Ago at={endedAt} />
            </Text>
            {held ? (
              <Badge variant="light" color="tide">
                {WORDS.held}
              </Badge>
            ) : (
              <Text size="sm" fw={600}>
                {Date.parse(dueAt) > Date.now() ? (
                  <>
                    {WORDS.due} <Ago at={dueAt} />
                  </>
                ) : (
                  WORDS.dueNow
                )}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </Paper>
  );
}
