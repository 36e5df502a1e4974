import { Button, Checkbox, NativeSelect, SegmentedControl, Text, TextInput } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import { words } from '../../words';
import type { Filters } from './model';
import styles from './board.module.css';

const WORDS = words.board;

interface Props {
  readonly find: Ref<HTMLInputElement>;
  readonly name: string;
  readonly filters: Filters;
  readonly asTable: boolean;
  /** How many of how many the filters leave; null where they leave all. */
  readonly left: string | null;
  readonly children: ReactNode;
  onName(name: string): void;
  onAdd(): void;
  /** What the address says; null takes it out. */
  set(key: string, value: string | null): void;
}

/** What is shown of the board, and how. All but the name that is looked for lives in the address. */
export function Bar({ find, name, filters, asTable, left, children, onName, onAdd, set }: Props) {
  return (
    <div className={styles.bar}>
      <TextInput
        ref={find}
        value={name}
        onChange={(event) => onName(event.currentTarget.value)}
        placeholder={WORDS.search}
        aria-label={WORDS.search}
        size="xs"
        w={180}
      />
      <NativeSelect
        aria-label={WORDS.turn}
        size="xs"
        w={150}
        data={[
          { value: '', label: WORDS.anyTurn },
          { value: 'TEAM', label: words.turn.TEAM },
          { value: 'CANDIDATE', label: words.turn.CANDIDATE },
        ]}
        value={filters.turn ?? ''}
        onChange={(event) => set('turn', event.currentTarget.value || null)}
      />
      <NativeSelect
        aria-label={WORDS.residence}
        size="xs"
        w={150}
        data={[
          { value: '', label: WORDS.anyResidence },
          ...Object.entries(WORDS.residenceNames).map(([value, label]) => ({ value, label })),
        ]}
        value={filters.residence ?? ''}
        onChange={(event) => set('residence', event.currentTarget.value || null)}
      />
      <Checkbox
        size="xs"
        label={WORDS.late}
        checked={filters.late}
        onChange={(event) => set('late', event.currentTarget.checked ? '1' : null)}
      />
      {left && (
        <Text size="xs" c="dimmed" role="status">
          {left}
        </Text>
      )}
      {children}
      <Button size="xs" variant="default" ml="auto" onClick={onAdd}>
        {WORDS.add.open}
      </Button>
      <SegmentedControl
        size="xs"
        aria-label={WORDS.view}
        data={[
          { value: 'board', label: WORDS.views.board },
          { value: 'table', label: WORDS.views.table },
        ]}
        value={asTable ? 'table' : 'board'}
        onChange={(value) => set('view', value === 'table' ? 'table' : null)}
      />
    </div>
  );
}
