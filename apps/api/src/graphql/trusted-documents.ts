import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sessionTokenIn } from '#libs/identity/index.js';
import { PAGE_DOCUMENTS } from '#libs/pages/index.js';
import type { RunningConfig } from '#libs/platform/index.js';
import { webFolder } from '../http/web-folder.js';

/** Another look for a build that was made anew, at most so often. */
const LOOK_AFTER_MS = 1_000;

/**
 * The operations that the screens send, known by the SHA-256 of their text, collected when the screens were built (`dist/web/build.json`), and those that the operator lists in a
 * file. Whoever has somebody's cookie, or a script in their page, then asks nothing but what the screens ask.
 */
export class TrustedDocuments {
  private readonly listed: ReadonlySet<string>;
  private ofScreens: ReadonlySet<string> = new Set();
  private made_ms = 0;
  private looked_ms = 0;

  /**
   * @param list hashes in hex, one a line; what follows a space is for people
   * @param folder of the screens; null where there are none
   * @param ofPages texts that the server's own pages ask
   */
  constructor(
    private readonly mode: RunningConfig['graphqlTrusted'],
    list: string | null,
    private readonly folder: string | null,
    ofPages: readonly string[] = [],
  ) {
    this.listed = new Set([...ofPages.map(hashOf), ...(list === null ? [] : linesOf(list))]);
  }

  static of(config: RunningConfig): TrustedDocuments {
    return new TrustedDocuments(config.graphqlTrusted, config.graphqlDocuments ?? null, webFolder(), PAGE_DOCUMENTS);
  }

  /** The error for a document that is asked by somebody of whom only known ones are taken; null for all others. */
  refusal(text: string | undefined, hash: string | undefined, by: 'cookie' | 'token' | 'other'): GraphQLError | null {
    if (this.mode === undefined || this.mode === 'off' || by === 'token') return null;
    if (this.mode === 'web' && by !== 'cookie') return null;
    const known = hash ?? hashOf(text ?? '');
    if (this.listed.has(known) || this.present().has(known)) return null;
    return new GraphQLError(
      'This server answers only the questions of its own screens here. Reload the page if it was open for long; a program asks with a token of its own. Nothing was done.',
      { extensions: { code: 'UNTRUSTED_DOCUMENT', http: { status: 403 } } },
    );
  }

  /** Those of the build as it is now: it may be made anew while the server runs. */
  private present(): ReadonlySet<string> {
    const now = performance.now();
    if (this.folder === null || (this.looked_ms > 0 && now - this.looked_ms < LOOK_AFTER_MS)) return this.ofScreens;
    this.looked_ms = now;
    const path = join(this.folder, 'build.json');
    const made = statSync(path, { throwIfNoEntry: false });
    if (made && made.mtimeMs !== this.made_ms) {
      const { documents = [] } = JSON.parse(readFileSync(path, 'utf8')) as { documents?: string[] };
      this.ofScreens = new Set(documents);
      this.made_ms = made.mtimeMs;
    }
    return this.ofScreens;
  }
}

/** Asks of every operation over HTTP whether it is known, where that is required. */
export function trustedOnly(documents: TrustedDocuments): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ queryHash, request }) {
          const headers = request.http?.headers;
          const fault = documents.refusal(undefined, queryHash, byWhom(headers?.get('authorization'), headers?.get('cookie')));
          if (fault) throw fault;
        },
      };
    },
  };
}

/** How somebody says who they are: what a browser sends by itself, a program's own token (which has a budget), or anything else. */
export function byWhom(authorization: string | undefined, cookie: string | undefined): 'cookie' | 'token' | 'other' {
  if (authorization) return authorization.startsWith('Bearer rounds_') ? 'token' : 'other';
  return sessionTokenIn(cookie) ? 'cookie' : 'other';
}

function linesOf(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s/)[0]!.toLowerCase())
    .filter((hash) => /^[0-9a-f]{64}$/.test(hash));
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
