import { describe, expect, it } from '@jest/globals';
import { Agenda } from './agenda.js';

describe('the agenda', () => {
  it('does things in the order of their instants, what is added meanwhile too, and nothing after the end', async () => {
    const agenda = new Agenda();
    const done: [string, number][] = [];
    let clock_ms = 0;
    const say = (word: string) => async () => (done.push([word, clock_ms]), null);
    agenda.add(30, say('third'));
    agenda.add(10, say('first'));
    agenda.add(10, say('also first'));
    agenda.add(20, async () => {
      agenda.add(15, say('belated'));
      agenda.add(25, say('added'));
      return null;
    });
    agenda.add(41, say('never'));
    await agenda.run(40, (at) => (clock_ms = at.getTime()));
    expect(done).toEqual([['first', 10], ['also first', 10], ['belated', 20], ['added', 25], ['third', 30]]); // prettier-ignore
  });

  it('calls again who asks for it', async () => {
    const agenda = new Agenda();
    const at: number[] = [];
    let clock_ms = 0;
    agenda.add(1, async () => (at.push(clock_ms), clock_ms * 2));
    await agenda.run(20, (now) => (clock_ms = now.getTime()));
    expect(at).toEqual([1, 2, 4, 8, 16]);
  });
});
