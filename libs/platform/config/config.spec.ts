import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseConfig, type Environment } from './config.js';
import { nearestName } from './variables.js';

const CWD = '/srv/rounds';
const DEPLOYED: Environment = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://rounds:hunter2@db/rounds',
  ROUNDS_SECRET: 'x'.repeat(32),
  PUBLIC_URL: 'https://jobs.example.org/',
  SMTP_URL: 'smtps://mail.example.org',
};

function accepted(env: Environment) {
  const result = parseConfig(env, CWD);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}

function refused(env: Environment) {
  const result = parseConfig(env, CWD);
  if (result.ok) throw new Error('expected a refusal');
  return result.refusal;
}

describe('parseConfig', () => {
  it('needs nothing: an empty environment is one machine with everything embedded', () => {
    const { config, warnings } = accepted({});
    expect(warnings).toEqual([]);
    expect(config).toEqual({
      environment: 'development',
      processes: 'all',
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      home: '/srv/rounds/.rounds',
      sample: true,
      databaseUrl: null,
      databasePool: 10,
      redisUrl: null,
      smtpUrl: null,
      mailFrom: { name: 'Rounds', address: 'no-reply@rounds.localhost' },
      mailHold: false,
      mailWays: { imapUrl: null, inbox: null, dkim: null, limits: [] },
      clamd: null,
      singleSignOn: null,
      graphqlTrusted: 'off',
      graphqlDocuments: null,
      trustedProxies: 'loopback, uniquelocal',
      secret: null,
      logLevel: 'info',
      workerConcurrency: 8,
    });
  });

  it('takes empty values for missing ones, as compose files pass them', () => {
    expect(accepted({ PORT: '', DATABASE_URL: ' ', ROUNDS_SECRET: '', ROUNDS_SAMPLE: '' })).toEqual(accepted({}));
  });

  it('reports all faults together, each with the variable, what is wrong and an example', () => {
    const env = {
      PORT: '70000',
      ROUNDS_SAMPLE: 'maybe',
      DATABASE_URL: 'mysql://db/rounds',
      LOG_LEVEL: 'loud',
      ROUNDS_SECRET: 'short',
    };
    const { faults, message } = refused(env);
    expect(faults.map(({ variable }) => variable).sort()).toEqual(Object.keys(env).sort());
    for (const fault of faults) {
      expect(fault.example.startsWith(`${fault.variable}=`)).toBe(true);
      expect(message).toContain(fault.problem);
      expect(message).toContain(fault.example);
    }
  });

  it('never repeats a secret or a password in a message', () => {
    const { message } = refused({ ROUNDS_SECRET: 'hunter2', DATABASE_URL: 'mysql://u:hunter2@db/x', SMTP_URL: 'hunter2' });
    expect(message).not.toContain('hunter2');
  });

  it('asks a deployment for its secret, its public address and its mail server, and leaves the sample out', () => {
    const { config } = accepted(DEPLOYED);
    expect(config).toMatchObject({ sample: false, publicUrl: 'https://jobs.example.org', smtpUrl: 'smtps://mail.example.org' });
    const { faults } = refused({ NODE_ENV: 'production', DATABASE_URL: DEPLOYED['DATABASE_URL'] });
    expect(faults.map(({ variable }) => variable)).toEqual(['ROUNDS_SECRET', 'PUBLIC_URL', 'SMTP_URL']);
    expect(accepted({ NODE_ENV: 'production' }).config.sample).toBe(true);
  });

  it('begins with the sample unless that would send its mails to a real mail server', () => {
    const sample = (env: Environment) => accepted(env).config.sample;
    expect(sample({})).toBe(true);
    expect(sample({ SMTP_URL: 'smtp://127.0.0.1:2525' })).toBe(true);
    expect(sample({ SMTP_URL: 'smtp://[::1]:2525' })).toBe(true);
    expect(sample({ SMTP_URL: 'smtp://localhost.example.org' })).toBe(false);
    expect(sample({ SMTP_URL: 'smtps://user:password@mail.example.org' })).toBe(false);
    expect(sample({ SMTP_URL: 'smtps://mail.example.org', ROUNDS_SAMPLE: '1' })).toBe(true);
  });

  it('refuses a lone api or worker on the embedded database, which serves one process', () => {
    expect(refused({ ROUNDS_PROCESSES: 'worker' }).faults[0]?.variable).toBe('ROUNDS_PROCESSES');
    expect(accepted({ ...DEPLOYED, ROUNDS_PROCESSES: 'worker' }).config.processes).toBe('worker');
  });

  it.each([
    ['jobs@example.org', { name: 'Rounds', address: 'jobs@example.org' }],
    ['Nile Jobs <jobs@example.org>', { name: 'Nile Jobs', address: 'jobs@example.org' }],
  ])('reads MAIL_FROM %s', (MAIL_FROM, expected) => {
    expect(accepted({ MAIL_FROM }).config.mailFrom).toEqual(expected);
  });

  it('reads how mails go out and come in, and says what is wrong with it', () => {
    const env = {
      ...{
        IMAP_URL: 'imaps://hiring:pass@mail.example.org/INBOX',
        MAIL_INBOX: 'hiring@Example.org',
        MAIL_FROM: 'jobs@example.org',
      },
      ...{ DKIM_SELECTOR: 'rounds', DKIM_KEY_FILE: '/etc/dkim.pem', MAIL_LIMITS: '*=20/s, Gmail.com=300/min:5' },
    };
    expect(accepted(env).config.mailWays).toEqual({
      imapUrl: env.IMAP_URL,
      inbox: 'hiring@example.org',
      dkim: { domain: 'example.org', selector: 'rounds', keyFile: '/etc/dkim.pem' },
      limits: [
        { domain: '*', mails: 20, every_ms: 1_000, atOnce: null },
        { domain: 'gmail.com', mails: 300, every_ms: 60_000, atOnce: 5 },
      ],
    });
    const wrong = { IMAP_URL: 'imaps://mail.example.org', MAIL_INBOX: 'a+b@x.org', DKIM_SELECTOR: 'a b', MAIL_LIMITS: '*=0/s' };
    expect(refused(wrong).faults.map(({ variable }) => variable)).toEqual([
      ...['IMAP_URL', 'MAIL_INBOX', 'DKIM_SELECTOR', 'DKIM_KEY_FILE', 'MAIL_LIMITS'],
    ]);
  });

  it.each([
    'a@x.org, b@y.org',
    'a@x.org\r\nBcc: b@y.org',
    'nobody',
    'A <a@x.org> <b@y.org>',
    '"A, B" <a@x.org>',
    'a@x.org (comment)',
  ])('refuses %j as MAIL_FROM: mail libraries would read more than one address', (MAIL_FROM) => {
    expect(refused({ MAIL_FROM }).faults[0]?.variable).toBe('MAIL_FROM');
  });

  it('warns of an unknown ROUNDS_ name and of the one that was probably meant', () => {
    const { warnings } = accepted({ ROUNDS_HOEM: '/x', ROUNDS_COLOUR: 'red', ROUNDS_TEST_ALL: '1' });
    expect(warnings).toEqual([
      'ROUNDS_COLOUR is not a setting of Rounds and is ignored.',
      'ROUNDS_HOEM is not a setting of Rounds and is ignored. Did you mean ROUNDS_HOME?',
    ]);
  });

  it('answers every environment with a config or with faults, and throws for none', () => {
    const names = [
      'PORT',
      'HOST',
      'ROUNDS_HOME',
      'ROUNDS_SAMPLE',
      'DATABASE_URL',
      'REDIS_URL',
      'SMTP_URL',
      'PUBLIC_URL',
      'ROUNDS_SECRET',
    ];
    const others = ['MAIL_FROM', 'LOG_LEVEL', 'NODE_ENV', 'ROUNDS_PROCESSES', 'DATABASE_POOL', 'WORKER_CONCURRENCY'];
    const value = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.integer().map(String),
      fc.constantFrom('1', 'api', 'production', 'http://['),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names, ...others), value), (env) => {
        const result = parseConfig(env, CWD);
        expect(result.ok || result.refusal.faults.length > 0).toBe(true);
      }),
    );
  });

  it('asks a scanner by a port or a socket, or none', () => {
    for (const good of ['tcp://127.0.0.1:3310', 'tcp://clamd', 'unix:/run/clamav/clamd.ctl'])
      expect(accepted({ CLAMD: good }).config.clamd).toBe(good);
    for (const wrong of ['yes', 'http://clamd:3310', 'unix:clamd.ctl', 'tcp://'])
      expect(refused({ CLAMD: wrong }).faults[0]!.variable).toBe('CLAMD');
  });

  it('takes an identity provider whole or not at all, and over the network only by https', () => {
    const whole = { OIDC_ISSUER: 'https://login.example.org', OIDC_CLIENT_ID: 'rounds', OIDC_CLIENT_SECRET: 's' };
    expect(accepted({ ...whole, OIDC_DOMAINS: 'Example.org, example.com' }).config.singleSignOn).toEqual({
      ...{ issuer: whole.OIDC_ISSUER, clientId: 'rounds', clientSecret: 's', domains: ['example.org', 'example.com'] },
    });
    expect(accepted({ ...whole, OIDC_ISSUER: 'http://127.0.0.1:9000' }).config.singleSignOn?.domains).toEqual([]);
    for (const [wrong, variable] of [
      [{ ...whole, OIDC_ISSUER: 'http://login.example.org' }, 'OIDC_ISSUER'],
      [{ OIDC_CLIENT_ID: 'rounds' }, 'OIDC_ISSUER'],
      [{ ...whole, OIDC_CLIENT_SECRET: '' }, 'OIDC_CLIENT_SECRET'],
      [{ ...whole, OIDC_DOMAINS: '@example.org' }, 'OIDC_DOMAINS'],
    ] as const)
      expect(refused(wrong).faults[0]!.variable).toBe(variable);
  });

  it('believes of an address only those proxies that are near or named', () => {
    expect(accepted({ TRUSTED_PROXIES: '10.0.0.0/8 2001:db8::/32, 203.0.113.7' }).config.trustedProxies).toBe(
      '10.0.0.0/8, 2001:db8::/32, 203.0.113.7',
    );
    for (const wrong of ['true', '*', '10.0.0.0/0', '10.0.0.0/33', 'proxy.example.org', '10.0.0.1/8/8'])
      expect(refused({ TRUSTED_PROXIES: wrong }).faults[0]!.variable).toBe('TRUSTED_PROXIES');
  });
});

describe('nearestName', () => {
  it('finds a slip of the fingers and leaves strangers alone', () => {
    expect(nearestName('ROUNDS_SECERT', ['ROUNDS_HOME', 'ROUNDS_SECRET'])).toBe('ROUNDS_SECRET');
    expect(nearestName('ROUNDS_TELEPHONE', ['ROUNDS_HOME', 'ROUNDS_SECRET'])).toBeUndefined();
  });
});
