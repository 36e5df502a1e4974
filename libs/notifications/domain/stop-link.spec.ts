import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readStopToken, stopToken } from './stop-link.js';

describe('the token that ends mails of a kind', () => {
  it('names its house and mail to who knows the secret, and changed in any letter nothing', () => {
    const id = fc.uuid({ version: 7 });
    fc.assert(
      fc.property(id, id, fc.nat(), (organizationId, mailId, place) => {
        const token = stopToken('a secret', { organizationId, mailId });
        expect(token).toMatch(/^[\w-]{56}$/);
        expect(readStopToken('a secret', token)).toEqual({ organizationId, mailId });
        expect(readStopToken('another', token)).toBeNull();
        const at = place % token.length;
        const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
        expect(readStopToken('a secret', changed)).toBeNull();
      }),
    );
  });

  it('is never anything else that stands in a link', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(readStopToken('a secret', text)).toBeNull()));
  });
});
