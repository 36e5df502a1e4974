import { Menu } from '@mantine/core';
import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { words } from '../../words';
import { type ColumnHandle, StageColumn } from './column';
import type { Asked } from './dialogs';
import { type Board, type Card, type Column, keyOf, ways } from './model';
import type { Moves } from './moves';
import styles from './board.module.css';

interface Props {
  readonly board: Board;
  readonly byColumn: ReadonlyMap<string, readonly Card[]>;
  readonly selected: ReadonlySet<string>;
  readonly chosen: readonly Card[];
  readonly moves: Moves;
  onSelect(card: Card): void;
  onAsk(asked: Asked): void;
}

interface Opened {
  readonly card: Card;
  readonly button: HTMLElement;
}

const NOBODY: readonly Card[] = [];
/** Not the key that opened it, which is still on its way through the page. */
const OUTSIDE = ['mousedown', 'touchstart'];

/** The stages side by side, with dragging, the keys and one menu for all cards. */
export function BoardColumns({ board, byColumn, selected, chosen, moves, onSelect, onAsk }: Props) {
  const columns = useRef(new Map<string, ColumnHandle>());
  const [opened, setOpened] = useState<Opened | null>(null);
  const newest = Math.max(...board.columns.map(({ planVersion }) => planVersion));

  const latest = useRef({ board, moves, chosen, onAsk });
  latest.current = { board, moves, chosen, onAsk };
  const go = useCallback((card: Card, column: Column) => {
    const { board, moves, chosen, onAsk } = latest.current;
    const back = ways(board, card).back.some(({ stageId }) => stageId === column.stageId);
    if (back) return onAsk({ kind: 'send-back', card, column });
    moves.move(board, chosen.some(({ id }) => id === card.id) ? chosen : [card], column);
  }, []);
  const openMenu = useCallback((card: Card, button: HTMLElement) => setOpened({ card, button }), []);

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
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focus(columnIndex, index + 1),
      ArrowUp: () => focus(columnIndex, index - 1),
      Home: () => focus(columnIndex, 0),
      End: () => focus(columnIndex, Infinity),
      ArrowRight: () => beside(1),
      ArrowLeft: () => beside(-1),
      x: () => onSelect(card),
      m: () => openMenu(card, element.querySelector('button')!),
      r: () => onAsk({ kind: 'reject', card }),
      n: () => {
        const next = ways(board, card).ahead[0];
        if (!next) return;
        go(card, next);
        requestAnimationFrame(() => focus(columnIndex, index) || beside(1));
      },
    };
    const action = actions[event.key];
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
          column={column}
          cards={byColumn.get(keyOf(column.stageId)) ?? NOBODY}
          earlier={column.stageId !== null && column.planVersion < newest}
          selected={selected}
          onMenu={openMenu}
          onSelect={onSelect}
          onDrop={go}
        />
      ))}
      {opened && <CardMenu board={board} opened={opened} go={go} onAsk={onAsk} onClose={() => setOpened(null)} />}
    </div>
  );
}

function CardMenu({
  board,
  opened: { card, button },
  go,
  onAsk,
  onClose,
}: {
  readonly board: Board;
  readonly opened: Opened;
  readonly go: (card: Card, column: Column) => void;
  readonly onAsk: (asked: Asked) => void;
  readonly onClose: () => void;
}) {
  const [, navigate] = useLocation();
  const { left, top, width, height } = button.getBoundingClientRect();
  const { ahead, back } = ways(board, card);
  const close = () => {
    onClose();
    button.focus();
  };
  return (
    <Menu
      opened
      onClose={close}
      position="bottom-end"
      withinPortal
      shadow="md"
      returnFocus={false}
      trapFocus
      loop
      clickOutsideEvents={OUTSIDE}
    >
      <Menu.Target>
        <button type="button" className={styles.anchor} style={{ left, top, width, height }} tabIndex={-1} aria-hidden="true" />
      </Menu.Target>
      <Menu.Dropdown aria-label={words.board.actions(card.candidateName)}>
        <Menu.Item onClick={() => navigate(`/applications/${card.id}`)}>{words.board.open}</Menu.Item>
        {ahead.length > 0 && <Menu.Label>{words.board.moveTo}</Menu.Label>}
        {ahead.map((column) => (
          <Menu.Item key={column.stageId} onClick={() => go(card, column)}>
            {column.name}
          </Menu.Item>
        ))}
        {back.length > 0 && <Menu.Label>{words.board.sendBackTo}</Menu.Label>}
        {back.map((column) => (
          <Menu.Item key={keyOf(column.stageId)} onClick={() => go(card, column)}>
            {column.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item className="bad" onClick={() => onAsk({ kind: 'reject', card })}>
          {words.board.reject}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
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
