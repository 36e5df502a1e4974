import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { words } from '../words';

/** A dialog, for as long as it is in the page. When it goes, the focus returns to what had it: whoever works by keys goes on where they were. */
export function Dialog({ children, ...props }: Omit<ModalProps, 'opened' | 'closeButtonProps'>) {
  const [opener] = useState(() => openerOf(document.activeElement));
  useEffect(
    () => () => {
      // After the page without the dialog is drawn; whoever has gone on elsewhere by then stays there.
      setTimeout(() => {
        if (document.activeElement !== document.body) return;
        const back = opener?.isConnected ? opener : document.getElementById('content');
        back?.focus({ preventScroll: true });
      });
    },
    [opener],
  );
  return (
    <Modal opened closeButtonProps={{ 'aria-label': words.close }} {...props}>
      {children}
    </Modal>
  );
}

/** What the focus goes back to: of an entry of a menu, which is gone by then, the button that opened the menu. */
function openerOf(focused: Element | null): HTMLElement | null {
  const menu = focused?.closest('[role=menu]')?.id;
  const button = menu ? document.querySelector(`[aria-controls="${CSS.escape(menu)}"]`) : null;
  const opener = button ?? focused;
  return opener instanceof HTMLElement ? opener : null;
}
