import { Group, Kbd, Stack, Table, Text } from '@mantine/core';
import { Dialog } from './dialog';
import { words } from '../words';
import { useListedShortcuts } from './shortcuts';

/** The list of keys, under `?`. */
export default function ShortcutHelp({ onClose }: { readonly onClose: () => void }) {
  const all = useListedShortcuts();
  return (
    <Dialog onClose={onClose} title={words.shortcuts.title}>
      <Stack>
        <Table>
          <Table.Tbody>
            <Row keys="⌘K" label={words.shortcuts.palette} />
            {all.map(({ keys, label }) => keys && <Row key={keys + label} keys={keys} label={label} />)}
          </Table.Tbody>
        </Table>
      </Stack>
    </Dialog>
  );
}

function Row({ keys, label }: { readonly keys: string; readonly label: string }) {
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap={4} wrap="nowrap">
          {keys.split(' ').map((key, at) => (
            <Group gap={4} key={at} wrap="nowrap">
              {at > 0 && (
                <Text span size="xs" c="dimmed">
                  {words.shortcuts.then}
                </Text>
              )}
              <Kbd>{key}</Kbd>
            </Group>
          ))}
        </Group>
      </Table.Td>
      <Table.Td>{label}</Table.Td>
    </Table.Tr>
  );
}
