import { Menu } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { words } from '../words';
import { useFrame } from './frame';
import { Icon } from './icons';
import { MenuAt } from './menu-at';
import { signOut } from './sign-out';

/** What one can do about oneself. */
export default function AccountMenu({ button, onClose }: { readonly button: HTMLElement; readonly onClose: () => void }) {
  const { viewer } = useFrame();
  const queries = useQueryClient();
  return (
    <MenuAt button={button} label={words.account(viewer.name)} onClose={onClose}>
      <Menu.Label>{viewer.name}</Menu.Label>
      <Menu.Item component={Link} href="/settings" leftSection={<Icon name="gear" size={16} />}>
        {words.nav.settings}
      </Menu.Item>
      <Menu.Item component="a" href="/desk">
        {words.plainDesk}
      </Menu.Item>
      <Menu.Item leftSection={<Icon name="leave" size={16} />} onClick={() => signOut(queries)}>
        {words.signOut}
      </Menu.Item>
    </MenuAt>
  );
}
