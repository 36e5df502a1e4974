import { Stack, Tabs, Title } from '@mantine/core';
import { useLocation, useSearchParams } from 'wouter';
import { words } from '../../words';
import { MailTasks } from './tasks';
import { Templates } from './templates';
import { MailTimes } from './times';

const WORDS = words.mail;

/** Mails that need a person, and the words that mails are sent in. */
export default function MailScreen() {
  const [address] = useSearchParams();
  const [, navigate] = useLocation();
  const template = address.get('template');
  const wanted = template !== null ? 'templates' : address.get('tab');
  const tab = wanted === 'templates' || wanted === 'times' ? wanted : 'tasks';
  return (
    <Stack>
      <Title order={1}>{WORDS.title}</Title>
      <Tabs
        value={tab}
        onChange={(value) => navigate(!value || value === 'tasks' ? '/mail' : `/mail?tab=${value}`)}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="tasks">{WORDS.tabs.tasks}</Tabs.Tab>
          <Tabs.Tab value="templates">{WORDS.tabs.templates}</Tabs.Tab>
          <Tabs.Tab value="times">{WORDS.tabs.times}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="tasks">
          <MailTasks />
        </Tabs.Panel>
        <Tabs.Panel value="times">
          <MailTimes />
        </Tabs.Panel>
        <Tabs.Panel value="templates">
          <Templates chosen={template} choose={(key) => navigate(`/mail?template=${key}`)} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
