import {
  ActionIcon,
  Badge,
  Button,
  Checkbox,
  Group,
  NativeSelect,
  NumberInput,
  Paper,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../graphql/ask';
import { EditPlanDocument, PoolsDocument, type StageInput, type StageKind } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { useDraft } from '../../ui/drafts';
import { Icon } from '../../ui/icons';
import { words } from '../../words';
import { KitDialog } from './kit-dialog';
import { type Posting, useReadAgain } from './posting';

const WORDS = words.postings;
const TEXT = WORDS.stage;
const KINDS: readonly StageKind[] = ['SCREEN', 'TAKE_HOME', 'TECHNICAL', 'PANEL', 'INTERVIEW', 'OFFER'];
const SOURCES = { DEFAULT: WORDS.planDefault, DOCUMENT: WORDS.planDocument, EDITED: WORDS.planEdited };
type Stage = StageInput;

/** The stages in order. Saving makes the plan's next version; those who are on their way stay on theirs. What is typed is kept until then. */
export function PlanEditor({ posting }: { readonly posting: Posting }) {
  const { plan } = posting;
  const [text, setText, changed, drop] = useDraft(`plan.${posting.id}.${plan.version}`, JSON.stringify(plan.stages.map(inputOf)));
  const stages = JSON.parse(text) as Stage[];
  const set = (next: readonly Stage[]) => setText(JSON.stringify(next));
  const readAgain = useReadAgain(posting.id);
  const save = useCommand(EditPlanDocument, {
    onDone: () => {
      drop();
      readAgain();
      tellDone(WORDS.planSaved);
    },
  });
  const mayEdit = posting.document !== null && posting.status !== 'ARCHIVED';
  const move = (from: number, to: number) => {
    const next = [...stages];
    next.splice(to, 0, ...next.splice(from, 1));
    set(next);
  };
  return (
    <Stack maw={1000}>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {WORDS.planVersion(plan.version)} · {SOURCES[plan.source]} {changed && WORDS.unsaved}
        </Text>
        {mayEdit && (
          <Group gap="xs">
            {changed && (
              <Button variant="default" onClick={drop}>
                {words.cancel}
              </Button>
            )}
            <Button
              disabled={!changed}
              loading={save.busy}
              onClick={() => save.run({ postingId: posting.id, expectedVersion: posting.version, stages })}
            >
              {WORDS.savePlan}
            </Button>
          </Group>
        )}
      </Group>
      <ol className="plain spaced">
        {stages.map((stage, at) => (
          <StageCard
            key={stage.fromStageId ?? `new ${at}`}
            posting={posting}
            stage={stage}
            at={at}
            last={at === stages.length - 1}
            onChange={mayEdit ? (next) => set(stages.map((one, index) => (index === at ? next : one))) : null}
            onMove={(to) => move(at, to)}
            onRemove={() => set(stages.filter((_, index) => index !== at))}
          />
        ))}
      </ol>
      {mayEdit && (
        <Button
          variant="default"
          leftSection={<Icon name="plus" size={16} />}
          onClick={() =>
            set([...stages, { name: TEXT.newName, kind: 'INTERVIEW', durationMin: 45, seats: [], selfSchedule: true }])
          }
        >
          {TEXT.add}
        </Button>
      )}
    </Stack>
  );
}

function inputOf({
  id,
  name,
  kind,
  durationMin,
  selfSchedule,
  skippableIf,
  targetDays,
  takeHome,
  seats,
}: Posting['plan']['stages'][number]): Stage {
  return {
    fromStageId: id,
    ...{ name, kind, durationMin, selfSchedule, skippableIf, targetDays },
    takeHome: takeHome && { dueDays: takeHome.dueDays, effortHours: takeHome.effortHours },
    seats: seats.map(({ role, poolId }) => ({ role, poolId })),
  };
}

interface CardProps {
  readonly posting: Posting;
  readonly stage: Stage;
  readonly at: number;
  readonly last: boolean;
  /** Null for who may only read. */
  readonly onChange: ((stage: Stage) => void) | null;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

function StageCard({ posting, stage, at, last, onChange, onMove, onRemove }: CardProps) {
  const meets = stage.kind !== 'TAKE_HOME' && stage.kind !== 'OFFER';
  const saved = posting.plan.stages.find(({ id }) => id === stage.fromStageId);
  const [kit, setKit] = useState(false);
  const set = (change: Partial<Stage>) => onChange?.({ ...stage, ...change });
  const readOnly = onChange === null;
  return (
    <Paper withBorder p="md" component="li" aria-label={stage.name}>
      <Group align="flex-end" gap="sm" wrap="wrap">
        <Badge variant="light" color="gray" mb={8}>
          {at + 1}
        </Badge>
        <TextInput
          label={TEXT.name}
          value={stage.name}
          readOnly={readOnly}
          onChange={(event) => set({ name: event.currentTarget.value })}
          style={{ flex: '1 1 16rem' }}
        />
        <NativeSelect
          label={TEXT.kind}
          value={stage.kind}
          disabled={readOnly}
          onChange={(event) => set(kindChange(event.currentTarget.value as StageKind))}
          data={KINDS.map((kind) => ({ value: kind, label: words.stageKind[kind]! }))}
        />
        {meets && (
          <Amount
            label={TEXT.duration}
            value={stage.durationMin}
            onChange={(durationMin) => set({ durationMin })}
            readOnly={readOnly}
          />
        )}
        <Amount label={TEXT.target} value={stage.targetDays} onChange={(targetDays) => set({ targetDays })} readOnly={readOnly} />
        {!readOnly && (
          <Group gap={4} mb={4}>
            <ActionIcon
              variant="default"
              size="md"
              disabled={at === 0}
              onClick={() => onMove(at - 1)}
              aria-label={TEXT.up(stage.name)}
            >
              <Icon name="up" size={16} />
            </ActionIcon>
            <ActionIcon
              variant="default"
              size="md"
              disabled={last}
              onClick={() => onMove(at + 1)}
              aria-label={TEXT.down(stage.name)}
            >
              <Icon name="down" size={16} />
            </ActionIcon>
            <ActionIcon variant="default" size="md" onClick={onRemove} aria-label={TEXT.remove(stage.name)}>
              <Icon name="cross" size={16} />
            </ActionIcon>
          </Group>
        )}
      </Group>
      {stage.kind === 'TAKE_HOME' && (
        <Group mt="xs">
          <Amount
            label={TEXT.due}
            value={stage.takeHome?.dueDays}
            onChange={(dueDays) => set({ takeHome: { ...stage.takeHome, dueDays } })}
            readOnly={readOnly}
          />
          <Amount
            label={TEXT.effort}
            value={stage.takeHome?.effortHours}
            onChange={(effortHours) => set({ takeHome: { ...stage.takeHome, effortHours } })}
            readOnly={readOnly}
          />
        </Group>
      )}
      {meets && <Seats stage={stage} onChange={onChange} />}
      {meets && (
        <Checkbox
          mt="sm"
          label={TEXT.selfSchedule}
          checked={stage.selfSchedule}
          disabled={readOnly}
          onChange={(event) => set({ selfSchedule: event.currentTarget.checked })}
        />
      )}
      <TextInput
        mt="sm"
        label={`${TEXT.skippable} (${words.optional})`}
        value={stage.skippableIf ?? ''}
        readOnly={readOnly}
        onChange={(event) => set({ skippableIf: event.currentTarget.value || null })}
      />
      <Text size="sm" c="dimmed" mt="sm">
        {TEXT.byItself[meets ? (stage.selfSchedule ? 'chosen' : 'found') : stage.kind === 'OFFER' ? 'offer' : 'work']}
      </Text>
      {saved && (
        <Group mt="sm" gap="sm">
          <Text size="sm" c="dimmed">
            {WORDS.kitHeading}: {saved.kit?.attributes.map(({ name }) => name).join(', ') || words.postings.missing}
          </Text>
          {!readOnly && (
            <Button size="compact-xs" variant="default" onClick={() => setKit(true)}>
              {WORDS.kit.edit}
            </Button>
          )}
        </Group>
      )}
      {kit && saved && <KitDialog posting={posting} stage={saved} onClose={() => setKit(false)} />}
    </Paper>
  );
}

/** What another kind of stage can have. */
function kindChange(kind: StageKind): Partial<Stage> {
  if (kind === 'TAKE_HOME')
    return { kind, durationMin: null, seats: [], selfSchedule: false, takeHome: { dueDays: 7, effortHours: 4 } };
  if (kind === 'OFFER') return { kind, durationMin: null, seats: [], selfSchedule: false, takeHome: null };
  return { kind, takeHome: null };
}

function Amount({
  label,
  value,
  onChange,
  readOnly,
}: {
  readonly label: string;
  readonly value: number | null | undefined;
  readonly onChange: (value: number | null) => void;
  readonly readOnly: boolean;
}) {
  return (
    <NumberInput
      label={label}
      w={110}
      min={0}
      value={value ?? ''}
      readOnly={readOnly}
      onChange={(typed) => onChange(typed === '' ? null : Number(typed))}
    />
  );
}

function Seats({ stage, onChange }: { readonly stage: Stage; readonly onChange: ((stage: Stage) => void) | null }) {
  const { data } = useQuery({ queryKey: ['Pools'], queryFn: ({ signal }) => ask(PoolsDocument, {}, signal), staleTime: 60_000 });
  const pools = data?.interviewerPools ?? [];
  const set = (at: number, change: Partial<Stage['seats'][number]>) =>
    onChange?.({ ...stage, seats: stage.seats.map((seat, index) => (index === at ? { ...seat, ...change } : seat)) });
  return (
    <Stack gap="xs" mt="sm">
      {stage.seats.map((seat, at) => (
        <Group key={at} align="flex-end" gap="sm">
          <TextInput
            label={`${TEXT.seat} ${at + 1}`}
            value={seat.role}
            readOnly={!onChange}
            onChange={(event) => set(at, { role: event.currentTarget.value })}
            style={{ flex: '1 1 12rem' }}
          />
          <NativeSelect
            label={WORDS.pool(seat.role)}
            value={seat.poolId ?? ''}
            disabled={!onChange}
            onChange={(event) => set(at, { poolId: event.currentTarget.value || null })}
            data={[
              { value: '', label: WORDS.noPool },
              ...pools.map(({ id, name, members }) => ({
                value: id,
                label: `${name} (${members.map(({ person }) => person.name).join(', ')})`,
              })),
            ]}
            style={{ flex: '1 1 14rem' }}
          />
          {onChange && (
            <ActionIcon
              variant="default"
              size="md"
              mb={4}
              onClick={() => onChange({ ...stage, seats: stage.seats.filter((_, index) => index !== at) })}
              aria-label={TEXT.removeSeat(seat.role)}
            >
              <Icon name="cross" size={16} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {onChange && (
        <Button
          size="xs"
          variant="default"
          w="fit-content"
          onClick={() => onChange({ ...stage, seats: [...stage.seats, { role: '' }] })}
        >
          {TEXT.addSeat}
        </Button>
      )}
    </Stack>
  );
}
