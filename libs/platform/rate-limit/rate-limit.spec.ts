import { describe, expect, it } from '@jest/globals';
import { bucketKey, networkOf } from './rate-limit.js';

describe('what a rate limit counts by', () => {
  it('takes an IPv6 address as the /64 that one customer has', () => {
    expect(networkOf('2001:db8:1:2:aaaa::1')).toBe(networkOf('2001:0db8:0001:0002:ffff:1:2:3'));
    expect(networkOf('2001:db8:1:2::')).not.toBe(networkOf('2001:db8:1:3::'));
    expect(networkOf('::1')).toBe('0:0:0:0');
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0');
  });

  it('takes an IPv4 address as it is, also when it came in through IPv6', () => {
    expect(networkOf('203.0.113.9')).toBe('203.0.113.9');
    expect(networkOf('::ffff:203.0.113.9')).toBe('203.0.113.9');
  });

  it('keeps neither mails nor addresses, and never takes two parts for other two', () => {
    const key = bucketKey('sign-in', 'mara@org.example', '203.0.113.9');
    expect(key).toMatch(/^sign-in:[\w-]{43}$/);
    expect(bucketKey('sign-in', 'ab', 'c')).not.toBe(bucketKey('sign-in', 'a', 'bc'));
  });
});
