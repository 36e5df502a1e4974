import { Button, Popover, Text } from '@mantine/core';
import { Link } from 'wouter';
import { useZone } from '../../ui/frame';
import { Icon } from '../../ui/icons';
import { moment } from '../../ui/time';
import { words } from '../../words';
import type { Mail } from './mails';

const WORDS = words.board.mails;
const SHOWN = 20;

/** What will go out, to whom and when. */
export default function MailsWaitingList({ mails, more }: { readonly mails: readonly Mail[]; readonly more: boolean }) {
  const zone = useZone();
  return (
    <Popover width={440} position="bottom-start" withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button size="xs" variant="default" leftSection={<Icon name="mail" size={14} />}>
          {WORDS.waiting(mails.length, more)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={WORDS.title}>
        <Text size="sm" c="dimmed" mb="xs">
          {WORDS.note}
        </Text>
        <ul className="plain spaced">
          {mails.slice(0, SHOWN).map(({ id, applicationId, subject, recipient, notBefore }) => (
            <li key={id}>
              <Link href={`/applications/${applicationId}?tab=mails`}>{subject}</Link>
              <Text size="xs" c="dimmed">
                {[recipient, words.application.mails.waits(moment(notBefore, zone))].join(' · ')}
              </Text>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
