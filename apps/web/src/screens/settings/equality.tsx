import { Button, Checkbox, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../graphql/ask';
import { SelfIdentificationDocument, type SelfIdentificationQuery, SetSelfIdentificationDocument } from '../../graphql/generated';
import { useCommand } from '../../ui/commands';
import { countryName } from '../../ui/countries';
import { Shown } from '../../ui/states';
import { words } from '../../words';
import { EqualityReport } from './equality-report';
import { useDoneOrLook } from './read-again';

const WORDS = words.settings.equality;
type Settings = SelfIdentificationQuery['selfIdentification'];

/** Voluntary questions about equal opportunity: which are asked, and how groups fared where they are large enough to be told. */
export function EqualitySettings() {
  const query = useQuery({
    queryKey: ['SelfIdentification'],
    queryFn: ({ signal }) => ask(SelfIdentificationDocument, {}, signal),
    refetchOnWindowFocus: false,
  });
  return (
    <Stack>
      <Title order={2}>{WORDS.title}</Title>
      <Text size="sm" c="dimmed">
        {WORDS.intro}
      </Text>
      <Shown query={query}>
        {({ selfIdentification }) => <Forms key={selfIdentification.version} settings={selfIdentification} />}
      </Shown>
      <EqualityReport />
    </Stack>
  );
}

function Forms({ settings: { forms, version } }: { readonly settings: Settings }) {
  const present = forms.filter(({ on }) => on).map(({ id }) => id);
  const [chosen, setChosen] = useState(present);
  const set = useCommand(SetSelfIdentificationDocument, { ...useDoneOrLook('SelfIdentification')(WORDS.saved), keyed: false });
  const same = chosen.length === present.length && chosen.every((id) => present.includes(id));
  return (
    <Paper withBorder p="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set.run({ forms: chosen, expectedVersion: version });
        }}
      >
        <Checkbox.Group
          label={WORDS.asked}
          description={present.length === 0 ? WORDS.nothing : undefined}
          value={chosen}
          onChange={setChosen}
        >
          <Stack mt="xs">
            {forms.map(({ id, title, country, version: words, questions }) => (
              <div key={id}>
                <Checkbox
                  value={id}
                  label={title}
                  description={`${country ? WORDS.inCountry(countryName(country)) : WORDS.everywhere} · ${WORDS.version(words)}`}
                />
                <List size="sm" ml={34} mt={4}>
                  {questions.map((question) => (
                    <List.Item key={question}>{question}</List.Item>
                  ))}
                </List>
              </div>
            ))}
          </Stack>
        </Checkbox.Group>
        <Group justify="flex-end" mt="sm">
          <Button type="submit" loading={set.busy} disabled={same}>
            {WORDS.save}
          </Button>
        </Group>
      </form>
    </Paper>
  );
}
