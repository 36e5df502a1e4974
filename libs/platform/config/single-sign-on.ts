import { type VariableReader, shown } from './variables.js';

/** The identity provider (OpenID Connect) by which members may sign in. */
export interface SingleSignOnConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Domains of mail addresses that it may speak for, in lower case; empty: all. */
  readonly domains: readonly string[];
}

const EXAMPLE = 'https://login.example.org';

/** null where members sign in with passwords alone. */
export function readSingleSignOn(read: VariableReader): SingleSignOnConfig | null {
  const issuer = read.text('OIDC_ISSUER');
  const [clientId, clientSecret] = [read.text('OIDC_CLIENT_ID'), read.text('OIDC_CLIENT_SECRET')];
  if (issuer === undefined) {
    for (const variable of ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_DOMAINS'])
      if (read.text(variable)) read.fault('OIDC_ISSUER', `is missing, but ${variable} is set`, EXAMPLE);
    return null;
  }
  const url = read.url('OIDC_ISSUER', ['https', 'http'], EXAMPLE);
  if (url?.protocol === 'http:' && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname))
    read.fault('OIDC_ISSUER', 'must begin with https:// unless it is on this machine: what it says would be believed', EXAMPLE);
  if (!clientId) read.fault('OIDC_CLIENT_ID', 'is missing; the provider gives it together with the secret', 'rounds');
  if (!clientSecret) read.fault('OIDC_CLIENT_SECRET', 'is missing; the provider gives it together with the id', '"…"');
  const domains =
    read
      .text('OIDC_DOMAINS')
      ?.toLowerCase()
      .split(/[\s,]+/) ?? [];
  const bad = domains.find((domain) => !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain));
  if (bad !== undefined)
    read.fault('OIDC_DOMAINS', `must be domains of mail addresses, but one is ${shown(bad)}`, 'example.org, example.com');
  return { issuer, clientId: clientId ?? '', clientSecret: clientSecret ?? '', domains };
}
