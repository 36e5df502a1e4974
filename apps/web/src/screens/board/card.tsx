import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { memo, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { useZone } from '../../ui/frame';
import { Icon } from '../../ui/icons';
import { daysSince, moment } from '../../ui/time';
import { words } from '../../words';
import type { Card } from './model';
import styles from './board.module.css';

interface Props {
  readonly card: Card;
  readonly late: boolean;
  readonly targetDays: number | null;
  readonly index: number;
  /** The one card of its column that Tab stops at. */
  readonly current: boolean;
  readonly selected: boolean;
  /** How many mails about it have not left yet. */
  readonly mails: number;
  onMenu(card: Card, button: HTMLElement): void;
  onSelect(card: Card): void;
}

/** One candidate: who, what is waited for and on whom, since when. Plain elements, since there are a thousand of them. */
export const CandidateCard = memo(function CandidateCard({
  card,
  late,
  targetDays,
  index,
  current,
  selected,
  mails,
  onMenu,
  onSelect,
}: Props) {
  const element = useRef<HTMLDivElement>(null);
  const zone = useZone();
  const latest = useRef(card);
  useEffect(() => {
    latest.current = card;
  });
  useEffect(
    () =>
      draggable({
        element: element.current!,
        getInitialData: () => ({ card: latest.current }),
        onDragStart: () => element.current?.setAttribute('data-dragged', ''),
        onDrop: () => element.current?.removeAttribute('data-dragged'),
      }),
    [],
  );
  const waiting = waitingOf(card, zone);
  const stop = current ? 0 : -1;
  const days = daysSince(card.enteredStageAt);
  return (
    <div
      ref={element}
      className={styles.card}
      data-card={card.id}
      data-index={index}
      data-turn={card.waitingOn === 'TEAM' || card.waitingOn === 'BOTH' || undefined}
      data-selected={selected || undefined}
    >
      <div className={styles.first}>
        <Link
          href={`/applications/${card.id}`}
          className={styles.name}
          tabIndex={stop}
          draggable={false}
          title={card.candidateName}
        >
          {card.candidateName}
        </Link>
        <button
          type="button"
          className={styles.more}
          tabIndex={stop}
          aria-haspopup="menu"
          aria-label={words.board.actions(card.candidateName)}
          onClick={(event) => onMenu(card, event.currentTarget)}
        >
          <Icon name="more" size={16} />
        </button>
      </div>
      <p className={styles.waiting} title={waiting ?? undefined}>
        {waiting ?? '…'}
      </p>
      <p className={styles.line}>
        {words.board.since(words.days(days))}
        {late && <strong title={words.board.over(targetDays ?? 0)}> · {words.board.overBy(days - (targetDays ?? 0))}</strong>}
      </p>
      {mails > 0 && (
        <span className={styles.mails} role="img" aria-label={words.board.mails.of(mails)} title={words.board.mails.of(mails)}>
          <Icon name="mail" size={14} />
        </span>
      )}
      <input
        type="checkbox"
        checked={selected}
        onChange={() => onSelect(card)}
        tabIndex={stop}
        aria-label={words.board.select(card.candidateName)}
      />
    </div>
  );
});

/** Who is waited for, and for what; null while that is being found out. */
export function waitingOf({ waitingFor, waitingOn, waitingUntil }: Card, zone: string): string | null {
  if (waitingOn === 'NOBODY') return null;
  const late = waitingUntil !== null && Date.parse(waitingUntil) <= Date.now();
  return words.waiting(waitingFor, waitingUntil && moment(waitingUntil, zone), late);
}
