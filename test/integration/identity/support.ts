import { type Id, type Role, newId } from '#libs/kernel/index.js';
import { Reactions, type StoredEvent } from '#libs/platform/index.js';
import { hashPassword } from '#libs/identity/passwords/password-hash.js';
import type { TestApi } from '../../support/api.js';

export const PASSWORD = 'lamp river sixteen anvil';
export const OTHER_PASSWORD = 'copper meadow eleven kites';

let hash: string | undefined;

/** A member who signs in with PASSWORD. The hash is made once: it takes time on purpose. */
export async function newMember(
  api: TestApi,
  organizationId: Id,
  role: Role = 'RECRUITER',
  fields: { email?: string; name?: string } = {},
) {
  if (hash === undefined) {
    const made = await hashPassword(PASSWORD);
    if (!made.ok) throw new Error(made.refusal.message);
    hash = made.value;
  }
  const email = fields.email ?? `member-${newId().slice(-12)}@org.example`;
  const person = await api.newPerson(organizationId, role, { email, ...(fields.name ? { name: fields.name } : {}) });
  await api.owner.query('UPDATE people SET password_hash = $3 WHERE organization_id = $1 AND id = $2', [
    organizationId,
    person.id,
    hash,
  ]);
  return person;
}

export const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) {
  __typename ... on SignInPayload { token expiresAt person { id name role status } } ... on UserError { code message } } }`;

export const RESULT = '__typename ... on UserError { code message }';

/** Keeps the links of invitations and resets that mails would carry. */
export function collectLinks(api: TestApi): { name: string; personId: Id; token: string; link: string }[] {
  const links: { name: string; personId: Id; token: string; link: string }[] = [];
  for (const name of ['PersonInvited', 'PasswordResetRequested']) {
    api.app.get(Reactions).on(name, 8, async (_tx, event: StoredEvent) => {
      const { link } = event.transient as { link: string };
      links.push({ name, personId: (event.payload as { personId: Id }).personId, link, token: link.split('/').at(-1)! });
    });
  }
  return links;
}

/** POSTs GraphQL as a browser does and keeps the answer whole. */
export async function browser(api: TestApi, query: string, variables: object, headers: Record<string, string> = {}) {
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  // A test reads what it asked for.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  return { cookie: response.headers.get('set-cookie'), body: (await response.json()) as any, status: response.status };
}
