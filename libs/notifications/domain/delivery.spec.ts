import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAX_ATTEMPTS, outcomeOfError, pauseAfter_ms } from './delivery.js';

describe('what an error of a delivery means', () => {
  it.each([
    ['NEVER', { message: 'x', code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response: '550 no such user' }],
    ['NEVER', { message: 'x', code: 'EMESSAGE', command: 'DATA', responseCode: 554, response: '554 spam' }],
    ['LATER', { message: 'x', code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451, response: '451 greylisted' }],
    ['LATER', { message: 'x', code: 'EMESSAGE', command: 'DATA', responseCode: 421, response: '421 closing' }],
    ['LATER', { message: 'x', code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 503, response: '503 bad sequence' }],
    ['LATER', { message: 'Connection closed unexpectedly', code: 'ECONNECTION', command: 'CONN' }],
    ['LATER', { message: 'Timeout', code: 'ETIMEDOUT', command: 'CONN' }],
    ['UNREACHABLE', { message: 'connect ECONNREFUSED 127.0.0.1:25', code: 'ESOCKET', command: 'CONN' }],
    ['UNREACHABLE', { message: 'getaddrinfo ENOTFOUND mail.example', code: 'EDNS', command: 'CONN' }],
    ['UNREACHABLE', { message: 'Connection timeout', code: 'ETIMEDOUT', command: 'CONN' }],
    ['UNREACHABLE', { message: 'Greeting never received', code: 'ETIMEDOUT', command: 'CONN' }],
    [
      'UNREACHABLE',
      { message: 'Invalid greeting', code: 'EPROTOCOL', command: 'CONN', responseCode: 554, response: '554 no service' },
    ],
    ['UNREACHABLE', { message: 'Invalid login', code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535, response: '535 wrong' }],
  ] as const)('%s: %j', (kind, error) => {
    expect(outcomeOfError(error).kind).toBe(kind);
  });

  it('keeps the server’s words as one line without what a ledger cannot hold', () => {
    const error = {
      message: 'x',
      command: 'DATA',
      responseCode: 554,
      response: `554-two\r\n554 lines\u0000 ${'y'.repeat(1000)}`,
    };
    expect(outcomeOfError(error)).toMatchObject({ kind: 'NEVER', error: expect.stringMatching(/^554-two 554 lines y{400,}…$/) });
  });
});

describe('pauses between tries', () => {
  it('grow up to two hours and never come all at the same moment', () => {
    const attempts = fc.integer({ min: 1, max: MAX_ATTEMPTS });
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(attempts, chance, (n, luck) => {
        const pause_ms = pauseAfter_ms(n, luck);
        expect(pause_ms).toBeLessThanOrEqual(2 * 3600_000);
        expect(pause_ms).toBeGreaterThan(1_000);
        expect(pause_ms).toBeLessThanOrEqual(pauseAfter_ms(n, 0));
        expect(pauseAfter_ms(n, 0)).toBeLessThanOrEqual(pauseAfter_ms(n + 1, 0));
      }),
    );
    const all_ms = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, n) => pauseAfter_ms(n + 1, 0)).reduce(
      (sum, each) => sum + each,
      0,
    );
    expect(all_ms / 3600_000).toBeGreaterThan(6);
  });
});
