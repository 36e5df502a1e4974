import { VisuallyHidden } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useZone } from '../../ui/frame';
import { day, daysSince } from '../../ui/time';
import { words } from '../../words';
import { waitingOf } from './card';
import { type Board, type Card, keyOf } from './model';
import styles from './board.module.css';

const WORDS = words.board;
const ROW_PX = 40;
type SortKey = 'name' | 'stage' | 'since' | 'applied';

interface Props {
  readonly board: Board;
  readonly byColumn: ReadonlyMap<string, readonly Card[]>;
  readonly selected: ReadonlySet<string>;
  onSelect(card: Card): void;
}

/** The same cards as rows; only those in sight are in the page. */
export function BoardTable({ board, byColumn, selected, onSelect }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const zone = useZone();
  const [sort, setSort] = useState<{ readonly key: SortKey; readonly down: boolean }>({ key: 'stage', down: false });
  const stages = useMemo(
    () => new Map(board.columns.map(({ stageId, name }, at) => [keyOf(stageId), { name, at }])),
    [board.columns],
  );
  const rows = useMemo(() => {
    const compare: Record<SortKey, (a: Card, b: Card) => number> = {
      name: (a, b) => a.candidateName.localeCompare(b.candidateName),
      stage: (a, b) => stages.get(keyOf(a.stageId))!.at - stages.get(keyOf(b.stageId))!.at,
      since: (a, b) => a.enteredStageAt.localeCompare(b.enteredStageAt),
      applied: (a, b) => a.appliedAt.localeCompare(b.appliedAt),
    };
    const sorted = [...byColumn.values()].flat().sort(compare[sort.key]);
    return sort.down ? sorted.reverse() : sorted;
  }, [byColumn, sort, stages]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const above_px = items[0]?.start ?? 0;
  const below_px = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const head = (key: SortKey, label: string) => (
    <th aria-sort={sort.key === key ? (sort.down ? 'descending' : 'ascending') : 'none'}>
      <button type="button" onClick={() => setSort({ key, down: sort.key === key && !sort.down })}>
        {label} {sort.key === key ? (sort.down ? '↓' : '↑') : ''}
      </button>
    </th>
  );
  return (
    <div ref={scroller} className={styles.tableHolder} tabIndex={0} role="region" aria-label={WORDS.views.table}>
      <table className={styles.table} aria-rowcount={rows.length}>
        <thead>
          <tr>
            <th style={{ width: '3rem' }}>
              <VisuallyHidden>{WORDS.shortcuts.select}</VisuallyHidden>
            </th>
            {head('name', WORDS.columns.name)}
            {head('stage', WORDS.columns.stage)}
            {head('since', WORDS.columns.since)}
            <th style={{ padding: '0.55rem 0.8rem' }}>{WORDS.columns.waiting}</th>
            {head('applied', WORDS.columns.applied)}
          </tr>
        </thead>
        <tbody>
          {above_px > 0 && (
            <tr aria-hidden="true">
              <td colSpan={6} style={{ height: above_px, padding: 0 }} />
            </tr>
          )}
          {items.map(({ index }) => {
            const card = rows[index]!;
            return (
              <tr key={card.id}>
                <td>
                  <input
                    type="checkbox"
                    checked={selected.has(card.id)}
                    onChange={() => onSelect(card)}
                    aria-label={WORDS.select(card.candidateName)}
                  />
                </td>
                <td>
                  <Link href={`/applications/${card.id}`}>{card.candidateName}</Link>
                </td>
                <td>{stages.get(keyOf(card.stageId))!.name}</td>
                <td>{words.days(daysSince(card.enteredStageAt))}</td>
                <td>{waitingOf(card, zone) ?? '…'}</td>
                <td>{day(card.appliedAt, zone)}</td>
              </tr>
            );
          })}
          {below_px > 0 && (
            <tr aria-hidden="true">
              <td colSpan={6} style={{ height: below_px, padding: 0 }} />
            </tr>
          )}
        </tbody>
      </table>
      {rows.length === 0 && <p className={styles.nobody}>{WORDS.nobodyFound}</p>}
    </div>
  );
}
