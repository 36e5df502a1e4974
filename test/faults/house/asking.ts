import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** Longer than a frozen process may stay so, or a question to it would wait for its end. */
const PATIENCE_MS = 4_000;

export interface Answer {
  readonly __typename: string;
  readonly [key: string]: unknown;
}

/** Asks any of the API processes until one answers. A command keeps its key over all tries, so it must happen once. */
export class Asking {
  /** How often a question had to be asked again. */
  tries = 0;

  constructor(
    private readonly urls: readonly string[],
    private readonly token: string,
    private readonly random: () => number,
    private readonly over: () => boolean,
  ) {}

  /** The answer of a mutation's result union; null when the run ended without one. */
  async command(mutation: string, input: object, keyed = true): Promise<Answer | null> {
    const data = await this.ask(mutation, { input: keyed ? { ...input, idempotencyKey: randomUUID() } : input });
    return data === null ? null : (data.result as Answer);
  }

  async ask(query: string, variables: object): Promise<Record<string, unknown> | null> {
    const body = JSON.stringify({ query, variables });
    for (;;) {
      const url = this.urls[Math.floor(this.random() * this.urls.length)]!;
      const answer = await this.once(url, body).catch((error: unknown) => {
        if (error instanceof MistakenQuestion) throw error;
        return null;
      });
      if (answer !== null) return answer;
      if (this.over()) return null;
      this.tries += 1;
      await pause(20 + 80 * this.random());
    }
  }

  private async once(url: string, body: string): Promise<Record<string, unknown>> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${this.token}` };
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body, signal: AbortSignal.timeout(PATIENCE_MS) });
    const { data, errors } = (await response.json()) as {
      data?: Record<string, unknown>;
      errors?: { extensions?: { code?: string } }[];
    };
    const code = errors?.[0]?.extensions?.code;
    if (code === 'GRAPHQL_VALIDATION_FAILED' || code === 'BAD_USER_INPUT') throw new MistakenQuestion(JSON.stringify(errors));
    if (!data || errors) throw new Error(code ?? `status ${response.status}`);
    return data;
  }
}

/** A fault of the harness. */
export class MistakenQuestion extends Error {}
