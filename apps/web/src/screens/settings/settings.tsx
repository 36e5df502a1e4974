import { Stack, Tabs, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { maySearchCandidates, useFrame } from '../../ui/frame';
import { words } from '../../words';
import { ListSettings } from './lists';
import { MySettings } from './me';
import { OrganizationSettings } from './organization';
import { PeopleSettings } from './people';
import { PoolSettings } from './pools';
import { PrivacySettings } from './privacy';

const WORDS = words.settings;

/** What one may keep: oneself, and by role the people, the pools, the lists and the organisation. */
export default function SettingsScreen() {
  const frame = useFrame();
  const [address, setAddress] = useSearchParams();
  const recruits = maySearchCandidates(frame);
  const administers = frame.viewer.role === 'ADMIN';
  const tabs: readonly (readonly [string, string, ReactNode])[] = [
    ['me', WORDS.tabs.me, <MySettings key="me" />],
    ...(administers ? [['people', WORDS.tabs.people, <PeopleSettings key="people" />] as const] : []),
    ...(recruits ? [['pools', WORDS.tabs.pools, <PoolSettings key="pools" />] as const] : []),
    ...(recruits ? [['lists', WORDS.tabs.lists, <ListSettings key="lists" />] as const] : []),
    ...(administers ? [['privacy', WORDS.tabs.privacy, <PrivacySettings key="privacy" />] as const] : []),
    ...(administers ? [['organization', WORDS.tabs.organization, <OrganizationSettings key="organization" />] as const] : []),
  ];
  const tab = tabs.find(([key]) => key === address.get('tab'))?.[0] ?? 'me';
  return (
    <Stack maw={1000}>
      <Title order={1}>{WORDS.title}</Title>
      <Tabs
        value={tab}
        onChange={(value) => setAddress(value && value !== 'me' ? { tab: value } : {}, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {tabs.map(([key, label]) => (
            <Tabs.Tab key={key} value={key}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(([key, , content]) => (
          <Tabs.Panel key={key} value={key}>
            {content}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  );
}
