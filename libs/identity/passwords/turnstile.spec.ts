import { describe, expect, it } from '@jest/globals';
import { Turnstile } from './turnstile.js';

describe('the turnstile', () => {
  it('never lets more through at once than it may, keeps their order, and turns away who would wait too far back', async () => {
    const turnstile = new Turnstile(2, 5);
    let inside = 0;
    let most = 0;
    const began: number[] = [];
    const task = (n: number) => async () => {
      began.push(n);
      most = Math.max(most, (inside += 1));
      await new Promise((resolve) => setTimeout(resolve, 2));
      inside -= 1;
      return n;
    };
    const answers = await Promise.all(Array.from({ length: 9 }, (_, n) => turnstile.pass(task(n))));
    expect(most).toBe(2);
    expect(began).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(answers.slice(7)).toEqual([null, null]);
    expect(await turnstile.pass(task(9))).toEqual({ answer: 9 });
  });

  it('goes on after a task that fails', async () => {
    const turnstile = new Turnstile(1, 1);
    await expect(turnstile.pass(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await turnstile.pass(async () => 'next')).toEqual({ answer: 'next' });
  });
});
