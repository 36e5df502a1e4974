import { Button, Checkbox, Group, NativeSelect, Stack, TextInput, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../../ui/dialog';
import { ask } from '../../graphql/ask';
import { AddCandidateApplicationDocument, AddingToDocument, type AddingToQuery } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { CountrySelect } from '../../ui/country-select';
import { useZone } from '../../ui/frame';
import { ZoneSelect } from '../../ui/zone-select';
import { words } from '../../words';

const WORDS = words.board.add;

/** The team adds a person who has agreed to it. */
export default function AddCandidate({ postingId, onClose }: { readonly postingId: string; readonly onClose: () => void }) {
  const ownZone = useZone();
  const queries = useQueryClient();
  const [typed, setTyped] = useState({ name: '', email: '', location: '', country: '', zone: ownZone, source: '' });
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [consent, setConsent] = useState(false);
  const { data } = useQuery({
    queryKey: ['AddingTo', postingId],
    queryFn: ({ signal }) => ask(AddingToDocument, { postingId }, signal),
    staleTime: 60_000,
  });
  const add = useCommand(AddCandidateApplicationDocument, {
    onDone: ({ alreadyThere }) => {
      tellDone(alreadyThere ? WORDS.alreadyThere : WORDS.added(typed.name));
      void queries.invalidateQueries({ queryKey: ['Board', postingId] });
      onClose();
    },
  });
  const set = (change: Partial<typeof typed>) => setTyped({ ...typed, ...change });
  const { source, country, location, ...contact } = typed;
  return (
    <Dialog onClose={onClose} title={WORDS.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.run({
            postingId,
            consent,
            source: source || null,
            answers: Object.entries(answers).flatMap(([questionId, text]) => (text.trim() ? [{ questionId, text }] : [])),
            contact: { ...contact, country: country || null, location: location || null },
          });
        }}
      >
        <Stack>
          <TextInput
            label={WORDS.name}
            required
            data-autofocus
            value={typed.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
            maxLength={200}
          />
          <TextInput
            label={WORDS.email}
            type="email"
            required
            value={typed.email}
            onChange={(event) => set({ email: event.currentTarget.value })}
            maxLength={254}
          />
          <Group grow align="flex-end">
            <TextInput
              label={`${WORDS.place} (${words.optional})`}
              value={location}
              onChange={(event) => set({ location: event.currentTarget.value })}
              maxLength={200}
            />
            <CountrySelect label={WORDS.country} value={country} onChange={(code) => set({ country: code })} />
          </Group>
          <ZoneSelect value={typed.zone} onChange={(zone) => set({ zone })} />
          <NativeSelect
            label={`${WORDS.source} (${words.optional})`}
            value={source}
            onChange={(event) => set({ source: event.currentTarget.value })}
            data={[{ value: '', label: words.chooseOne }, ...(data?.sources ?? []).map(({ name }) => name)]}
          />
          {data?.posting.questions.map((question) => (
            <Question
              key={question.id}
              question={question}
              value={answers[question.id] ?? ''}
              onChange={(text) => setAnswers({ ...answers, [question.id]: text })}
            />
          ))}
          <Checkbox
            label={WORDS.consent}
            required
            checked={consent}
            onChange={(event) => setConsent(event.currentTarget.checked)}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={add.busy} disabled={!consent}>
              {WORDS.do}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/** What the form of the careers page asks, answered for them. */
function Question({
  question: { label, kind, required },
  value,
  onChange,
}: {
  readonly question: AddingToQuery['posting']['questions'][number];
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const common = { label: required ? label : `${label} (${words.optional})`, required, value };
  if (kind === 'YES_NO')
    return (
      <NativeSelect
        {...common}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={[
          { value: '', label: words.chooseOne },
          { value: 'yes', label: words.postings.yes },
          { value: 'no', label: words.postings.no },
        ]}
      />
    );
  if (kind === 'LONG_TEXT')
    return (
      <Textarea {...common} onChange={(event) => onChange(event.currentTarget.value)} autosize minRows={2} maxLength={10_000} />
    );
  return <TextInput {...common} onChange={(event) => onChange(event.currentTarget.value)} maxLength={2000} />;
}
