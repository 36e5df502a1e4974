import { type KeyboardEvent, useRef } from 'react';
import { type Acting, useActions } from './actions';
import { type ColumnHandle, StageColumn } from './column';
import { type Board, type Card, keyOf } from './model';
import type { MailsWaiting } from './mails';
import styles from './board.module.css';

interface Props extends Acting {
  readonly byColumn: ReadonlyMap<string, readonly Card[]>;
  readonly selected: ReadonlySet<string>;
  readonly mails: MailsWaiting;
}

const NOBODY: readonly Card[] = [];

/** The stages side by side, with dragging, the keys and one menu for all cards. */
export function BoardColumns({ byColumn, selected, mails, ...acting }: Props) {
  const { board, onSelect } = acting;
  const columns = useRef(new Map<string, ColumnHandle>());
  const newest = Math.max(...board.columns.map(({ planVersion }) => planVersion));
  const { go, openMenu, keyFor, menu } = useActions(acting);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const element = (event.target as Element).closest<HTMLElement>('[data-card]');
    const at = element && findCard(board, byColumn, element.dataset.card!);
    if (!at) return;
    const { card, columnIndex, index } = at;
    const focus = (columnAt: number, cardAt: number) =>
      columns.current.get(keyOf(board.columns[columnAt]!.stageId))?.focus(cardAt) ?? false;
    const beside = (step: 1 | -1) => {
      for (let next = columnIndex + step; next >= 0 && next < board.columns.length; next += step) if (focus(next, index)) return;
    };
    const ways: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focus(columnIndex, index + 1),
      ArrowUp: () => focus(columnIndex, index - 1),
      Home: () => focus(columnIndex, 0),
      End: () => focus(columnIndex, Infinity),
      ArrowRight: () => beside(1),
      ArrowLeft: () => beside(-1),
    };
    const moved = () => requestAnimationFrame(() => focus(columnIndex, index) || beside(1));
    const action = ways[event.key] ?? keyFor(event.key, card, element, moved);
    if (!action) return;
    event.preventDefault();
    action();
  };

  return (
    // Keys are those of the cards inside, which are links and buttons themselves.
    <div className={styles.board} onKeyDown={onKeyDown}>
      {board.columns.map((column) => (
        <StageColumn
          key={keyOf(column.stageId)}
          ref={(handle) => {
            if (handle) columns.current.set(keyOf(column.stageId), handle);
            return () => void columns.current.delete(keyOf(column.stageId));
          }}
          postingId={board.postingId}
          column={column}
          cards={byColumn.get(keyOf(column.stageId)) ?? NOBODY}
          earlier={column.stageId !== null && column.planVersion < newest}
          selected={selected}
          mails={mails}
          onMenu={openMenu}
          onSelect={onSelect}
          onDrop={go}
        />
      ))}
      {menu}
    </div>
  );
}

function findCard(board: Board, byColumn: Props['byColumn'], id: string) {
  for (const [columnIndex, column] of board.columns.entries()) {
    const cards = byColumn.get(keyOf(column.stageId)) ?? [];
    const index = cards.findIndex((card) => card.id === id);
    if (index >= 0) return { card: cards[index]!, columnIndex, index };
  }
  return null;
}
