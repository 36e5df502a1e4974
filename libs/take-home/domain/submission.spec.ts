import { describe, expect, it } from '@jest/globals';
import { newId } from '#libs/kernel/index.js';
import { readSubmission } from './submission.js';

const field = (input: object) => {
  const result = readSubmission(input);
  return result.ok ? null : result.refusal.field;
};

describe('a submission', () => {
  it('is a link, a file, or both, with a note', () => {
    const attachmentId = newId();
    expect(readSubmission({ url: '  https://code.example/me/work?x=1#readme ', note: ' what I left out ' })).toEqual({
      ok: true,
      value: { url: 'https://code.example/me/work?x=1#readme', attachmentId: null, note: 'what I left out' },
    });
    expect(readSubmission({ url: '', attachmentId })).toEqual({ ok: true, value: { url: null, attachmentId, note: '' } });
    expect(readSubmission({ url: 'HTTP://CODE.example', attachmentId })).toMatchObject({
      ok: true,
      value: { url: 'http://code.example/' },
    });
  });

  it('has a link that a colleague can open without harm', () => {
    for (const url of [
      'javascript:alert(1)',
      'ftp://code.example/work',
      'file:///etc/passwd',
      'data:text/html,x',
      'code.example/work',
      'https://',
      'https://me:secret@code.example/work',
      'https://token@code.example/work',
      'https://code.example/a\nb',
      'https://code.example/\u202eexe.gpj',
      `https://code.example/${'a'.repeat(2000)}`,
      `https://code.example/${'ü'.repeat(500)}`,
    ]) {
      expect([url, field({ url })]).toEqual([url, 'input.url']);
    }
  });

  it('is refused when it is nothing, or no file of ours, or a book', () => {
    expect(field({})).toBe('input.url');
    expect(field({ note: 'only words' })).toBe('input.url');
    expect(field({ attachmentId: '../../etc/passwd' })).toBe('input.attachmentId');
    expect(field({ url: 'https://code.example', note: 'a'.repeat(10_001) })).toBe('input.note');
    expect(field({ url: 'https://code.example', note: 'a\0b' })).toBe('input.note');
  });
});
