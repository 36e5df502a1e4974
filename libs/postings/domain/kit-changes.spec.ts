import { describe, expect, it } from '@jest/globals';
import { changeAttributes } from './kit-changes.js';

const present = [
  { id: 'a', name: 'Depth', description: 'old', rated: true },
  { id: 'b', name: 'Humour', description: '', rated: false },
];
let count = 0;
const newId = () => `new-${(count += 1)}`;
const refusal = (result: ReturnType<typeof changeAttributes>) => (result.ok ? null : result.refusal.code);

describe('changing a kit’s attributes', () => {
  it('keeps what was rated, drops what was not, takes in what is new', () => {
    const result = changeAttributes(present, [{ id: null, name: 'Clarity', description: 'c' }], newId);
    expect(result.ok && result.value.attributes.map(({ name }) => name)).toEqual(['Clarity', 'Depth']);
    expect(result.ok && result.value.kept).toEqual([{ id: 'a', name: 'Depth', description: 'old' }]);
  });

  it('lets a rated attribute be explained better and an unrated one be renamed', () => {
    const wanted = [
      { id: 'b', name: 'Warmth', description: '' },
      { id: 'a', name: 'Depth', description: 'better' },
    ];
    const result = changeAttributes(present, wanted, newId);
    expect(result).toEqual({ ok: true, value: { attributes: wanted, kept: [] } });
  });

  it('refuses to rename what was rated, ids of other kits and the same name twice', () => {
    expect(refusal(changeAttributes(present, [{ id: 'a', name: 'Width', description: '' }], newId))).toBe('ATTRIBUTE_RATED');
    expect(refusal(changeAttributes(present, [{ id: 'z', name: 'Width', description: '' }], newId))).toBe('ATTRIBUTE_UNKNOWN');
    const twice = ['Width', 'width'].map((name) => ({ id: null, name, description: '' }));
    expect(refusal(changeAttributes(present, twice, newId))).toBe('ATTRIBUTE_TWICE');
    const sameId = ['x', 'y'].map((name) => ({ id: 'b', name, description: '' }));
    expect(refusal(changeAttributes(present, sameId, newId))).toBe('ATTRIBUTE_UNKNOWN');
  });
});
