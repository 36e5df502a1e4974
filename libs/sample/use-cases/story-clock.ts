import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock } from '#libs/kernel/index.js';

/** A clock that shows each story the instant it has reached, while several are told at the same time. */
export class StoryClock implements Clock {
  private readonly instants = new AsyncLocalStorage<Date>();

  /** Outside of any story it is `present`. */
  constructor(readonly present: Date) {}

  now(): Date {
    return this.instants.getStore() ?? this.present;
  }

  /** Runs something, and all that it calls, at an instant. */
  at<T>(instant_ms: number, work: () => Promise<T>): Promise<T> {
    return this.instants.run(new Date(instant_ms), work);
  }
}
