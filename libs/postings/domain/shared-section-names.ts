import { findInclude } from './shared-sections.js';

/** The name a shared section is kept under: without folder and `.md`. Includes written with either find it. */
export function bareSectionName(name: string): string {
  return name
    .replace(/^.*[\\/]/, '')
    .replace(/\.(?:md|markdown|mdx)$/i, '')
    .trim();
}

/** The bare names of the shared sections that a text pulls in, each once, in the order of the text; at most 200. */
export function includedSections(text: string): string[] {
  const names = new Set<string>();
  for (const line of text.split('\n')) {
    for (let include = findInclude(line); include && names.size < 200; include = findInclude(include.after))
      names.add(bareSectionName(include.name));
  }
  return [...names];
}

/** A posting or a section, and the bare names of what its text pulls in. */
export interface Includer {
  readonly name: string;
  readonly includes: readonly string[];
}

/** The names of all sections that show `section` when they are shown: itself, and those that include it directly or through others. */
export function sectionsShowing(section: string, sections: readonly Includer[]): ReadonlySet<string> {
  const showing = new Set([section]);
  for (let before = 0; before !== showing.size;) {
    before = showing.size;
    for (const { name, includes } of sections) if (includes.some((included) => showing.has(included))) showing.add(name);
  }
  return showing;
}
