import { Alert, Button, Group, List, Popover, Stack, Text } from '@mantine/core';
import {
  ArchivePostingDocument,
  ClosePostingDocument,
  PublishPostingDocument,
  ReopenPostingDocument,
} from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { words } from '../../words';
import { type Posting, useReadAgain } from './posting';

const WORDS = words.postings;

/** From draft to open to closed; what stands in the way of publishing is said before, and warnings may be set aside knowingly. */
export function PublishBar({ posting }: { readonly posting: Posting }) {
  const readAgain = useReadAgain(posting.id);
  const done = (said: string) => ({
    onDone: () => {
      tellDone(said);
      readAgain();
    },
  });
  const publish = useCommand(PublishPostingDocument, done(WORDS.published));
  const reopen = useCommand(ReopenPostingDocument, done(WORDS.published));
  const close = useCommand(ClosePostingDocument, done(WORDS.closed));
  const archive = useCommand(ArchivePostingDocument, done(WORDS.archived));
  const change = { postingId: posting.id, expectedVersion: posting.version };
  const { status, publishProblems } = posting;
  const refused = publishProblems.some(({ severity }) => severity === 'REFUSES');
  const warned = publishProblems.length > 0;
  const open = () => (status === 'DRAFT' ? publish : reopen).run({ ...change, confirm: warned });
  return (
    <Group gap="xs">
      {(status === 'DRAFT' || status === 'CLOSED') && (
        <>
          {warned && <Problems posting={posting} />}
          <Button onClick={open} loading={publish.busy || reopen.busy} disabled={refused} variant={warned ? 'light' : 'filled'}>
            {status === 'CLOSED' ? WORDS.reopen : warned ? WORDS.publishAnyway : WORDS.publish}
          </Button>
          <Button variant="default" loading={archive.busy} onClick={() => archive.run(change)}>
            {WORDS.archive}
          </Button>
        </>
      )}
      {status === 'OPEN' && (
        <Button variant="default" loading={close.busy} onClick={() => close.run(change)}>
          {WORDS.close}
        </Button>
      )}
    </Group>
  );
}

function Problems({ posting: { publishProblems } }: { readonly posting: Posting }) {
  return (
    <Popover width={420} position="bottom-end" withArrow shadow="md">
      <Popover.Target>
        <Button variant="default">{`${WORDS.problems} (${publishProblems.length})`}</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={WORDS.problems}>
        <Stack gap="xs">
          {publishProblems.map(({ code, message, severity, line }) => (
            <Alert key={code + message} color={severity === 'REFUSES' ? 'red' : 'yellow'} variant="light" p="xs">
              <List size="sm" listStyleType="none">
                <List.Item>{message}</List.Item>
                {line !== null && (
                  <List.Item>
                    <Text size="xs" c="dimmed">
                      {WORDS.line(line)}
                    </Text>
                  </List.Item>
                )}
              </List>
            </Alert>
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
