import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { FORMS, PREFER_NOT_TO_SAY, PRESENT_FORMS, answersTo, formFor } from './forms.js';

describe('the forms of voluntary questions', () => {
  it('never change once they have been asked: other words are another version', () => {
    const prints = FORMS.map((form) => [
      `${form.id} ${form.version}`,
      createHash('sha256').update(JSON.stringify(form)).digest('hex').slice(0, 16),
    ]);
    expect(Object.fromEntries(prints)).toEqual({ 'plain 1': '14f5abaa8ff8b1c8', 'us 1': 'b705f85acf446fbb' });
  });

  it('let everybody decline every question', () => {
    for (const { questions } of FORMS)
      for (const { categories } of questions)
        expect(categories.at(-1)).toEqual({ key: PREFER_NOT_TO_SAY, label: 'I prefer not to say' });
  });

  it('are asked where they are turned on: a country’s own, else the one for everybody, else none', () => {
    expect(formFor([], 'US')).toBeNull();
    expect(formFor(['us'], 'GR')).toBeNull();
    expect(formFor(['us'], null)).toBeNull();
    expect(formFor(['us', 'plain'], 'US')?.id).toBe('us');
    expect(formFor(['us', 'plain'], 'GR')?.id).toBe('plain');
    expect(formFor(['plain', 'nothing'], 'US')?.id).toBe('plain');
  });

  it('take what was left out as not said, and nothing that the form does not have', () => {
    const [form] = PRESENT_FORMS;
    expect(answersTo(form!, {})).toEqual({ gender: PREFER_NOT_TO_SAY, age: PREFER_NOT_TO_SAY, disability: PREFER_NOT_TO_SAY });
    expect(answersTo(form!, { gender: 'WOMAN', age: '', other: 'x' })).toMatchObject({ gender: 'WOMAN', age: PREFER_NOT_TO_SAY });
    expect(answersTo(form!, { gender: 'toString' })).toBeNull();
  });
});
