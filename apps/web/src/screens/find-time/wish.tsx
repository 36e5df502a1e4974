import { Alert, Button, Group, List, Text } from '@mantine/core';
import { type FindTimeQuery, SettleTimeWishDocument } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { words } from '../../words';

const WORDS = words.findTime.wish;

/** Times of the candidate's own, as long as they wait for the team. */
export function Wish({
  wish: { applicationId, windows, note },
  onSettled,
}: {
  readonly wish: FindTimeQuery['timeWishes'][number];
  readonly onSettled: () => void;
}) {
  const settle = useCommand(SettleTimeWishDocument, {
    keyed: false,
    onDone: () => {
      tellDone(WORDS.settled);
      onSettled();
    },
  });
  return (
    <Alert color="tide" variant="light" title={WORDS.title}>
      <List size="sm">
        {windows.map(({ startsAt, said }) => (
          <List.Item key={startsAt}>{said}</List.Item>
        ))}
      </List>
      {note && (
        <Text size="sm" mt="xs" className="prose">
          {WORDS.note}: {note}
        </Text>
      )}
      <Group mt="sm">
        <Button size="compact-sm" variant="default" loading={settle.busy} onClick={() => settle.run({ applicationId })}>
          {WORDS.settle}
        </Button>
      </Group>
    </Alert>
  );
}
