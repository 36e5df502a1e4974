import { Stack, Tabs, Title } from '@mantine/core';
import { useLocation, useSearchParams } from 'wouter';
import { words } from '../../words';
import { AllMails } from './ledger';
import { Suppressions } from './suppressions';
import { MailTasks } from './tasks';
import { Templates } from './templates';
import { MailTimes } from './times';

const WORDS = words.mail;

const TABS = ['tasks', 'ledger', 'suppressions', 'templates', 'times'] as const;

/** Mails that need a person, all mails, and the words and times they are sent in and at. */
export default function MailScreen() {
  const [address] = useSearchParams();
  const [, navigate] = useLocation();
  const template = address.get('template');
  const wanted = template !== null ? 'templates' : address.get('tab');
  const tab = TABS.find((one) => one === wanted) ?? 'tasks';
  return (
    <Stack>
      <Title order={1}>{WORDS.title}</Title>
      <Tabs
        value={tab}
        onChange={(value) => navigate(!value || value === 'tasks' ? '/mail' : `/mail?tab=${value}`)}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {WORDS.tabs[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="tasks">
          <MailTasks />
        </Tabs.Panel>
        <Tabs.Panel value="ledger">
          <AllMails />
        </Tabs.Panel>
        <Tabs.Panel value="suppressions">
          <Suppressions />
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
