import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { AddOpeningsDocument, CancelOpeningDocument } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { words } from '../../words';
import { type Posting, useReadAgain } from './posting';

const WORDS = words.postings;

/** The seats to fill. The last one filled closes the posting. */
export function Openings({ posting }: { readonly posting: Posting }) {
  const { id: postingId, version: expectedVersion, openings, document } = posting;
  const readAgain = useReadAgain(postingId);
  const done = {
    onDone: () => {
      tellDone(WORDS.openingsChanged);
      readAgain();
    },
  };
  const add = useCommand(AddOpeningsDocument, done);
  const cancel = useCommand(CancelOpeningDocument, done);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="openings">
      <Title order={2} id="openings" mb="xs">
        {WORDS.openingsTitle}
      </Title>
      <ul className="plain spaced">
        {openings.map(({ id, number, status }) => (
          <Group component="li" key={id} justify="space-between">
            <Text size="sm">
              {WORDS.openingName(number)}{' '}
              <Text span c="dimmed">
                {WORDS.openingStatus[status]}
              </Text>
            </Text>
            {document !== null && status === 'OPEN' && (
              <Button
                size="compact-xs"
                variant="default"
                disabled={cancel.busy}
                aria-label={WORDS.openingCancel(number)}
                onClick={() => cancel.run({ postingId, openingId: id, expectedVersion })}
              >
                {WORDS.openingTakeBack}
              </Button>
            )}
          </Group>
        ))}
      </ul>
      {document !== null && (
        <Button
          mt="sm"
          variant="default"
          size="xs"
          loading={add.busy}
          onClick={() => add.run({ postingId, expectedVersion, count: 1 })}
        >
          {WORDS.openingAdd}
        </Button>
      )}
    </Paper>
  );
}
