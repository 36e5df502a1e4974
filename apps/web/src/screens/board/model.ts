import type { BoardQuery } from '../../graphql/generated';
import { daysSince } from '../../ui/time';

export type Board = BoardQuery['board'];
export type Card = Board['cards'][number];
export type Column = Board['columns'][number];

/** What the address says of the board; the name that is looked for stays out of it. */
export interface Filters {
  readonly turn: 'TEAM' | 'CANDIDATE' | null;
  readonly residence: 'INSIDE' | 'OUTSIDE' | 'UNKNOWN' | null;
  readonly late: boolean;
}

const TURNS = ['TEAM', 'CANDIDATE'] as const;
const RESIDENCES = ['INSIDE', 'OUTSIDE', 'UNKNOWN'] as const;

export function filtersIn(address: URLSearchParams): Filters {
  return {
    turn: TURNS.find((turn) => turn === address.get('turn')) ?? null,
    residence: RESIDENCES.find((residence) => residence === address.get('residence')) ?? null,
    late: address.has('late'),
  };
}

/** Where cards stand until the server has answered: a stage, received (null), or gone from the board. */
export type Pending = ReadonlyMap<string, string | null | 'gone'>;

/** The cards as they will stand when what is under way has happened. */
export function withPending(cards: readonly Card[], pending: Pending): readonly Card[] {
  if (pending.size === 0) return cards;
  const now = new Date().toISOString();
  return cards.flatMap((card) => {
    const target = pending.get(card.id);
    if (target === undefined || target === card.stageId) return [card];
    if (target === 'gone') return [];
    return [{ ...card, stageId: target, enteredStageAt: now, waitingOn: 'NOBODY' as const, waitingUntil: null }];
  });
}

/** The cards that a search by name and the filters leave, by the key of their column and in the order of the board. */
export function cardsByColumn(
  board: Board,
  cards: readonly Card[],
  filters: Filters,
  name: string,
): ReadonlyMap<string, readonly Card[]> {
  const columns = new Map(board.columns.map((column) => [keyOf(column.stageId), column]));
  const found = new Map<string, Card[]>(board.columns.map(({ stageId }) => [keyOf(stageId), []]));
  const wanted = fold(name.trim());
  for (const card of cards) {
    const key = keyOf(card.stageId);
    if (filters.turn && card.waitingOn !== filters.turn && card.waitingOn !== 'BOTH') continue;
    if (filters.residence && card.residenceCheck !== filters.residence) continue;
    if (filters.late && !isLate(card, columns.get(key))) continue;
    if (wanted && !fold(card.candidateName).includes(wanted)) continue;
    found.get(key)?.push(card);
  }
  return found;
}

export function keyOf(stageId: string | null): string {
  return stageId ?? 'received';
}

/** Longer in the stage than the team means to take. */
export function isLate(card: Card, column: Column | undefined): boolean {
  return typeof column?.targetDays === 'number' && daysSince(card.enteredStageAt) >= column.targetDays;
}

/** "Éva" is found with "eva". */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Stages of the same plan that the card can go to: later ones by a move, earlier ones by being sent back. */
export function ways(board: Board, card: Card): { readonly ahead: readonly Column[]; readonly back: readonly Column[] } {
  const from = board.columns.findIndex(({ stageId }) => stageId === card.stageId);
  const here = board.columns[from];
  const newest = Math.max(...board.columns.map(({ planVersion }) => planVersion));
  const version = here && here.stageId !== null ? here.planVersion : newest;
  const same = (column: Column) => column.stageId !== null && column.planVersion === version;
  return {
    ahead: board.columns.filter((column, at) => at > from && same(column)),
    back: board.columns.filter((column, at) => at < from && (same(column) || column.stageId === null)),
  };
}
