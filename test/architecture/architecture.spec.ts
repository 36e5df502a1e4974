import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { LAYERS, RANKS } from './house.js';
import { RULES, violations } from './rules.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Every TypeScript source of the house, by its path from the root; apps/web is the browser's and has its own rules. */
function sourcesOf(...tops: string[]): Map<string, string> {
  const sources = new Map<string, string>();
  for (const top of tops) {
    for (const entry of readdirSync(join(ROOT, top), { recursive: true, withFileTypes: true })) {
      const path = relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/');
      if (entry.isFile() && path.endsWith('.ts') && !/(^|\/)node_modules\/|^apps\/web\//.test(path)) {
        sources.set(path, readFileSync(join(ROOT, path), 'utf8'));
      }
    }
  }
  return sources;
}

describe('the house', () => {
  const found = violations(sourcesOf('libs', 'apps', 'migrations'));

  it.each(RULES)('keeps its rule of %s', (rule) => {
    const broken = found.filter((violation) => violation.rule === rule);
    const list = broken.map(({ file, line, message }) => `${file}:${line}\n    ${message}`).join('\n');
    if (list !== '') throw new Error(`docs/conventions.md is broken in ${broken.length} places:\n${list}`);
  });

  const conventions = readFileSync(join(ROOT, 'docs/conventions.md'), 'utf8');

  it('has the ranks that docs/conventions.md draws', () => {
    const drawn: Record<string, number> = {};
    // "        7  scheduling  take-home  scorecards        not each other": names two spaces apart, then a wider gap.
    for (const [, rank, names] of conventions.matchAll(/^ {8}(\d) {2}((?:[a-z-]+ {2})*[a-z-]+) {3,}/gm)) {
      for (const name of names!.split('  ')) drawn[name] = Number(rank);
    }
    expect(drawn).toEqual(RANKS);
  });

  it('has the layers that docs/conventions.md describes', () => {
    for (const layer of Object.keys(LAYERS)) expect(conventions).toContain(`\`${layer}/\``);
  });
});
