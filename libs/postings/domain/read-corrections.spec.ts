import { describe, expect, it } from '@jest/globals';
import { mergeCorrections, readCorrections } from './read-corrections.js';

describe('corrections that a person sends', () => {
  it('change what has a value, drop what is null, confirm what is named and leave the rest alone', () => {
    const read = readCorrections({ title: 'Cook', salary: null, remote: undefined, confirm: ['locations'] }, 'input.corrections');
    expect(read).toEqual({
      ok: true,
      value: [
        { field: 'locations', action: 'confirm' },
        { field: 'title', action: 'change', value: 'Cook' },
        { field: 'salary', action: 'drop' },
      ],
    });
  });

  it.each([
    [{ title: 'a\nb' }, 'c.title'],
    [{ title: 'a\u0000b' }, 'c.title'],
    [{ locations: ['Ghent', 'broken \ud800 text'] }, 'c.locations[1]'],
    [{ rounds: [{ name: 'Talk', seats: [{ role: 'x\u202ey' }] }] }, 'c.rounds[0].seats[0].role'],
    [{ confirm: ['colour'] }, 'c.confirm[0]'],
    [{ confirm: ['title'], title: 'Cook' }, 'c.confirm'],
  ])('are refused with the place of the fault: %j', (input, field) => {
    const read = readCorrections(input, 'c');
    expect(read.ok ? null : read.refusal.field).toBe(field);
  });

  it('take the place of earlier ones for the same field', () => {
    const merged = mergeCorrections(
      [
        { field: 'title', action: 'change', value: 'Cook' },
        { field: 'remote', action: 'confirm' },
      ],
      [{ field: 'title', action: 'confirm' }],
    );
    expect(merged).toEqual([
      { field: 'remote', action: 'confirm' },
      { field: 'title', action: 'confirm' },
    ]);
  });
});
