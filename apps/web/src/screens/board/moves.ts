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
import { words } from '../../words';
import { type Board, type Card, type Column, type Pending, ways } from './model';

const WORDS = words.board;

interface Undoing {
  readonly card: Card;
  readonly version: number;
  readonly command: 'MOVE' | 'BACK' | 'REJECT';
  readonly fromStageId: string | null;
}

export interface Moves {
  readonly pending: Pending;
  move(board: Board, cards: readonly Card[], column: Column): void;
  sendBack(card: Card, column: Column, reason: string): void;
  reject(card: Card, reasonId: string, note: string): void;
  undo(): void;
}

/** Moves that are felt at once and taken back with an explanation when the server says no. Each card goes under its own version and key. */
export function useMoves(postingId: string): Moves {
  const queries = useQueryClient();
  const [pending, setPending] = useState<Pending>(new Map());
  const done = useRef<Undoing[]>([]);
  const key = ['Board', postingId];

  const settle = (id: string, standing: StandingFragment | null) => {
    if (standing)
      queries.setQueryData<BoardQuery>(
        key,
        (data) => data && { board: { ...data.board, cards: applied(data.board.cards, standing) } },
      );
    setPending((before) => new Map([...before].filter(([one]) => one !== id)));
  };

  /** Shows the card where it will be, asks, and puts it where the server says. Null when it did not happen. */
  const carry = async (card: Card, target: string | null | 'gone', send: () => Promise<{ result: MoveOutcomeFragment }>) => {
    setPending((before) => new Map(before).set(card.id, target));
    try {
      const { result } = await send();
      if (result.__typename === 'MovePayload') {
        settle(card.id, result.application);
        return result;
      }
      settle(card.id, result.__typename === 'ApplicationConflict' ? result.application : null);
      if (result.__typename === 'ApplicationConflict')
        tellFault(
          WORDS.conflict(card.candidateName, result.application.stageName ?? words.status[result.application.status]),
          WORDS.conflictTitle,
        );
      else tellFault(result.message, WORDS.refusedTitle);
    } catch (error) {
      settle(card.id, null);
      tellFault(error instanceof NoAnswer ? words.states.unsure : (error as Error).message, WORDS.refusedTitle);
    } finally {
      void queries.invalidateQueries({ queryKey: key });
    }
    return null;
  };

  const undo = useCallback(() => {
    const last = done.current.pop();
    if (!last) return tellFault(WORDS.nothingToUndo);
    const { card, version, command, fromStageId } = last;
    const input = { applicationId: card.id, expectedVersion: version, idempotencyKey: crypto.randomUUID() };
    const reason = WORDS.undoReason;
    const send = () => {
      if (command === 'REJECT') return ask(ReopenApplicationDocument, { input: { ...input, reason } });
      if (command === 'BACK') return ask(MoveApplicationDocument, { input: { ...input, stageId: fromStageId } });
      return ask(SendBackApplicationDocument, { input: { ...input, stageId: fromStageId, reason } });
    };
    void carry(card, fromStageId, send).then((result) => result && tellDone(WORDS.undone(card.candidateName)));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what it calls reads nothing that changes
  }, []);

  const remember = (card: Card, version: number, command: Undoing['command']) =>
    void done.current.push({ card, version, command, fromStageId: card.stageId });

  return {
    pending,
    undo,
    move: (board, cards, column) => {
      const movable = cards.filter((card) => ways(board, card).ahead.some(({ stageId }) => stageId === column.stageId));
      if (movable.length === 0) return tellFault(WORDS.otherPlan, WORDS.refusedTitle);
      const sent = movable.map(async (card) => {
        const result = await carry(card, column.stageId, () =>
          ask(MoveApplicationDocument, {
            input: {
              applicationId: card.id,
              expectedVersion: card.version,
              stageId: column.stageId,
              idempotencyKey: crypto.randomUUID(),
            },
          }),
        );
        if (result) remember(card, result.application.version, 'MOVE');
        return result !== null;
      });
      void Promise.all(sent).then((results) => {
        const moved = results.filter(Boolean).length;
        if (moved === 0) return;
        const said = cards.length === 1 ? WORDS.moved(cards[0]!.candidateName, column.name) : WORDS.movedMany(moved, column.name);
        tellDone(said, moved === 1 ? undo : () => Array.from({ length: moved }, undo));
      });
    },
    sendBack: (card, column, reason) => {
      const input = {
        applicationId: card.id,
        expectedVersion: card.version,
        stageId: column.stageId,
        reason,
        idempotencyKey: crypto.randomUUID(),
      };
      void carry(card, column.stageId, () => ask(SendBackApplicationDocument, { input })).then((result) => {
        if (!result) return;
        remember(card, result.application.version, 'BACK');
        tellDone(WORDS.moved(card.candidateName, column.name), card.stageId === null ? undefined : undo);
      });
    },
    reject: (card, reasonId, note) => {
      const input = {
        applicationId: card.id,
        expectedVersion: card.version,
        reasonId,
        note: note || null,
        idempotencyKey: crypto.randomUUID(),
      };
      void carry(card, 'gone', () => ask(RejectApplicationDocument, { input })).then((result) => {
        if (!result) return;
        remember(card, result.application.version, 'REJECT');
        tellDone(WORDS.rejected(card.candidateName), undo);
      });
    },
  };
}

/** The cards with one of them where the server says that it stands; who has left the board is gone. */
function applied(cards: readonly Card[], { id, status, stageId, enteredStageAt, version }: StandingFragment): Card[] {
  return cards.flatMap((card) => {
    if (card.id !== id || version <= card.version) return [card];
    if (status !== 'ACTIVE') return [];
    return [{ ...card, stageId, enteredStageAt, version, waitingOn: 'NOBODY' as const, waitingUntil: null }];
  });
}
