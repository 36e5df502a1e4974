import { declarationOf, type MailKey, type MailVariables } from './mails/registry.js';
import type { Kind } from './variables.js';

type Group = Record<string, unknown>;

/** The variables as they were given, from the JSON that the ledger keeps: instants are instants again. */
export function reviveVariables<K extends MailKey>(key: K, frozen: object): MailVariables[K] {
  return mapped(key, frozen, revived) as MailVariables[K];
}

/**
 * The variables for somebody who looks the mail up: a link that opens the reader's page, seat or account without a password is theirs alone,
 * so it loses its token.
 */
export function withoutTokens<K extends MailKey>(key: K, variables: MailVariables[K]): MailVariables[K] {
  return mapped(key, variables, (kind, value) =>
    kind === 'link' && typeof value === 'string' ? tokenless(value) : value,
  ) as MailVariables[K];
}

function mapped(key: MailKey, variables: object, change: (kind: Kind, value: unknown) => unknown): object {
  const shape = declarationOf(key).variables;
  const given = variables as Record<string, Group | undefined>;
  return Object.fromEntries(
    Object.entries(shape).flatMap(([group, names]) => {
      const values = given[group];
      if (values === undefined || values === null) return [];
      return [
        [
          group,
          Object.fromEntries(Object.entries(values).map(([name, value]) => [name, changed(names[name]?.kind, value, change)])),
        ],
      ];
    }),
  );
}

function changed(kind: Kind | undefined, value: unknown, change: (kind: Kind, value: unknown) => unknown): unknown {
  return kind === undefined || value === null || value === undefined ? value : change(kind, value);
}

function revived(kind: Kind, value: unknown): unknown {
  const time = value as Record<string, string>;
  switch (kind) {
    case 'day':
    case 'moment':
      return { ...time, at: new Date(time.at!) };
    case 'period':
      return { ...time, startsAt: new Date(time.startsAt!), endsAt: new Date(time.endsAt!) };
    default:
      return value;
  }
}

/** Signed links and account tokens are the longest part of their address, without a dot or a hyphenated id's shape. */
const TOKEN = /(?<=[/=])[A-Za-z0-9_.~-]{40,}(?=$|[/?&#])/g;

function tokenless(link: string): string {
  return link.replace(TOKEN, 'hidden');
}
