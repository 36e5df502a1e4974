import { Suspense, lazy, useCallback, useRef, useState } from 'react';
import type { Asked } from './dialogs';
import { type Board, type Card, type Column, ways } from './model';
import type { Moves } from './moves';

const CardMenu = lazy(() => import('./card-menu'));

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
    <Suspense>
      <CardMenu
        board={acting.board}
        {...opened}
        go={go}
        onReject={() => acting.onAsk({ kind: 'reject', cards: together(opened.card) })}
        onClose={() => setOpened(null)}
      />
    </Suspense>
  );
  return { go, openMenu, keyFor, menu };
}
