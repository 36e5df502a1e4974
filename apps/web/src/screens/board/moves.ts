import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { NoAnswer, ask } from '../../graphql/ask';
import {
  type BoardQuery,
  type MoveOutcomeFragment,
  MoveApplicationDocument,
  RejectApplicationDocument,
  ReopenApplicationDocument,
  SendBackApplicationDocument,
  type StandingFragment,
} from '../../graphql/generated';
import { tellDone, tellFault } from '../../ui/commands';
import { inTurn } from '../../ui/in-turn';
import { words } from '../../words';
import { type Board, type Card, type Column, type Pending, ways } from './model';

const WORDS = words.board;
/** Of many moves so many are under way at a time: the server has others to serve. */
const AT_ONCE = 4;
/** Of many refusals so many are told one by one. */
const TOLD = 5;

type Moved = Extract<MoveOutcomeFragment, { readonly __typename: 'MovePayload' }>;

interface Wanted {
  readonly card: Card;
  readonly target: string | null | 'gone';
  readonly send: (version: number) => Promise<{ result: MoveOutcomeFragment }>;
}

interface Refused {
  readonly card: Card;
  readonly title: string;
  readonly message: string;
}

type Outcome = { readonly card: Card; readonly moved: Moved } | Refused;

interface Undoing {
  readonly card: Card;
  readonly version: number;
  readonly command: 'MOVE' | 'BACK' | 'REJECT';
}

export interface Moves {
  readonly pending: Pending;
  move(board: Board, cards: readonly Card[], column: Column): void;
  sendBack(card: Card, column: Column, reason: string): void;
  reject(cards: readonly Card[], reasonId: string, note: string): void;
  /** What was done last, to one card or to many. */
  undo(): void;
}

/** Moves that are felt at once and taken back with an explanation when the server says no. Each card goes under its own version and key. */
export function useMoves(postingId: string): Moves {
  const queries = useQueryClient();
  const [pending, setPending] = useState<Pending>(new Map());
  const done = useRef<(readonly Undoing[])[]>([]);
  /** What this screen has under way for a card, and the version that its last move made: the next move of the same card is over that. */
  const underWay = useRef(new Map<string, Promise<unknown>>());
  const own = useRef(new Map<string, number>());
  const key = ['Board', postingId];

  const settle = (id: string, target: Wanted['target'], standing: StandingFragment | null) => {
    if (standing)
      queries.setQueryData<BoardQuery>(
        key,
        (data) => data && { board: { ...data.board, cards: applied(data.board.cards, standing) } },
      );
    setPending((before) => new Map([...before].filter(([one, at]) => one !== id || at !== target)));
  };

  const carry = async ({ card, target, send }: Wanted): Promise<Outcome> => {
    const before = underWay.current.get(card.id);
    const sent = (async () => {
      await before;
      return send(Math.max(card.version, own.current.get(card.id) ?? 0));
    })();
    underWay.current.set(
      card.id,
      sent.then(
        ({ result }) => result.__typename === 'MovePayload' && own.current.set(card.id, result.application.version),
        () => undefined,
      ),
    );
    try {
      const { result } = await sent;
      if (result.__typename === 'MovePayload') {
        settle(card.id, target, result.application);
        return { card, moved: result };
      }
      if (result.__typename === 'ApplicationConflict') {
        settle(card.id, target, result.application);
        const { stageName, status } = result.application;
        return {
          card,
          title: WORDS.conflictTitle,
          message: WORDS.conflict(card.candidateName, stageName ?? words.status[status]),
        };
      }
      settle(card.id, target, null);
      return { card, title: WORDS.refusedTitle, message: result.message };
    } catch (error) {
      settle(card.id, target, null);
      const message = error instanceof NoAnswer ? words.states.unsure : (error as Error).message;
      return { card, title: WORDS.refusedTitle, message };
    }
  };

  /** Shows the cards where they will be, asks, and puts each where the server says. Answers what happened, after saying what did not. */
  const carryAll = async (wanted: readonly Wanted[], refused: readonly Refused[] = []) => {
    setPending((before) => new Map([...before, ...wanted.map(({ card, target }) => [card.id, target] as const)]));
    const outcomes = await inTurn(wanted, AT_ONCE, carry);
    void queries.invalidateQueries({ queryKey: key });
    const moved = outcomes.flatMap((one) => ('moved' in one ? [one] : []));
    tellRefused([...refused, ...outcomes.flatMap((one) => ('moved' in one ? [] : [one]))], moved.length);
    return moved;
  };

  const undo = useCallback(() => {
    const last = done.current.pop();
    if (!last) return tellFault(WORDS.nothingToUndo);
    const wanted = last.map(({ card, version, command }): Wanted => {
      const { stageId } = card;
      const reason = WORDS.undoReason;
      const send = (newest: number) => {
        const input = subject(card, Math.max(version, newest));
        if (command === 'REJECT') return ask(ReopenApplicationDocument, { input: { ...input, reason } });
        if (command === 'BACK') return ask(MoveApplicationDocument, { input: { ...input, stageId } });
        return ask(SendBackApplicationDocument, { input: { ...input, stageId, reason } });
      };
      return { card, target: stageId, send };
    });
    void carryAll(wanted).then((moved) => {
      if (moved.length > 0)
        tellDone(last.length === 1 ? WORDS.undone(last[0]!.card.candidateName) : WORDS.undoneMany(moved.length));
    });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what it calls reads nothing that changes
  }, []);

  /** Says what was done and keeps it for undoing. */
  const remember = (
    moved: Awaited<ReturnType<typeof carryAll>>,
    command: Undoing['command'],
    said: (count: number) => string,
    undoable = true,
  ) => {
    if (moved.length === 0) return;
    if (undoable)
      done.current.push(moved.map(({ card, moved: { application } }) => ({ card, version: application.version, command })));
    tellDone(said(moved.length), undoable ? undo : undefined);
  };

  return {
    pending,
    undo,
    move: (board, cards, column) => {
      const there = cards.filter(({ stageId }) => stageId !== column.stageId);
      const ahead = there.filter((card) => ways(board, card).ahead.some(({ stageId }) => stageId === column.stageId));
      const refused = there
        .filter((card) => !ahead.includes(card))
        .map((card) => ({ card, title: WORDS.refusedTitle, message: whyNot(board, card, column) }));
      const wanted = ahead.map((card): Wanted => {
        const send = (version: number) =>
          ask(MoveApplicationDocument, { input: { ...subject(card, version), stageId: column.stageId } });
        return { card, target: column.stageId, send };
      });
      void carryAll(wanted, refused).then((moved) =>
        remember(moved, 'MOVE', (count) =>
          cards.length === 1 ? WORDS.moved(cards[0]!.candidateName, column.name) : WORDS.movedMany(count, column.name),
        ),
      );
    },
    sendBack: (card, column, reason) => {
      const send = (version: number) =>
        ask(SendBackApplicationDocument, { input: { ...subject(card, version), stageId: column.stageId, reason } });
      void carryAll([{ card, target: column.stageId, send }]).then((moved) =>
        remember(moved, 'BACK', () => WORDS.moved(card.candidateName, column.name), card.stageId !== null),
      );
    },
    reject: (cards, reasonId, note) => {
      const wanted = cards.map((card): Wanted => {
        const send = (version: number) =>
          ask(RejectApplicationDocument, { input: { ...subject(card, version), reasonId, note: note || null } });
        return { card, target: 'gone', send };
      });
      void carryAll(wanted).then((moved) =>
        remember(moved, 'REJECT', (count) =>
          cards.length === 1 ? WORDS.rejected(cards[0]!.candidateName) : WORDS.rejectedMany(count),
        ),
      );
    },
  };
}

function subject({ id }: Card, version: number) {
  return { applicationId: id, expectedVersion: version, idempotencyKey: crypto.randomUUID() };
}

function whyNot(board: Board, card: Card, { stageId }: Column): string {
  return ways(board, card).back.some((column) => column.stageId === stageId) ? WORDS.onlyBack : WORDS.otherPlan;
}

/** One refusal in its own words; of many the first few, by name. */
function tellRefused(refused: readonly Refused[], moved: number): void {
  const [first] = refused;
  if (!first) return;
  if (refused.length === 1 && moved === 0) return tellFault(first.message, first.title);
  const named = refused.slice(0, TOLD).map(({ card, message }) => WORDS.stays(card.candidateName, message));
  const rest = refused.length > TOLD ? [WORDS.stayMore(refused.length - TOLD)] : [];
  tellFault([...named, ...rest].join('\n'), WORDS.movedSome(moved, moved + refused.length));
}

/** The cards with one of them where the server says that it stands; who has left the board is gone. */
function applied(cards: readonly Card[], { id, status, stageId, enteredStageAt, version }: StandingFragment): Card[] {
  return cards.flatMap((card) => {
    if (card.id !== id || version <= card.version) return [card];
    if (status !== 'ACTIVE') return [];
    return [{ ...card, stageId, enteredStageAt, version, waitingOn: 'NOBODY' as const, waitingUntil: null }];
  });
}
