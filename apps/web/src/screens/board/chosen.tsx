import { Button, Group, Select, Text } from '@mantine/core';
import { words } from '../../words';
import type { Asked } from './dialogs';
import type { Board, Card } from './model';
import type { Moves } from './moves';

const WORDS = words.board;

interface Props {
  readonly board: Board;
  readonly cards: readonly Card[];
  readonly shown: number;
  readonly moves: Moves;
  onAll(): void;
  onClear(): void;
  onAsk(asked: Asked): void;
}

/** What can be done with several cards at once. */
export default function Chosen({ board, cards, shown, moves, onAll, onClear, onAsk }: Props) {
  const newest = Math.max(...board.columns.map(({ planVersion }) => planVersion));
  const stages = board.columns.filter(({ stageId, planVersion }) => stageId !== null && planVersion === newest);
  return (
    <Group gap="xs" role="group" aria-label={WORDS.selected(cards.length)}>
      <Text size="sm" fw={600}>
        {WORDS.selected(cards.length)}
      </Text>
      <Select
        size="xs"
        w={220}
        aria-label={WORDS.moveTo}
        placeholder={`${WORDS.moveTo} …`}
        value={null}
        data={stages.map(({ stageId, name }) => ({ value: stageId!, label: name }))}
        onChange={(value) => {
          const column = stages.find(({ stageId }) => stageId === value);
          if (!column) return;
          moves.move(board, cards, column);
          onClear();
        }}
      />
      <Button size="xs" variant="default" onClick={() => onAsk({ kind: 'reject', cards })}>
        {WORDS.reject}
      </Button>
      {cards.length < shown && (
        <Button size="xs" variant="default" onClick={onAll}>
          {WORDS.selectAll(shown)}
        </Button>
      )}
      <Button size="xs" variant="default" onClick={onClear}>
        {WORDS.unselect}
      </Button>
    </Group>
  );
}
