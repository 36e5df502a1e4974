import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** Longer than a frozen process may stay so, or a question to it would wait for its end. */
const PATIENCE_MS = 4_000;
/** Files are looked through before they are kept, and are sent once. */
const UPLOAD_PATIENCE_MS = 20_000;

export interface Answer {
  readonly __typename: string;
  readonly [key: string]: unknown;
}

/** Asks any of the API processes until one answers. A command keeps its key over all tries, so it must happen once. */
export class Asking {
  /** How often a question had to be asked again. */
  tries = 0;
  answered = 0;
  /** What was said instead of an answer, and how often: codes of errors, statuses without one, or that nobody was there. */
  readonly said: Record<string, number> = {};

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
        const what = error instanceof Said ? error.message : 'nobody';
        this.said[what] = (this.said[what] ?? 0) + 1;
        return null;
      });
      if (answer !== null) {
        this.answered += 1;
        return answer;
      }
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
    if (!data || errors) throw new Said(code ?? `status ${response.status}`);
    return data;
  }

  /** Sends a file once; null when nobody knows what became of it. A refusal without words is a fault of the house and said as such. */
  async upload(fields: Readonly<Record<string, string>>, name: string, bytes: Buffer): Promise<{ id: string } | string | null> {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.set(field, value);
    form.set('file', new Blob([new Uint8Array(bytes)]), name);
    const url = this.urls[Math.floor(this.random() * this.urls.length)]!;
    const headers = { authorization: `Bearer ${this.token}` };
    const sent = fetch(`${url}/files`, { method: 'POST', headers, body: form, signal: AbortSignal.timeout(UPLOAD_PATIENCE_MS) });
    const text = await sent.then(
      async (response) => ({ status: response.status, body: await response.text() }),
      () => null,
    );
    if (text === null) return null;
    try {
      const answer = JSON.parse(text.body) as { attachmentId?: string; message?: string; code?: string };
      const what = answer.code ?? `status ${text.status}`;
      if (text.status !== 201) this.said[what] = (this.said[what] ?? 0) + 1;
      if (text.status === 201) return { id: answer.attachmentId! };
      return answer.message || typeof (answer as { errors?: unknown }).errors === 'object' ? null : `without words: ${text.body}`;
    } catch {
      return `${text.status} without words: ${text.body.slice(0, 100)}`;
    }
  }
}

/** The house answered, and it was no answer. */
class Said extends Error {}

/** A fault of the harness. */
export class MistakenQuestion extends Error {}
