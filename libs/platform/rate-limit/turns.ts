/** A leaky bucket for each key, in this process's memory. With several processes each counts for itself. */
export class Turns {
  /** When each key's bucket will have run empty, in the order of the last turn. */
  private readonly emptyAt_ms = new Map<string, number>();

  constructor(
    private readonly burst: number,
    private readonly drip_ms: number,
    /** Keys that are remembered; beyond it the one that was longest silent is forgotten. */
    private readonly most: number = 50_000,
  ) {}

  /** Takes turns and answers 0; or takes none and answers after how many milliseconds there would be as many. */
  take(key: string, now: Date, turns = 1): number {
    const now_ms = now.getTime();
    const empty_ms = Math.max(this.emptyAt_ms.get(key) ?? 0, now_ms) + turns * this.drip_ms;
    const wait_ms = empty_ms - now_ms - this.burst * this.drip_ms;
    if (wait_ms > 0) return wait_ms;
    this.emptyAt_ms.delete(key);
    this.emptyAt_ms.set(key, empty_ms);
    if (this.emptyAt_ms.size > this.most) this.emptyAt_ms.delete(this.emptyAt_ms.keys().next().value!);
    return 0;
  }
}
