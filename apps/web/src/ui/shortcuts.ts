import { useEffect, useRef, useSyncExternalStore } from 'react';

/**
 * A key ("?", "Escape") or two after each other ("g h"), what it does, and the doing. A shortcut without `run` is handled where the focus is and only listed; one
 * without keys is offered by the palette alone.
 */
export interface Shortcut {
  readonly keys: string | null;
  readonly label: string;
  readonly run?: () => void;
  /** Of the frame: the palette finds where it leads by another way. */
  readonly everywhere?: boolean;
}

const SEQUENCE_MS = 1_200;
const groups = new Set<readonly Shortcut[]>();
const listeners = new Set<() => void>();
let listed: readonly Shortcut[] = [];
let prefix: { readonly key: string; readonly at_ms: number } | null = null;

function changed(): void {
  listed = [...groups].flat();
  for (const listener of listeners) listener();
}

/** Makes shortcuts work, and shows them under `?`, while the component stands. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  const shape = shortcuts.map(({ keys, label }) => `${keys}\n${label}`).join('\n\n');
  useEffect(() => {
    const group = latest.current.map(({ run, ...shortcut }, at) => ({
      ...shortcut,
      run: run ? () => latest.current[at]?.run?.() : undefined,
    }));
    groups.add(group);
    changed();
    return () => {
      groups.delete(group);
      changed();
    };
  }, [shape]);
}

/** The one listener of the window. Fields, dialogs and menus keep their keys. */
export function listenForShortcuts(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || busyElsewhere(event.target)) return;
    const sequence = prefix && Date.now() - prefix.at_ms < SEQUENCE_MS ? `${prefix.key} ${event.key}` : event.key;
    prefix = { key: event.key, at_ms: Date.now() };
    const found = listed.findLast(({ keys, run }) => run && keys !== null && (keys === sequence || keys === event.key));
    if (!found) return;
    prefix = null;
    event.preventDefault();
    found.run!();
  };
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}

function busyElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], [role=dialog], [role=menu]') !== null
  );
}

/** Every shortcut that works at the moment. */
export function useListedShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => listed,
  );
}
