import { Button, Group, Stack, Text } from '@mantine/core';
import { Dialog } from './dialog';
import { words } from '../words';

/** Asks once before something that cannot be taken back, and says what it does. */
export function Sure({
  title,
  note,
  yes,
  busy,
  onYes,
  onClose,
}: {
  readonly title: string;
  readonly note: string;
  readonly yes: string;
  readonly busy: boolean;
  readonly onYes: () => void;
  readonly onClose: () => void;
}) {
  return (
    <Dialog onClose={onClose} title={title}>
      <Stack>
        <Text size="sm">{note}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {words.cancel}
          </Button>
          <Button color="red.9" loading={busy} onClick={onYes}>
            {yes}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
