import { describe, expect, it } from '@jest/globals';
import { summarise } from './summary.js';

const stage = (stageId: string, position: number, expected: number) => ({
  ...{ stageId, stageName: stageId, position, expected },
  attributes: [{ id: 'clarity', name: 'Clarity' }],
});
const rated = (rating: number) => [{ attributeId: 'clarity', rating, note: '' }];

describe('the summary', () => {
  it('counts and lists what is shown, says how much is not, and adds nobody up', () => {
    const [panel, screen] = [stage('panel', 2, 3), stage('screen', 1, 1)];
    const cards = [
      { stageId: 'panel', visible: true, authorId: 'ada', recommendation: 'YES', ratings: rated(3) },
      { stageId: 'panel', visible: true, authorId: 'bob', recommendation: 'YES', ratings: [] },
      { stageId: 'panel', visible: false, authorId: null, recommendation: null, ratings: [] },
    ] as const;
    const summary = summarise([panel, screen], cards);
    expect(summary.map(({ stageId }) => stageId)).toEqual(['screen', 'panel']);
    expect(summary[1]).toEqual({
      ...{ stageId: 'panel', stageName: 'panel', cardsIn: 3, cardsExpected: 3, withheld: 1 },
      recommendations: [
        { recommendation: 'STRONG_NO', count: 0 },
        { recommendation: 'NO', count: 0 },
        { recommendation: 'YES', count: 2 },
        { recommendation: 'STRONG_YES', count: 0 },
        { recommendation: 'NO_DECISION', count: 0 },
      ],
      attributes: [{ attributeId: 'clarity', name: 'Clarity', ratings: [{ authorId: 'ada', rating: 3, note: '' }] }],
    });
    expect(summary[0]).toMatchObject({ cardsIn: 0, cardsExpected: 1, withheld: 0 });
  });
});
