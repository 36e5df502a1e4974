import { Button, Checkbox, Group, NativeSelect, NumberInput, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { Dialog } from '../../ui/dialog';
import {
  CorrectPostingDocument,
  type ReadingFragment,
  type RoundCorrectionInput,
  type RoundPartsInput,
  type StageKind,
} from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { words } from '../../words';
import { type Posting, useReadAgain } from './posting';

type Round = ReadingFragment['rounds'][number];

const WORDS = words.postings.rounds;
const KINDS = Object.entries(words.stageKind).map(([value, label]) => ({ value, label }));
const EMPTY: Round = {
  order: 0,
  name: '',
  kind: 'INTERVIEW',
  durationMin: null,
  durationMax: null,
  async: false,
  skippableIf: null,
  seats: [],
};

/** Each round that was read: it is right, some of it is different, it is none; and rounds that the document does not tell. Every word holds at once. */
export function RoundsDialog({
  posting,
  rounds,
  onClose,
}: {
  readonly posting: Posting;
  readonly rounds: readonly Round[];
  readonly onClose: () => void;
}) {
  /** The round whose form is open; the number of rounds and one more for a new one. */
  const [open, setOpen] = useState<number | null>(null);
  /** What had the focus is gone when a form or a round is: it goes on beside it. */
  const list = useRef<HTMLOListElement>(null);
  const focusOn = (round: number | null) =>
    requestAnimationFrame(() => {
      const buttons = list.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [];
      (buttons[Math.min(round ?? Infinity, buttons.length) - 1] ?? add.current)?.focus();
    });
  const add = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(null);
    focusOn(open);
  };
  const readAgain = useReadAgain(posting.id);
  const correct = useCommand(CorrectPostingDocument, {
    onDone: ({ planChanged }) => {
      if (open !== null) close();
      readAgain();
      tellDone(planChanged ? `${WORDS.done} ${words.postings.planChanged}` : WORDS.done);
    },
  });
  const send = (correction: RoundCorrectionInput) =>
    correct.run({ postingId: posting.id, expectedVersion: posting.version, corrections: { roundCorrections: [correction] } });
  return (
    <Dialog onClose={onClose} size="lg" title={WORDS.title}>
      <Stack>
        <Text size="sm" c="dimmed">
          {WORDS.note}
        </Text>
        <ol className="plain rounds" ref={list}>
          {rounds.map((round) => (
            <li key={round.order}>
              {open === round.order ? (
                <RoundForm
                  round={round}
                  busy={correct.busy}
                  onCancel={close}
                  onSave={(value) => send({ action: 'CHANGE', round: round.order, value })}
                />
              ) : (
                <Shown
                  round={round}
                  busy={correct.busy}
                  onRight={() => send({ action: 'CONFIRM', round: round.order })}
                  onChange={() => setOpen(round.order)}
                  onDrop={() => {
                    send({ action: 'DROP', round: round.order });
                    focusOn(round.order === rounds.length ? round.order - 1 : round.order + 1);
                  }}
                />
              )}
            </li>
          ))}
        </ol>
        {open === rounds.length + 1 ? (
          <RoundForm
            round={null}
            places={rounds}
            busy={correct.busy}
            onCancel={close}
            onSave={(value, after) => send({ action: 'ADD', after, value })}
          />
        ) : (
          <Group justify="space-between">
            <Button ref={add} variant="default" onClick={() => setOpen(rounds.length + 1)}>
              {WORDS.add}
            </Button>
            <Button onClick={onClose}>{words.close}</Button>
          </Group>
        )}
      </Stack>
    </Dialog>
  );
}

function Shown({
  round,
  busy,
  onRight,
  onChange,
  onDrop,
}: {
  readonly round: Round;
  readonly busy: boolean;
  readonly onRight: () => void;
  readonly onChange: () => void;
  readonly onDrop: () => void;
}) {
  const { order, name, seats, skippableIf } = round;
  const more = [lastsInWords(round), seats.map(seatInWords).join(', '), skippableIf && WORDS.skippable(skippableIf)];
  return (
    <Group justify="space-between" align="flex-start" gap="xs">
      <div className="grow">
        <Text size="sm" fw={600}>
          {`${order}. ${name}`}
        </Text>
        <Text size="sm" c="dimmed">
          {more.filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Group gap={6}>
        <Button size="compact-xs" variant="light" disabled={busy} onClick={onRight} aria-label={WORDS.rightOf(name)}>
          {words.postings.confirm}
        </Button>
        <Button size="compact-xs" variant="default" data-change onClick={onChange} aria-label={WORDS.changeOf(name)}>
          {WORDS.change}
        </Button>
        <Button size="compact-xs" variant="default" disabled={busy} onClick={onDrop} aria-label={WORDS.dropOf(name)}>
          {WORDS.drop}
        </Button>
      </Group>
    </Group>
  );
}

/** What is typed of one round; only what differs from what was read is said. */
function RoundForm({
  round,
  places = [],
  busy,
  onSave,
  onCancel,
}: {
  readonly round: Round | null;
  /** Of a new round: those it may stand behind. */
  readonly places?: readonly Round[];
  readonly busy: boolean;
  readonly onSave: (value: RoundPartsInput, after: number) => void;
  readonly onCancel: () => void;
}) {
  const before = round ?? EMPTY;
  const [typed, setTyped] = useState({ ...before, seats: before.seats.map(seatInWords).join('\n') });
  const [after, setAfter] = useState(places.length);
  const set = (change: Partial<typeof typed>) => setTyped({ ...typed, ...change });
  const minutes = (key: 'durationMin' | 'durationMax') => (
    <NumberInput
      label={WORDS[key]}
      min={1}
      max={1440}
      value={typed[key] ?? ''}
      onChange={(value) => set({ [key]: value === '' ? null : Number(value) })}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSave(differing(before, typed, round === null), after);
      }}
    >
      <Stack gap="xs">
        <Group grow align="flex-end">
          <TextInput
            label={words.postings.stage.name}
            required
            data-autofocus
            autoFocus
            maxLength={300}
            value={typed.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <NativeSelect
            label={words.postings.stage.kind}
            data={KINDS}
            value={typed.kind}
            onChange={(event) => set({ kind: event.currentTarget.value as StageKind })}
          />
        </Group>
        <Group grow align="flex-end">
          {minutes('durationMin')}
          {minutes('durationMax')}
        </Group>
        <Textarea
          label={words.postings.seats}
          description={WORDS.seatsNote}
          autosize
          minRows={1}
          value={typed.seats}
          onChange={(event) => set({ seats: event.currentTarget.value })}
        />
        <TextInput
          label={`${words.postings.stage.skippable} (${words.optional})`}
          maxLength={300}
          value={typed.skippableIf ?? ''}
          onChange={(event) => set({ skippableIf: event.currentTarget.value })}
        />
        <Checkbox label={WORDS.async} checked={typed.async} onChange={(event) => set({ async: event.currentTarget.checked })} />
        {places.length > 0 && (
          <NativeSelect
            label={WORDS.place}
            value={String(after)}
            onChange={(event) => setAfter(Number(event.currentTarget.value))}
            data={[
              { value: '0', label: WORDS.first },
              ...places.map(({ order, name }) => ({ value: String(order), label: WORDS.behind(name) })),
            ]}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={busy} disabled={typed.name.trim() === ''}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type Typed = Omit<Round, 'seats'> & { readonly seats: string };

/** The parts that somebody typed otherwise; of a new round its name, its kind and all that it has. */
function differing(before: Round, typed: Typed, isNew: boolean): RoundPartsInput {
  const skippableIf = typed.skippableIf?.trim() || null;
  return {
    ...((isNew || typed.name.trim() !== before.name) && { name: typed.name.trim() }),
    ...((isNew || typed.kind !== before.kind) && { kind: typed.kind }),
    ...((typed.durationMin !== before.durationMin || typed.durationMax !== before.durationMax) && {
      durationMin: typed.durationMin ?? typed.durationMax,
      durationMax: typed.durationMax ?? typed.durationMin,
    }),
    ...(typed.async !== before.async && { async: typed.async }),
    ...(skippableIf !== before.skippableIf && { skippableIf }),
    ...(typed.seats !== before.seats.map(seatInWords).join('\n') && { seats: seatsOf(typed.seats) }),
  };
}

function lastsInWords({ kind, durationMin, durationMax, async }: Round): string {
  const range = durationMin === null ? null : durationMax === durationMin ? `${durationMin}` : `${durationMin}–${durationMax}`;
  return [words.stageKind[kind], range && WORDS.minutes(range), async && WORDS.asyncShort].filter(Boolean).join(' · ');
}

/** "CTO or CEO": one seat that either may take. */
function seatInWords({ role, pool }: Round['seats'][number]): string {
  return pool.length > 1 ? pool.join(WORDS.or) : role;
}

function seatsOf(typed: string): { role: string; pool?: string[] }[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((role) => {
      const pool = role
        .split(WORDS.or)
        .map((one) => one.trim())
        .filter(Boolean);
      return pool.length > 1 ? { role, pool } : { role };
    });
}
