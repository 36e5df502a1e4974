import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type Range, defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { words } from '../../words';
import { Link } from 'wouter';
import { CandidateCard } from './card';
import type { MailsWaiting } from './mails';
import { type Card, type Column, isLate, keyOf } from './model';
import styles from './board.module.css';

/** A card with its gap, in rem: every card is as high as the others, so that a thousand need no measuring. */
const CARD_REM = 6.5;

export interface ColumnHandle {
  /** Focuses a card, or the nearest there is; false when there is none. */
  focus(index: number): boolean;
}

interface Props {
  readonly ref: Ref<ColumnHandle>;
  readonly postingId: string;
  readonly column: Column;
  readonly cards: readonly Card[];
  readonly earlier: boolean;
  readonly selected: ReadonlySet<string>;
  readonly mails: MailsWaiting;
  onMenu(card: Card, button: HTMLElement): void;
  onSelect(card: Card): void;
  onDrop(card: Card, column: Column): void;
}

/** A stage and the candidates in it; only those in sight are in the page. */
export const StageColumn = memo(function StageColumn({
  ref,
  postingId,
  column,
  cards,
  earlier,
  selected,
  mails,
  onMenu,
  onSelect,
  onDrop,
}: Props) {
  const section = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState(0);
  const [over, setOver] = useState(false);
  const current = Math.min(wanted, Math.max(0, cards.length - 1));
  const height_px = CARD_REM * rem_px();
  const virtual = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height_px,
    overscan: 4,
    getItemKey: useCallback((index: number) => cards[index]!.id, [cards]),
    // The card that Tab stops at is always there.
    rangeExtractor: useCallback(
      (range: Range) =>
        [...new Set([...defaultRangeExtractor(range), ...(range.count > 0 ? [current] : [])])].sort((a, b) => a - b),
      [current],
    ),
  });
  useImperativeHandle(ref, () => ({
    focus: (index) => {
      if (cards.length === 0) return false;
      const at = Math.min(Math.max(index, 0), cards.length - 1);
      setWanted(at);
      virtual.scrollToIndex(at);
      requestAnimationFrame(() => {
        scroller.current?.querySelector<HTMLElement>(`[data-index="${at}"] a`)?.focus({ preventScroll: true });
      });
      return true;
    },
  }));
  useEffect(
    () =>
      dropTargetForElements({
        element: section.current!,
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: ({ source }) => {
          setOver(false);
          const card = source.data.card as Card;
          if (card.stageId !== column.stageId) onDrop(card, column);
        },
      }),
    [column, onDrop],
  );
  const withoutTime = cards.filter(({ waitingFor }) => waitingFor === 'SCHEDULING').length;
  const heading = `stage-${keyOf(column.stageId)}`;
  return (
    <section ref={section} className={styles.column} data-over={over || undefined} aria-labelledby={heading}>
      <h2 id={heading} className={styles.heading}>
        {column.name} <span className={styles.count}>{cards.length.toLocaleString()}</span>
        {earlier && (
          <small>
            <Link href={`/postings/${postingId}/plan-moves`}>{words.board.earlierPlan}</Link>
          </small>
        )}
        {withoutTime > 1 && (
          <small>
            <Link href={`/postings/${postingId}/times/${column.stageId}`}>{words.board.timesFor(withoutTime)}</Link>
          </small>
        )}
      </h2>
      <div ref={scroller} className={styles.scroller}>
        {cards.length === 0 && <p className={styles.nobody}>{words.board.nobody}</p>}
        <ul
          className={styles.cards}
          style={{ height: virtual.getTotalSize() }}
          onFocus={(event) => remember(event.target, setWanted)}
        >
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const card = cards[index]!;
            return (
              <li
                key={key}
                style={{ transform: `translateY(${start}px)`, height: height_px }}
                aria-setsize={cards.length}
                aria-posinset={index + 1}
              >
                <CandidateCard
                  card={card}
                  index={index}
                  late={isLate(card, column)}
                  targetDays={column.targetDays}
                  current={index === current}
                  selected={selected.has(card.id)}
                  mails={mails.get(card.id) ?? 0}
                  onMenu={onMenu}
                  onSelect={onSelect}
                />
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
});

function remember(target: EventTarget, set: (index: number) => void): void {
  const index = target instanceof Element ? target.closest<HTMLElement>('[data-index]')?.dataset.index : undefined;
  if (index !== undefined) set(Number(index));
}

let known_px = 0;
function rem_px(): number {
  known_px ||= parseFloat(getComputedStyle(document.documentElement).fontSize);
  return known_px;
}
