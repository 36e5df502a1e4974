import { Stack, Tabs, Title } from '@mantine/core';
import { useLocation, useSearchParams } from 'wouter';
import { MAIL_PLACES, type MailPlace, mailAddress } from '../../ui/places';
import { TabList } from '../../ui/tab-list';
import { words } from '../../words';
import { IncomingMails } from './incoming';
import { AllMails } from './ledger';
import { Suppressions } from './suppressions';
import { MailTasks } from './tasks';
import { Templates } from './templates';
import { MailTimes } from './times';

const WORDS = words.mail;

/** Mails that need a person, all mails, and the words and times they are sent in and at. */
export default function MailScreen() {
  const [address] = useSearchParams();
  const [, navigate] = useLocation();
  const template = address.get('template');
  const wanted = template !== null ? 'templates' : address.get('tab');
  const tab = MAIL_PLACES.find((one) => one === wanted) ?? 'tasks';
  return (
    <Stack>
      <Title order={1}>{WORDS.title}</Title>
      <Tabs value={tab} onChange={(value) => navigate(mailAddress((value ?? 'tasks') as MailPlace))} keepMounted={false}>
        <TabList>
          {MAIL_PLACES.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {WORDS.tabs[one]}
            </Tabs.Tab>
          ))}
        </TabList>
        <Tabs.Panel value="tasks">
          <MailTasks />
        </Tabs.Panel>
        <Tabs.Panel value="ledger">
          <AllMails />
        </Tabs.Panel>
        <Tabs.Panel value="incoming">
          <IncomingMails />
        </Tabs.Panel>
        <Tabs.Panel value="suppressions">
          <Suppressions />
        </Tabs.Panel>
        <Tabs.Panel value="times">
          <MailTimes />
        </Tabs.Panel>
        <Tabs.Panel value="templates">
          <Templates />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
