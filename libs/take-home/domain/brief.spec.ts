import { describe, expect, it } from '@jest/globals';
import { briefFrom, readBrief } from './brief.js';

const source = {
  stageName: 'Contribute a feature',
  postingTitle: 'Backend Engineer',
  purpose: '',
  standardPurpose: 'See the work itself.',
  effortHours: 4,
};

describe('the brief', () => {
  it('is what the team wrote', () => {
    expect(briefFrom({ ...source, purpose: ' Fix one open bug. ' })).toBe('Fix one open bug.');
  });

  it('never shows the candidate what a new kit tells interviewers, but says how to go on', () => {
    for (const purpose of ['', '  ', 'See the work itself.']) {
      const brief = briefFrom({ ...source, purpose });
      expect(brief).toContain('Contribute a feature: a piece of work for the position Backend Engineer');
      expect(brief).toContain('about 4 hours');
      expect(brief).toContain('Hand in a link');
      expect(brief).not.toContain('See the work itself');
    }
    expect(briefFrom({ ...source, effortHours: null })).not.toContain('hour');
  });

  it('is text of 1 to 20,000 characters', () => {
    expect(readBrief(' Do this. ')).toEqual({ ok: true, value: 'Do this.' });
    for (const text of ['', '  ', 'a'.repeat(20_001), 'a\0']) expect(readBrief(text)).toMatchObject({ ok: false });
  });
});
