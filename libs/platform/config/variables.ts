/** What is wrong with one environment variable, in the three parts a person needs to put it right. */
export interface ConfigFault {
  readonly variable: string;
  readonly problem: string;
  readonly example: string;
}

/** The environment as Node gives it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Longest value that is repeated in a message; secrets and addresses with passwords are never repeated. */
const SHOWN_LENGTH = 60;

/**
 * Reads single variables and collects every fault instead of stopping at the first, so that a person corrects a deployment once.
 * An empty value counts as not set: compose files pass variables through empty.
 */
export class VariableReader {
  readonly faults: ConfigFault[] = [];

  constructor(private readonly env: Environment) {}

  /** The trimmed value, or undefined when it is missing or empty. */
  text(variable: string): string | undefined {
    return this.env[variable]?.trim() || undefined;
  }

  fault(variable: string, problem: string, example: string): void {
    this.faults.push({ variable, problem, example: `${variable}=${example}` });
  }

  /** A whole number between min and max, both included. */
  whole(variable: string, fallback: number, min: number, max: number): number {
    const text = this.text(variable);
    if (text === undefined) return fallback;
    const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
    if (value >= min && value <= max) return value;
    this.fault(variable, `must be a whole number from ${min} to ${max}, but is ${shown(text)}`, String(fallback));
    return fallback;
  }

  /** 1, true, yes, on and their opposites, in any case. */
  flag(variable: string, fallback: boolean): boolean {
    const text = this.text(variable)?.toLowerCase();
    if (text === undefined) return fallback;
    if (['1', 'true', 'yes', 'on'].includes(text)) return true;
    if (['0', 'false', 'no', 'off'].includes(text)) return false;
    this.fault(variable, `must be 1 or 0, but is ${shown(text)}`, fallback ? '1' : '0');
    return fallback;
  }

  /** One of the named choices. */
  choice<T extends string>(variable: string, choices: readonly T[], fallback: T): T {
    const text = this.text(variable)?.toLowerCase();
    if (text === undefined) return fallback;
    const found = choices.find((choice) => choice === text);
    if (found !== undefined) return found;
    this.fault(variable, `must be one of ${choices.join(', ')}, but is ${shown(text)}`, fallback);
    return fallback;
  }

  /** An address with one of the given schemes and a host. Its text stays out of messages: it may hold a password. */
  url(variable: string, schemes: readonly string[], example: string): URL | undefined {
    const text = this.text(variable);
    if (text === undefined) return undefined;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const expected = `must begin with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`;
    if (!url) this.fault(variable, `is not an address; it ${expected}`, example);
    else if (!schemes.includes(url.protocol.slice(0, -1)))
      this.fault(variable, `${expected}, but begins with ${url.protocol}`, example);
    else if (!url.hostname && !url.searchParams.get('host')) this.fault(variable, 'names no host', example);
    else return url;
    return undefined;
  }
}

/** A value as it may appear in a message: quoted, one line, cut. */
export function shown(text: string): string {
  return JSON.stringify(text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text);
}

/** The known name with the fewest edits to `name`, or undefined when none is near enough to be a slip of the fingers. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((candidate) => ({ candidate, distance: edits(name, candidate) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= Math.max(2, Math.floor(name.length / 4)) ? best.candidate : undefined;
}

/** Levenshtein's distance, one row at a time. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
