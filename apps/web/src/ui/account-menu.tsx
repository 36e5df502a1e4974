import { Menu } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { words } from '../words';
import { dropAllDrafts } from './drafts';
import { useFrame } from './frame';
import { Icon } from './icons';
import { MenuAt } from './menu-at';

/** What one can do about oneself. */
export default function AccountMenu({ button, onClose }: { readonly button: HTMLElement; readonly onClose: () => void }) {
  const { viewer } = useFrame();
  const queries = useQueryClient();
  const signOut = () => {
    dropAllDrafts();
    queries.clear();
    const form = document.createElement('form');
    form.method = 'post';
    form.action = '/sign-out';
    document.body.append(form);
    form.submit();
  };
  return (
    <MenuAt button={button} label={words.account(viewer.name)} onClose={onClose}>
      <Menu.Label>{viewer.name}</Menu.Label>
      <Menu.Item component={Link} href="/settings" leftSection={<Icon name="gear" size={16} />}>
        {words.nav.settings}
      </Menu.Item>
      <Menu.Item component="a" href="/desk">
        {words.plainDesk}
      </Menu.Item>
      <Menu.Item leftSection={<Icon name="leave" size={16} />} onClick={signOut}>
        {words.signOut}
      </Menu.Item>
    </MenuAt>
  );
}
