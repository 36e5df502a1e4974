import { Checkbox, Group } from '@mantine/core';
import { words } from '../words';

/** Days of the week, by the names that the API uses. */
export function DaysChoice({
  value,
  onChange,
}: {
  readonly value: readonly string[];
  readonly onChange: (days: string[]) => void;
}) {
  return (
    <Checkbox.Group label={words.schedule.days} value={[...value]} onChange={onChange}>
      <Group gap="sm" mt={4}>
        {Object.entries(words.schedule.dayNames).map(([day, name]) => (
          <Checkbox key={day} value={day} label={name} size="sm" />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
