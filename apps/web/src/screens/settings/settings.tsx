import { Grid, NavLink, NativeSelect, Stack, Text, Title } from '@mantine/core';
import type { ComponentType } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { useFrame } from '../../ui/frame';
import { type SettingsPlace, settingsAddress, settingsPlaces } from '../../ui/places';
import { words } from '../../words';
import { AuditLog } from './audit';
import { CalendarSettings } from './calendars';
import { EqualitySettings } from './equality';
import { ListSettings } from './lists';
import { MySettings } from './me';
import { OrganizationSettings } from './organization';
import { PeopleSettings } from './people';
import { PoolSettings } from './pools';
import { PrivacySettings } from './privacy';
import { RetentionSettings } from './retention';
import { TokenSettings } from './tokens';
import { WebhookSettings } from './webhooks';

const WORDS = words.settings;
const SECTIONS: Readonly<Record<SettingsPlace, ComponentType>> = {
  me: MySettings,
  calendars: CalendarSettings,
  tokens: TokenSettings,
  pools: PoolSettings,
  lists: ListSettings,
  organization: OrganizationSettings,
  people: PeopleSettings,
  webhooks: WebhookSettings,
  retention: RetentionSettings,
  privacy: PrivacySettings,
  equality: EqualitySettings,
  audit: AuditLog,
};

/** What one may keep: oneself, and by role the people, the pools, the lists and the organisation. */
export default function SettingsScreen() {
  const groups = settingsPlaces(useFrame());
  const [address] = useSearchParams();
  const [, navigate] = useLocation();
  const wanted = address.get('tab');
  const place = groups.flatMap(([, places]) => places).find((one) => one === wanted) ?? 'me';
  const Section = SECTIONS[place];
  return (
    <Stack maw={1240}>
      <Title order={1}>{WORDS.title}</Title>
      <NativeSelect
        hiddenFrom="md"
        label={WORDS.section}
        value={place}
        onChange={(event) => navigate(settingsAddress(event.currentTarget.value as SettingsPlace))}
        data={groups.map(([group, places]) => ({
          group: WORDS.groups[group],
          items: places.map((one) => ({ value: one, label: WORDS.tabs[one] })),
        }))}
      />
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 3 }} visibleFrom="md">
          <nav aria-label={WORDS.sections}>
            {groups.map(([group, places]) => (
              <section key={group} aria-labelledby={`group-${group}`}>
                <Text id={`group-${group}`} size="xs" fw={600} c="dimmed" mt="sm" mb={4} px="sm">
                  {WORDS.groups[group]}
                </Text>
                {places.map((one) => (
                  <NavLink
                    key={one}
                    component={Link}
                    href={settingsAddress(one)}
                    label={WORDS.tabs[one]}
                    active={one === place}
                    aria-current={one === place ? 'page' : undefined}
                  />
                ))}
              </section>
            ))}
          </nav>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 9 }}>
          <Section key={place} />
        </Grid.Col>
      </Grid>
    </Stack>
  );
}
