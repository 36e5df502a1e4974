import {
  Anchor,
  Badge,
  Button,
  Checkbox,
  Group,
  SegmentedControl,
  Select,
  Skeleton,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { ask } from '../../graphql/ask';
import { BoardDocument } from '../../graphql/generated';
import { useBoardChanges } from '../../graphql/live';
import { useShortcuts } from '../../ui/shortcuts';
import { Empty, Shown } from '../../ui/states';
import { words } from '../../words';
import { AddCandidate } from './add-candidate';
import { BoardColumns } from './columns';
import { type Asked, BoardDialog } from './dialogs';
import { type Board, type Card, cardsByColumn, filtersIn, withPending } from './model';
import { useMoves } from './moves';
import { BoardTable } from './table';
import styles from './board.module.css';

const WORDS = words.board;
/** Changes that come close together are read once. */
const READ_AGAIN_MS = 150;

/** Everybody who is active under a posting, stage by stage, as it is at this moment. */
export default function BoardScreen({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const postingId = params.id!;
  const queries = useQueryClient();
  const query = useQuery({ queryKey: ['Board', postingId], queryFn: ({ signal }) => ask(BoardDocument, { postingId }, signal) });
  const readAgain = useDebouncedCallback(() => void queries.invalidateQueries({ queryKey: ['Board', postingId] }), READ_AGAIN_MS);
  useBoardChanges(postingId, readAgain);
  return (
    <Shown query={query} loading={<Waiting />}>
      {({ board }) => <Loaded board={board} />}
    </Shown>
  );
}

function Loaded({ board }: { readonly board: Board }) {
  const moves = useMoves(board.postingId);
  const [address, setAddress] = useSearchParams();
  const [name, setName] = useState('');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Asked | null>(null);
  const [adding, setAdding] = useState(false);
  const find = useRef<HTMLInputElement>(null);
  const wanted = useDeferredValue(name);
  const filters = useMemo(() => filtersIn(address), [address]);
  const cards = useMemo(() => withPending(board.cards, moves.pending), [board.cards, moves.pending]);
  const byColumn = useMemo(() => cardsByColumn(board, cards, filters, wanted), [board, cards, filters, wanted]);
  const shown = [...byColumn.values()].reduce((sum, { length }) => sum + length, 0);
  const asTable = address.get('view') === 'table';
  const set = (key: string, value: string | null) =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(key, value);
        else next.delete(key);
        return next;
      },
      { replace: true },
    );
  useShortcuts([
    { keys: '/', label: WORDS.shortcuts.find, run: () => find.current?.focus() },
    { keys: 'v', label: WORDS.shortcuts.table, run: () => set('view', asTable ? null : 'table') },
    { keys: 'u', label: WORDS.shortcuts.undo, run: moves.undo },
    { keys: '← ↑ → ↓', label: WORDS.shortcuts.move },
    { keys: 'n', label: WORDS.shortcuts.advance },
    { keys: 'm', label: WORDS.shortcuts.menu },
    { keys: 'x', label: WORDS.shortcuts.select },
    { keys: 'r', label: WORDS.shortcuts.reject },
  ]);
  const select = useCallback((card: Card) => {
    setSelected((before) => {
      const next = new Set(before);
      if (!next.delete(card.id)) next.add(card.id);
      return next;
    });
  }, []);
  const chosen = cards.filter(({ id }) => selected.has(id));
  const filtered = shown < cards.length;
  return (
    <div className={styles.screen}>
      <Head board={board} count={cards.length} />
      <div className={styles.bar}>
        <TextInput
          ref={find}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          placeholder={WORDS.search}
          aria-label={WORDS.search}
          size="xs"
          w={180}
        />
        <Select
          aria-label={WORDS.turn}
          size="xs"
          w={150}
          placeholder={WORDS.anyTurn}
          clearable
          clearButtonProps={{ 'aria-label': WORDS.anyTurn }}
          data={[
            { value: 'TEAM', label: words.turn.TEAM },
            { value: 'CANDIDATE', label: words.turn.CANDIDATE },
          ]}
          value={filters.turn}
          onChange={(value) => set('turn', value)}
        />
        <Select
          aria-label={WORDS.residence}
          size="xs"
          w={150}
          placeholder={WORDS.anyResidence}
          clearable
          clearButtonProps={{ 'aria-label': WORDS.anyResidence }}
          data={Object.entries(WORDS.residenceNames).map(([value, label]) => ({ value, label }))}
          value={filters.residence}
          onChange={(value) => set('residence', value)}
        />
        <Checkbox
          size="xs"
          label={WORDS.late}
          checked={filters.late}
          onChange={(event) => set('late', event.currentTarget.checked ? '1' : null)}
        />
        {filtered && (
          <Text size="xs" c="dimmed" role="status">
            {WORDS.shown(shown, cards.length)}
          </Text>
        )}
        <Button size="xs" variant="default" ml="auto" onClick={() => setAdding(true)}>
          {WORDS.add.open}
        </Button>
        <SegmentedControl
          size="xs"
          aria-label={WORDS.view}
          data={[
            { value: 'board', label: WORDS.views.board },
            { value: 'table', label: WORDS.views.table },
          ]}
          value={asTable ? 'table' : 'board'}
          onChange={(value) => set('view', value === 'table' ? 'table' : null)}
        />
      </div>
      {chosen.length > 0 && <Chosen board={board} cards={chosen} moves={moves} clear={() => setSelected(new Set())} />}
      {cards.length === 0 && <Empty>{WORDS.empty}</Empty>}
      {asTable ? (
        <BoardTable board={board} byColumn={byColumn} selected={selected} onSelect={select} />
      ) : (
        <BoardColumns
          board={board}
          byColumn={byColumn}
          selected={selected}
          chosen={chosen}
          moves={moves}
          onSelect={select}
          onAsk={setAsked}
        />
      )}
      {adding && <AddCandidate postingId={board.postingId} onClose={() => setAdding(false)} />}
      {asked && <BoardDialog asked={asked} moves={moves} onClose={() => setAsked(null)} />}
    </div>
  );
}

function Head({ board, count }: { readonly board: Board; readonly count: number }) {
  const ended = (['hired', 'rejected', 'withdrawn'] as const)
    .filter((how) => board.ended[how] > 0)
    .map((how) => `${board.ended[how]} ${WORDS.ended[how]}`);
  return (
    <Group gap="sm" align="baseline">
      <Title order={1}>{board.title || words.postings.untitled}</Title>
      <Badge variant="light">{words.postingStatus[board.status as keyof typeof words.postingStatus]}</Badge>
      <Text size="sm" c="dimmed">
        {[WORDS.active(count), ...ended].join(' · ')}
      </Text>
      <Anchor component={Link} href={`/postings/${board.postingId}`} size="sm">
        {WORDS.posting}
      </Anchor>
      <Anchor component={Link} href={`/postings/${board.postingId}/insights`} size="sm">
        {words.insights.title}
      </Anchor>
    </Group>
  );
}

/** What can be done with several cards at once. */
function Chosen({
  board,
  cards,
  moves,
  clear,
}: {
  readonly board: Board;
  readonly cards: readonly Card[];
  readonly moves: ReturnType<typeof useMoves>;
  readonly clear: () => void;
}) {
  const newest = Math.max(...board.columns.map(({ planVersion }) => planVersion));
  const stages = board.columns.filter(({ stageId, planVersion }) => stageId !== null && planVersion === newest);
  return (
    <Group gap="xs" role="group" aria-label={WORDS.selected(cards.length)}>
      <Text size="sm" fw={600}>
        {WORDS.selected(cards.length)}
      </Text>
      <Select
        size="xs"
        w={220}
        aria-label={WORDS.moveTo}
        placeholder={`${WORDS.moveTo} …`}
        value={null}
        data={stages.map(({ stageId, name }) => ({ value: stageId!, label: name }))}
        onChange={(value) => {
          const column = stages.find(({ stageId }) => stageId === value);
          if (!column) return;
          moves.move(board, cards, column);
          clear();
        }}
      />
      <Button size="xs" variant="default" onClick={clear}>
        {WORDS.unselect}
      </Button>
    </Group>
  );
}

function Waiting() {
  return (
    <div className={styles.screen} role="status" aria-label={words.loading}>
      <Skeleton height={32} width={320} />
      <Skeleton height={30} width={520} />
      <div className={styles.board}>
        {Array.from({ length: 5 }, (_, at) => (
          <Skeleton key={at} height="100%" />
        ))}
      </div>
    </div>
  );
}
