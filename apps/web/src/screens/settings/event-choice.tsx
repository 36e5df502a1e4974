import { Checkbox, Stack } from '@mantine/core';
import { words } from '../../words';
import type { Told } from './webhooks';

const WORDS = words.settings.webhooks;

/** What a program is told of: each event in words, with what of it goes out. */
export function EventChoice({
  told,
  value,
  error,
  onChange,
}: {
  readonly told: Told;
  readonly value: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (events: string[]) => void;
}) {
  return (
    <Checkbox.Group label={WORDS.what} required value={[...value]} error={error} onChange={onChange}>
      <Stack gap="xs" mt={4}>
        {told.map(({ type, fields }) => (
          <Checkbox
            key={type}
            value={type}
            label={WORDS.events[type] ?? type}
            description={`${type}: ${WORDS.goesOut(fields)}`}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
