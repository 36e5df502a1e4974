import { Anchor, Badge, Group, Skeleton, Text, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, lazy, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { ask } from '../../graphql/ask';
import { BoardDocument } from '../../graphql/generated';
import { LIVE, useBoardChanges } from '../../graphql/live';
import { useShortcuts } from '../../ui/shortcuts';
import { Empty, Lines, Shown } from '../../ui/states';
import { words } from '../../words';
import { Bar } from './bar';
import { BoardColumns } from './columns';
import type { Asked } from './dialogs';
import { useMailsWaiting } from './mails';
import { type Board, type Card, cardsByColumn, filtersIn, withPending } from './model';
import { useMoves } from './moves';
import styles from './board.module.css';

/** What is not seen at first is fetched when it is. */
const AddCandidate = lazy(() => import('./add-candidate'));
const Chosen = lazy(() => import('./chosen'));
const BoardDialog = lazy(() => import('./dialogs'));
const BoardTable = lazy(() => import('./table'));
const MailsWaitingList = lazy(() => import('./mails-list'));

const WORDS = words.board;
/** Changes that come close together are read once. */
const READ_AGAIN_MS = 150;

/** Everybody who is active under a posting, stage by stage, as it is at this moment. */
export default function BoardScreen({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const postingId = params.id!;
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['Board', postingId],
    queryFn: ({ signal }) => ask(BoardDocument, { postingId }, signal),
    ...LIVE,
  });
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
  const waiting = useMailsWaiting(board.postingId);
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
    { keys: null, label: WORDS.add.open, run: () => setAdding(true) },
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
  // Who is hidden by a filter is not meant.
  const inSight = useMemo(() => [...byColumn.values()].flat(), [byColumn]);
  const chosen = useMemo(() => inSight.filter(({ id }) => selected.has(id)), [inSight, selected]);
  const acting = { board, chosen, moves, onSelect: select, onAsk: setAsked };
  return (
    <div className={styles.screen}>
      <Head board={board} count={cards.length} />
      <Bar
        {...{ find, name, filters, asTable, set }}
        left={inSight.length < cards.length ? WORDS.shown(inSight.length, cards.length) : null}
        onName={setName}
        onAdd={() => setAdding(true)}
      >
        {waiting.mails.length > 0 && (
          <Suspense>
            <MailsWaitingList {...waiting} />
          </Suspense>
        )}
      </Bar>
      {chosen.length > 0 && (
        <Suspense>
          <Chosen
            {...{ board, moves }}
            cards={chosen}
            shown={inSight.length}
            onAll={() => setSelected(new Set(inSight.map(({ id }) => id)))}
            onClear={() => setSelected(new Set())}
            onAsk={setAsked}
          />
        </Suspense>
      )}
      {cards.length === 0 && <Empty>{WORDS.empty}</Empty>}
      {asTable ? (
        <Suspense fallback={<Lines />}>
          <BoardTable {...acting} byColumn={byColumn} selected={selected} mails={waiting.of} />
        </Suspense>
      ) : (
        <BoardColumns {...acting} byColumn={byColumn} selected={selected} mails={waiting.of} />
      )}
      <Suspense>
        {adding && <AddCandidate postingId={board.postingId} onClose={() => setAdding(false)} />}
        {asked && <BoardDialog asked={asked} moves={moves} onClose={() => setAsked(null)} />}
      </Suspense>
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
