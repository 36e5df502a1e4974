import {
  ActionIcon,
  AppShell,
  Burger,
  Button,
  Group,
  Kbd,
  NavLink,
  Notification,
  Text,
  UnstyledButton,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure, useHotkeys, useNetwork } from '@mantine/hooks';
import { type ReactNode, Suspense, lazy, useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { words } from '../words';
import { maySearchCandidates, useFrame } from './frame';
import { Icon, type IconName } from './icons';
import { listenForShortcuts, useShortcuts } from './shortcuts';

const Palette = lazy(() => import('./palette'));
const ShortcutHelp = lazy(() => import('./shortcut-help'));
const AccountMenu = lazy(() => import('./account-menu'));

interface Place {
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
}

/** The frame of every screen: the ways on one side, finding and the account on top. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const frame = useFrame();
  const [path, navigate] = useLocation();
  const [menu, { toggle, close }] = useDisclosure(false);
  const [help, helping] = useDisclosure(false);
  const [finding, setFinding] = useState(0);
  const { online } = useNetwork();
  useEffect(listenForShortcuts, []);
  useEffect(close, [path, close]);
  useHotkeys([['mod+K', () => setFinding((times) => times + 1)]], []);
  const candidates = maySearchCandidates(frame);
  const places: Place[] = [
    { path: '/', label: words.nav.home, icon: 'home' },
    { path: '/postings', label: words.nav.postings, icon: 'document' },
    ...(candidates ? [{ path: '/candidates', label: words.nav.candidates, icon: 'people' } as const] : []),
    { path: '/schedule', label: words.nav.schedule, icon: 'calendar' },
    ...(candidates ? [{ path: '/mail', label: words.nav.mail, icon: 'mail' } as const] : []),
  ];
  useShortcuts(
    [
      { keys: '?', label: words.shortcuts.help, run: helping.open },
      { keys: 'g h', label: words.shortcuts.goHome, run: () => navigate('/') },
      { keys: 'g p', label: words.shortcuts.goPostings, run: () => navigate('/postings') },
      ...(candidates ? [{ keys: 'g c', label: words.shortcuts.goCandidates, run: () => navigate('/candidates') }] : []),
      { keys: 'g s', label: words.shortcuts.goSchedule, run: () => navigate('/schedule') },
      ...(candidates ? [{ keys: 'g m', label: words.shortcuts.goMail, run: () => navigate('/mail') }] : []),
    ].map((shortcut) => ({ ...shortcut, everywhere: true })),
  );
  return (
    <AppShell header={{ height: 52 }} navbar={{ width: 190, breakpoint: 'md', collapsed: { mobile: !menu } }} padding="md">
      <AppShell.Header>
        <a className="skip" href="#content">
          {words.skip}
        </a>
        <Group h="100%" px="md" gap="sm" wrap="nowrap">
          <Burger opened={menu} onClick={toggle} hiddenFrom="md" size="sm" aria-label={words.menu} aria-expanded={menu} />
          <Text fw={650} truncate>
            {frame.organization.name}
          </Text>
          <FindButton onClick={() => setFinding((times) => times + 1)} />
          <ColourSwitch />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            visibleFrom="sm"
            onClick={helping.open}
            aria-label={words.shortcuts.open}
          >
            <Icon name="keyboard" />
          </ActionIcon>
          <Account />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={words.main} component="nav">
        {places.map(({ path: to, label, icon }) => (
          <NavLink
            key={to}
            component={Link}
            href={to}
            label={label}
            leftSection={<Icon name={icon} />}
            active={to === '/' ? path === '/' : path.startsWith(to)}
            aria-current={path === to ? 'page' : undefined}
          />
        ))}
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        {!online && (
          <Notification color="yellow" withCloseButton={false} mb="md" role="status">
            {words.states.offline}
          </Notification>
        )}
        {children}
      </AppShell.Main>
      {help && (
        <Suspense>
          <ShortcutHelp onClose={helping.close} />
        </Suspense>
      )}
      {finding > 0 && (
        <Suspense>
          <Palette asked={finding} onHelp={helping.open} />
        </Suspense>
      )}
    </AppShell>
  );
}

function FindButton({ onClick }: { readonly onClick: () => void }) {
  return (
    <>
      <Button
        variant="default"
        ml="auto"
        onClick={onClick}
        leftSection={<Icon name="search" size={16} />}
        rightSection={<Kbd size="xs">⌘K</Kbd>}
        visibleFrom="sm"
      >
        {words.palette.open}
      </Button>
      <ActionIcon variant="default" ml="auto" size="lg" hiddenFrom="sm" onClick={onClick} aria-label={words.palette.open}>
        <Icon name="search" />
      </ActionIcon>
    </>
  );
}

function ColourSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
      aria-label={dark ? words.theme.light : words.theme.dark}
    >
      <Icon name={dark ? 'sun' : 'moon'} />
    </ActionIcon>
  );
}

/** The way to one's own account. Its menu is fetched when it is first opened. */
function Account() {
  const { viewer } = useFrame();
  const [opened, { open, close }] = useDisclosure(false);
  const button = useRef<HTMLButtonElement>(null);
  const initials = viewer.name
    .split(/\s+/)
    .map((word) => word[0])
    .slice(0, 2)
    .join('');
  return (
    <>
      <UnstyledButton
        ref={button}
        aria-label={words.account(viewer.name)}
        aria-haspopup="menu"
        aria-expanded={opened}
        className="initials"
        data-initials={initials}
        onClick={open}
      />
      {opened && (
        <Suspense>
          <AccountMenu button={button.current!} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
