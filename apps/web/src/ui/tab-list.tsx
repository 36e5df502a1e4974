import { Tabs } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

/** Tabs in one line, pushed sideways where the window is narrow; the one that an address opens is in sight. */
export function TabList({ children }: { readonly children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const open = list.current?.querySelector<HTMLElement>('[aria-selected=true]');
    if (open) list.current!.scrollLeft = open.offsetLeft + open.offsetWidth / 2 - list.current!.clientWidth / 2;
  }, []);
  return (
    <Tabs.List ref={list} mb="md" className="tabs">
      {children}
    </Tabs.List>
  );
}
