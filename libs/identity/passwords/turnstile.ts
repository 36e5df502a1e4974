/** Lets at most `most` tasks run at once and `queue` more wait, in their order; whoever comes then is turned away. */
export class Turnstile {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly most: number,
    private readonly queue: number,
  ) {}

  /** The task's answer, or null when too many wait already; the task then has not begun. */
  async pass<T>(task: () => Promise<T>): Promise<{ answer: T } | null> {
    if (this.running >= this.most) {
      if (this.waiting.length >= this.queue) return null;
      // Whoever leaves hands over its place, so `running` stays as it is.
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else {
      this.running += 1;
    }
    try {
      return { answer: await task() };
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
