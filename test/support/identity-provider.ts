import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** An OpenID provider on this machine, with one client, whose people sign in by being named. */
export interface TestProvider {
  readonly issuer: string;
  /** Goes to an address as a browser in which this person is signed in at the provider; answers where it sends them back to. */
  visit(address: string, person: string): Promise<URL>;
  close(): Promise<void>;
}

export interface KnownPerson {
  readonly email: string;
  readonly verified: boolean;
}

export const CLIENT = { id: 'rounds', secret: 'a secret of the client and of nobody else' } as const;

/** Starts one that sends browsers back to `callback`. `people` are by subject. */
export async function startIdentityProvider(
  callback: string,
  people: Readonly<Record<string, KnownPerson>>,
): Promise<TestProvider> {
  let signedIn = '';
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [callback] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, email: people[id]!.email, email_verified: people[id]!.verified }),
    }),
    cookies: { keys: ['one key'] },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url!.startsWith('/interaction/')) return void answer(request, response);
    void (async () => {
      const { params } = await provider.interactionDetails(request, response);
      const grant = new provider.Grant({ accountId: signedIn, clientId: String(params.client_id) });
      grant.addOIDCScope('openid email');
      const result = { login: { accountId: signedIn }, consent: { grantId: await grant.save() } };
      await provider.interactionFinished(request, response, result);
    })();
  });
  return {
    issuer,
    async visit(address, person) {
      signedIn = person;
      const jar = new Map<string, string>();
      let at = new URL(address);
      for (let hops = 0; hops < 8 && at.origin === issuer; hops += 1) {
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
        const { headers, status } = await fetch(at, { redirect: 'manual', headers: { cookie } });
        for (const set of headers.getSetCookie()) jar.set(...(/^([^=]+)=([^;]*)/.exec(set)!.slice(1) as [string, string]));
        if (!headers.get('location')) throw new Error(`the provider answered ${status} and sends nobody anywhere`);
        at = new URL(headers.get('location')!, at);
      }
      return at;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
