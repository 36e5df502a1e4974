import { useEffect, useState } from 'react';

const PREFIX = 'rounds.draft.';

/** What was typed and not yet sent, kept in this browser until it is; one text for each key. */
export function useDraft(
  key: string,
  initial: string,
): readonly [text: string, set: (text: string) => void, kept: boolean, drop: () => void] {
  const name = PREFIX + key;
  const [text, setText] = useState<string | null>(() => read(name));
  useEffect(() => {
    setText(read(name));
  }, [name]);
  const set = (next: string) => {
    setText(next === initial ? null : next);
    write(name, next === initial ? null : next);
  };
  const drop = () => {
    setText(null);
    write(name, null);
  };
  return [text ?? initial, set, text !== null, drop];
}

export function read(name: string): string | null {
  try {
    return window.localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** A full or closed storage keeps nothing; what is typed then lives as long as the screen. */
export function write(name: string, text: string | null): void {
  try {
    if (text === null) window.localStorage.removeItem(name);
    else window.localStorage.setItem(name, text);
  } catch {
    // see above
  }
}

/** Signing out leaves no drafts behind for the next person at this machine. */
export function dropAllDrafts(): void {
  try {
    for (const name of Object.keys(window.localStorage)) if (name.startsWith(PREFIX)) window.localStorage.removeItem(name);
  } catch {
    // nothing was kept
  }
}
