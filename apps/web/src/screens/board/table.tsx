import { VisuallyHidden } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useMemo, useRef } from 'react';
import { Link, useSearchParams } from 'wouter';
import { useZone } from '../../ui/frame';
import { Icon } from '../../ui/icons';
import { day, daysSince } from '../../ui/time';
import { words } from '../../words';
import { waitingOf } from './card';
import { type Acting, useActions } from './actions';
import type { MailsWaiting } from './mails';
import { type Card, keyOf } from './model';
import styles from './board.module.css';

const WORDS = words.board;
const ROW_PX = 40;
const KEYS = ['name', 'stage', 'since', 'applied'] as const;
type SortKey = (typeof KEYS)[number];

interface Props extends Acting {
  readonly byColumn: ReadonlyMap<string, readonly Card[]>;
  readonly selected: ReadonlySet<string>;
  readonly mails: MailsWaiting;
}

/** The same cards as rows, with the same keys and menu; only those in sight are in the page. Their order lives in the address. */
export default function BoardTable({ byColumn, selected, mails, ...acting }: Props) {
  const { board, onSelect } = acting;
  const scroller = useRef<HTMLDivElement>(null);
  const zone = useZone();
  const { openMenu, keyFor, menu } = useActions(acting);
  const { sort, head } = useSort();
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
  }, [byColumn, sort.key, sort.down, stages]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const above_px = items[0]?.start ?? 0;
  const below_px = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);

  const focus = (index: number) => {
    if (index < 0 || index >= rows.length) return;
    virtual.scrollToIndex(index);
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] a`)?.focus());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const element = (event.target as Element).closest<HTMLElement>('[data-card]');
    if (!element) return;
    const index = Number(element.dataset.index);
    const ways: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focus(index + 1),
      ArrowUp: () => focus(index - 1),
      Home: () => focus(0),
      End: () => focus(rows.length - 1),
    };
    const action = ways[event.key] ?? keyFor(event.key, rows[index]!, element, () => requestAnimationFrame(() => focus(index)));
    if (!action) return;
    event.preventDefault();
    action();
  };

  return (
    <div ref={scroller} className={styles.tableHolder} tabIndex={0} role="region" aria-label={WORDS.views.table}>
      <table className={styles.table} aria-rowcount={rows.length}>
        <thead>
          <tr>
            <th style={{ width: '3rem' }}>
              <VisuallyHidden>{WORDS.shortcuts.select}</VisuallyHidden>
            </th>
            {head('name', WORDS.columns.name, '20%')}
            {head('stage', WORDS.columns.stage, '26%')}
            {head('since', WORDS.columns.since, '7.5rem')}
            <th style={{ padding: '0.55rem 0.8rem' }}>{WORDS.columns.waiting}</th>
            {head('applied', WORDS.columns.applied, '8rem')}
            <th style={{ width: '4rem' }}>
              <VisuallyHidden>{WORDS.shortcuts.menu}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          <Gap height_px={above_px} />
          {items.map(({ index }) => {
            const card = rows[index]!;
            const waiting = mails.get(card.id) ?? 0;
            return (
              <tr key={card.id} data-card={card.id} data-index={index}>
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
                <td title={stages.get(keyOf(card.stageId))!.name}>{stages.get(keyOf(card.stageId))!.name}</td>
                <td>{words.days(daysSince(card.enteredStageAt))}</td>
                <td title={waitingOf(card, zone) ?? undefined}>{waitingOf(card, zone) ?? '…'}</td>
                <td>{day(card.appliedAt, zone)}</td>
                <td>
                  <div className={styles.first}>
                    <button
                      type="button"
                      className={styles.more}
                      aria-haspopup="menu"
                      aria-label={WORDS.actions(card.candidateName)}
                      onClick={(event) => openMenu(card, event.currentTarget)}
                    >
                      <Icon name="more" size={16} />
                    </button>
                    {waiting > 0 && (
                      <span role="img" aria-label={WORDS.mails.of(waiting)} title={WORDS.mails.of(waiting)}>
                        <Icon name="mail" size={14} />
                      </span>
                    )}
                  </div>
                </td>
              </tr>
            );
          })}
          <Gap height_px={below_px} />
        </tbody>
      </table>
      {rows.length === 0 && <p className={styles.nobody}>{WORDS.nobodyFound}</p>}
      {menu}
    </div>
  );
}

/** The order of the rows, in the address as `sort=name` or, downward, `sort=-name`; and the heads that change it. */
function useSort() {
  const [address, setAddress] = useSearchParams();
  const said = address.get('sort') ?? '';
  const down = said.startsWith('-');
  const key = KEYS.find((one) => one === said.replace('-', '')) ?? 'stage';
  const by = (next: SortKey) =>
    setAddress(
      (before) => {
        const after = new URLSearchParams(before);
        after.set('sort', `${next === key && !down ? '-' : ''}${next}`);
        return after;
      },
      { replace: true },
    );
  const head = (one: SortKey, label: string, width?: string) => (
    <th aria-sort={key === one ? (down ? 'descending' : 'ascending') : 'none'} style={{ width }}>
      <button type="button" onClick={() => by(one)}>
        {label} {key === one ? (down ? '↓' : '↑') : ''}
      </button>
    </th>
  );
  return { sort: { key, down }, head };
}

/** The rows that are not in the page, by their height. */
function Gap({ height_px }: { readonly height_px: number }) {
  if (height_px <= 0) return null;
  return (
    <tr aria-hidden="true">
      <td colSpan={7} style={{ height: height_px, padding: 0 }} />
    </tr>
  );
}
