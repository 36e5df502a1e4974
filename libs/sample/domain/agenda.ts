/** Something that is to happen. */
export interface Entry {
  readonly at_ms: number;
  /** What it is about: of one thing, one happens after the other. Asked when its turn comes. */
  readonly about: () => string;
  /** Whether it takes its turn among all others of this kind, because what they do depends on each other. */
  readonly inTurn: () => boolean;
  /** Answers when to be called again, or null when it is done. */
  readonly act: () => Promise<number | null>;
}

/** How far apart things may lie that are done at once. It only has to be shorter than what anybody would notice. */
const ROUND_MS = 24 * 3_600_000;

/**
 * What is still to happen. Things about different subjects that lie close together are done at the same time, each at its own instant; nothing of what they do
 * depends on which is faster, so the outcome is always the same.
 */
export class Agenda {
  private entries: Entry[] = [];

  add(entry: Entry): void {
    const index = this.entries.findIndex((other) => other.at_ms > entry.at_ms);
    if (index < 0) this.entries.push(entry);
    else this.entries.splice(index, 0, entry);
  }

  /** Does everything up to and including `until_ms`; `at` runs something as if it were that instant. What lies beyond never happens. */
  async run(until_ms: number, at: (instant_ms: number, act: Entry['act']) => Promise<number | null>): Promise<void> {
    while (this.entries.length > 0 && this.entries[0]!.at_ms <= until_ms) {
      const round = this.takeRound(until_ms);
      let turn: Promise<unknown> = Promise.resolve();
      const doing = round.map((entry) => {
        const act = () => at(entry.at_ms, entry.act);
        const done = entry.inTurn() ? turn.then(act) : act();
        if (entry.inTurn()) turn = done;
        return done;
      });
      const again = await Promise.all(doing);
      for (const [index, entry] of round.entries()) {
        const next_ms = again[index]!;
        if (next_ms !== null) this.add({ ...entry, at_ms: Math.max(next_ms, entry.at_ms) });
      }
    }
  }

  /** The earliest entry and those soon after it, one about each subject. */
  private takeRound(until_ms: number): Entry[] {
    const end_ms = Math.min(this.entries[0]!.at_ms + ROUND_MS, until_ms);
    const seen = new Set<string>();
    const round: Entry[] = [];
    const rest: Entry[] = [];
    for (const entry of this.entries) {
      const subject = entry.at_ms <= end_ms ? entry.about() : '';
      if (entry.at_ms > end_ms || seen.has(subject)) {
        rest.push(entry);
      } else {
        seen.add(subject);
        round.push(entry);
      }
    }
    this.entries = rest;
    return round;
  }
}
