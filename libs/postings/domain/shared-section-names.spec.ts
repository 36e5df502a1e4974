import { describe, expect, it } from '@jest/globals';
import { bareSectionName, includedSections, sectionsShowing } from './shared-section-names.js';

describe('the names of shared sections', () => {
  it.each([
    ['intro.md', 'intro'],
    ['../parts/intro.md', 'intro'],
    ['team', 'team'],
    ['a\\b\\team.markdown', 'team'],
  ])('%j is kept as %j', (written, bare) => expect(bareSectionName(written)).toBe(bare));

  it('are found in every way of including, once each', () => {
    const text =
      '{{#include parts/intro.md}}\ntext {{> team}} and {{> team}}\n<common-section section-name="mission"></common-section>\n{% include "apply.md" %}';
    expect(includedSections(text)).toEqual(['intro', 'team', 'mission', 'apply']);
    expect(includedSections('no includes, {{ nothing }}')).toEqual([]);
  });

  it('lead through sections to all that show one, in spite of cycles', () => {
    const sections = [
      { name: 'outer', includes: ['middle'] },
      { name: 'middle', includes: ['inner'] },
      { name: 'inner', includes: ['outer'] },
      { name: 'apart', includes: [] },
    ];
    expect([...sectionsShowing('inner', sections)].sort()).toEqual(['inner', 'middle', 'outer']);
    expect([...sectionsShowing('apart', sections)]).toEqual(['apart']);
  });
});
