/** The present as an instant. Injected, so that tests and sample data can live at another time. */
export interface Clock {
  now(): Date;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved; for tests and for building sample data in the past. */
export class FixedClock implements Clock {
  constructor(private at: Date) {}
  now(): Date {
    return this.at;
  }
  set(at: Date): void {
    this.at = at;
  }
  advance_ms(ms: number): void {
    this.at = new Date(this.at.getTime() + ms);
  }
}
