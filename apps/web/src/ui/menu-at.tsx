import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';

/** Not the key that opened it, which is still on its way through the page. */
const OUTSIDE = ['mousedown', 'touchstart'];

/** A menu at a button that knows nothing of menus, so that a page of many buttons, or a first page, does without their weight. The focus goes back to the button. */
export function MenuAt({
  button,
  label,
  onClose,
  children,
}: {
  readonly button: HTMLElement;
  readonly label?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { left, top, width, height } = button.getBoundingClientRect();
  const close = () => {
    onClose();
    button.focus();
  };
  return (
    <Menu
      opened
      onClose={close}
      position="bottom-end"
      withinPortal
      shadow="md"
      returnFocus={false}
      trapFocus
      loop
      clickOutsideEvents={OUTSIDE}
    >
      <Menu.Target>
        <button type="button" className="anchor" style={{ left, top, width, height }} tabIndex={-1} aria-hidden="true" />
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>{children}</Menu.Dropdown>
    </Menu>
  );
}
