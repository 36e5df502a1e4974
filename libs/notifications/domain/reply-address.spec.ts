import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newId, parseAddress } from '#libs/kernel/index.js';
import { answeredBy, replyAddress } from './reply-address.js';

const addresses = { inbox: 'a.hiring-mailbox_of.ours@jobs.example.org', secret: 'a secret of the house' };

describe('the address that belongs to a mail', () => {
  it('is a strict address that names its mail, in whatever letters and among whatever else it comes back', () => {
    fc.assert(
      fc.property(fc.uuid({ version: 7 }), fc.boolean(), fc.string(), (id, capitals, noise) => {
        const address = replyAddress(addresses, id);
        expect(parseAddress(address)).toEqual({ ok: true, value: address });
        expect(answeredBy(addresses, `${noise} <${capitals ? address.toUpperCase() : address}>, x@y.example`)).toEqual([id]);
      }),
    );
  });

  it('cannot be made, or changed into another, by who does not know the secret', () => {
    const address = replyAddress(addresses, newId());
    expect(answeredBy({ ...addresses, secret: 'another' }, address)).toEqual([]);
    const [local, domain] = address.split('@');
    for (let at = local!.indexOf('+') + 1; at < local!.length; at += 1) {
      const other = local![at] === 'a' ? 'b' : 'a';
      const changed = `${local!.slice(0, at)}${other}${local!.slice(at + 1)}@${domain}`;
      // The last letters of id and token hold a few bits; a change beyond them says the same.
      expect(answeredBy(addresses, changed).filter((id) => replyAddress(addresses, id) !== address)).toEqual([]);
    }
    expect(answeredBy({ ...addresses, inbox: 'other@jobs.example.org' }, address)).toEqual([]);
    expect(answeredBy(addresses, 'a.hiring-mailbox_of.ours@jobs.example.org, nobody@x.example')).toEqual([]);
  });
});
