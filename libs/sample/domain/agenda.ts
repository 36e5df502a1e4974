/** Something to do at an instant; answers when to be called again, or null when it is done. */
export type Act = () => Promise<number | null>;

interface Entry {
  readonly at_ms: number;
  /** Entries of one instant keep the order in which they came. */
  readonly order: number;
  readonly act: Act;
}

/** What is still to happen, earliest first. */
export class Agenda {
  private readonly entries: Entry[] = [];
  private orders = 0;

  add(at_ms: number, act: Act): void {
    const entry = { at_ms, order: this.orders++, act };
    const index = this.entries.findIndex((other) => other.at_ms > at_ms);
    if (index < 0) this.entries.push(entry);
    else this.entries.splice(index, 0, entry);
  }

  /** Does everything up to and including `until_ms` in order; `setClock` is told the instant before each. What lies beyond never happens. */
  async run(until_ms: number, setClock: (at: Date) => void): Promise<void> {
    let now_ms = -Infinity;
    while (this.entries.length > 0 && this.entries[0]!.at_ms <= until_ms) {
      const { at_ms, act } = this.entries.shift()!;
      now_ms = Math.max(now_ms, at_ms);
      setClock(new Date(now_ms));
      const next_ms = await act();
      if (next_ms !== null) this.add(next_ms, act);
    }
  }
}
