import { describe, expect, it } from '@jest/globals';
import { Agenda, type Entry } from './agenda.js';

const HOUR_MS = 3_600_000;
const at = (_instant: number, act: Entry['act']) => act();
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

describe('the agenda', () => {
  it('does what is about one thing in order, also what is added meanwhile, and nothing after the end', async () => {
    const agenda = new Agenda();
    const done: string[] = [];
    const entry = (hour: number, word: string, then?: () => void): Entry => ({
      at_ms: hour * HOUR_MS,
      about: () => 'one thing',
      inTurn: () => false,
      act: async () => {
        await pause();
        done.push(word);
        then?.();
        return null;
      },
    });
    agenda.add(entry(3, 'third'));
    agenda.add(entry(1, 'first'));
    agenda.add(entry(1, 'also first'));
    agenda.add(entry(2, 'second', () => agenda.add(entry(2.5, 'added'))));
    agenda.add(entry(41, 'never'));
    await agenda.run(40 * HOUR_MS, at);
    expect(done).toEqual(['first', 'also first', 'second', 'added', 'third']);
  });

  it('does things about different subjects at the same time, but those that take turns one after the other', async () => {
    const agenda = new Agenda();
    let [free, inTurn, most, mostInTurn] = [0, 0, 0, 0];
    for (let i = 0; i < 20; i += 1) {
      const turns = i % 2 === 0;
      agenda.add({
        at_ms: i,
        about: () => `thing ${i}`,
        inTurn: () => turns,
        act: async () => {
          most = Math.max(most, (free += 1));
          if (turns) mostInTurn = Math.max(mostInTurn, (inTurn += 1));
          await pause();
          free -= 1;
          if (turns) inTurn -= 1;
          return null;
        },
      });
    }
    await agenda.run(HOUR_MS, at);
    expect(most).toBeGreaterThan(5);
    expect(mostInTurn).toBe(1);
  });

  it('calls again who asks for it, each time at the instant asked for', async () => {
    const agenda = new Agenda();
    const instants: number[] = [];
    let next_ms = 1;
    agenda.add({ at_ms: 1, about: () => '', inTurn: () => true, act: async () => (next_ms *= 2) });
    await agenda.run(20, (instant_ms, act) => (instants.push(instant_ms), act()));
    expect(instants).toEqual([1, 2, 4, 8, 16]);
  });

  it('ends with the first thing that fails', async () => {
    const agenda = new Agenda();
    agenda.add({ at_ms: 1, about: () => '', inTurn: () => false, act: () => Promise.reject(new Error('refused')) });
    await expect(agenda.run(20, at)).rejects.toThrow('refused');
  });
});
