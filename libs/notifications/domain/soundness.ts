import type { MailDeclaration } from './declaration.js';
import { examples } from './examples.js';
import { type Format, Missing, parseLiquid, pathsRead, renderLiquid } from './liquid.js';
import { declarationIn } from './mails/translations.js';
import type { CompiledTemplate } from './rendering.js';
import { FACETS, type Shape, present, withoutOptional } from './variables.js';

/** The parts of a mail, as the person who edits it knows them. */
export type Part = 'subject' | 'text' | 'mjml';
export const PARTS = ['subject', 'text', 'mjml'] as const;
export const PART_NAMES: Readonly<Record<Part, string>> = { subject: 'subject', text: 'text part', mjml: 'HTML part' };

/** What is wrong with a template: in which part, and the variables in question. */
export interface Fault {
  readonly code: 'TEMPLATE_SYNTAX' | 'UNKNOWN_VARIABLE' | 'MISSING_VARIABLE' | 'TEMPLATE_FAILS';
  readonly part: Part;
  /** One sentence. */
  readonly why: string;
  readonly names?: readonly string[];
}

/** The variables that Liquid reads are those that the mail has, and the essential ones are among them. */
export function faultOfSources(declaration: MailDeclaration, sources: Readonly<Record<Part, string>>): Fault | null {
  const read = new Map<Part, ReadonlySet<string>>();
  for (const part of PARTS) {
    const paths = readBy(sources[part], formatOf(part));
    if (typeof paths === 'string') return { code: 'TEMPLATE_SYNTAX', part, why: paths };
    const names = paths.filter((path) => !isDeclared(declaration.variables, path)).map((path) => path.join('.'));
    if (names.length > 0) return { code: 'UNKNOWN_VARIABLE', part, why: `This mail has no variable ${names.join(', ')}.`, names };
    read.set(part, new Set(paths.map((path) => path.slice(0, 2).join('.'))));
  }
  for (const part of ['text', 'mjml'] as const) {
    const names = declaration.essential.filter((name) => !read.get(part)!.has(name));
    if (names.length > 0)
      return { code: 'MISSING_VARIABLE', part, why: `Without ${names.join(', ')} this mail does not do its work.`, names };
  }
  return null;
}

/**
 * Whether a template that was compiled, perhaps by an older Rounds whose mail had other variables, can be sent by this one: it reads what the mail has, and
 * renders with all variables and with none that may be missing.
 */
export function faultOf(template: CompiledTemplate): Fault | null {
  const declaration = declarationIn(template.key, template.language);
  const sources = { subject: template.subject, text: template.text, mjml: template.html };
  return faultOfSources(declaration, sources) ?? faultOfTrial(declaration, template, sources);
}

function faultOfTrial({ variables }: MailDeclaration, { key, language }: CompiledTemplate, sources: Record<Part, string>) {
  const full = examples[key];
  const bare = present(variables, withoutOptional(variables, full), language, (path) => new Missing(path));
  for (const part of PARTS) {
    for (const scope of [present(variables, full, language), bare]) {
      try {
        renderLiquid(sources[part], formatOf(part), scope);
      } catch (error) {
        return { code: 'TEMPLATE_FAILS', part, why: sentence(error) } as const;
      }
    }
  }
  return null;
}

function formatOf(part: Part): Format {
  return part === 'mjml' ? 'html' : 'plain';
}

/** The paths a part reads, or a sentence about why it cannot be read. */
function readBy(source: string, format: Format): string[][] | string {
  try {
    return pathsRead(parseLiquid(source, format), format);
  } catch (error) {
    return sentence(error);
  }
}

function isDeclared(shape: Shape, path: readonly string[]): boolean {
  const [group, name, facet] = path;
  if (group === undefined || name === undefined || path.length > 3) return false;
  const variable = Object.hasOwn(shape, group) && Object.hasOwn(shape[group]!, name) ? shape[group]![name]! : null;
  if (variable === null) return false;
  return facet === undefined || (FACETS[variable.kind] ?? []).includes(facet);
}

/** The engines' messages name line and column in their first lines; the rest is a listing. */
export function sentence(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s+/g, ' ').trim().slice(0, 300);
}
