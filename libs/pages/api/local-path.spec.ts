import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localPath } from './local-path.js';

describe('the path to go on to after signing in', () => {
  it('is kept with its query when it is one of ours', () => {
    expect(localPath('/applications/0190?said=note')).toBe('/applications/0190?said=note');
    expect(localPath('/')).toBe('/');
  });

  it('is the desk for addresses elsewhere, however they are written', () => {
    const elsewhere = [
      ...[
        'https://evil.example',
        '//evil.example',
        '/\\evil.example',
        '\\/evil.example',
        '/.//evil.example',
        '/a/..//evil.example',
      ],
      ...[
        'javascript:alert(1)',
        'evil.example',
        '',
        '/\tevil',
        '/ /evil',
        '/\n/evil.example',
        '///evil.example',
        '/é',
        `/${'a'.repeat(2000)}`,
      ],
      ...[undefined, null, 3, ['/desk'], { to: '/desk' }],
    ];
    for (const wanted of elsewhere) expect([wanted, localPath(wanted)]).toEqual([wanted, '/app']);
  });

  it('never leaves the installation', () => {
    const piece = fc.constantFrom('/', '\\', '.', '..', ':', '@', 'evil.example', '%2f', '%5c', '?', '#', '\t', 'http:', 'a');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const path = localPath(`/${pieces.join('')}`);
        expect(new URL(path, 'https://jobs.example').origin).toBe('https://jobs.example');
      }),
      { numRuns: 2000 },
    );
  });
});
