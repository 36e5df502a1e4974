import { Menu } from '@mantine/core';
import { useCallback, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { words } from '../../words';
import type { Asked } from './dialogs';
import { type Board, type Card, type Column, keyOf, ways } from './model';
import type { Moves } from './moves';
import styles from './board.module.css';

interface Opened {
  readonly card: Card;
  readonly button: HTMLElement;
}

/** What cards need to be acted on: the board that they are of, those chosen with them, and whom to ask. */
export interface Acting {
  readonly board: Board;
  readonly chosen: readonly Card[];
  readonly moves: Moves;
  onSelect(card: Card): void;
  onAsk(asked: Asked): void;
}

/** Not the key that opened it, which is still on its way through the page. */
const OUTSIDE = ['mousedown', 'touchstart'];

/** Moving by hand, by menu and by keys, the same in columns and in rows. A chosen card takes the others that are chosen along. */
export function useActions(acting: Acting) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const latest = useRef(acting);
  latest.current = acting;
  const together = (card: Card) => {
    const { chosen } = latest.current;
    return chosen.some(({ id }) => id === card.id) ? chosen : [card];
  };
  const go = useCallback((card: Card, column: Column) => {
    const { board, moves, onAsk } = latest.current;
    const cards = together(card);
    const back = ways(board, card).back.some(({ stageId }) => stageId === column.stageId);
    if (back && cards.length === 1) return onAsk({ kind: 'send-back', card, column });
    moves.move(board, cards, column);
  }, []);
  const openMenu = useCallback((card: Card, button: HTMLElement) => setOpened({ card, button }), []);
  /** What the key does to the card; null for keys of others. `moved` is called when the card leaves. */
  const keyFor = (key: string, card: Card, element: HTMLElement, moved: () => void): (() => void) | null => {
    const actions: Readonly<Record<string, () => void>> = {
      x: () => acting.onSelect(card),
      m: () => openMenu(card, element.querySelector('button')!),
      r: () => acting.onAsk({ kind: 'reject', cards: together(card) }),
      n: () => {
        const next = ways(acting.board, card).ahead[0];
        if (!next) return;
        go(card, next);
        moved();
      },
    };
    return actions[key] ?? null;
  };
  const menu = opened && (
    <CardMenu
      board={acting.board}
      opened={opened}
      go={go}
      onReject={() => acting.onAsk({ kind: 'reject', cards: together(opened.card) })}
      onClose={() => setOpened(null)}
    />
  );
  return { go, openMenu, keyFor, menu };
}

function CardMenu({
  board,
  opened: { card, button },
  go,
  onReject,
  onClose,
}: {
  readonly board: Board;
  readonly opened: Opened;
  readonly go: (card: Card, column: Column) => void;
  readonly onReject: () => void;
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
        <Menu.Item className="bad" onClick={onReject}>
          {words.board.reject}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
