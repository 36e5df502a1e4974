import { isIP } from 'node:net';
import { type VariableReader, shown } from './variables.js';

/** Names of ranges that proxy-addr, which Fastify asks, knows: this machine, and networks that are not the internet. */
const RANGES = ['loopback', 'linklocal', 'uniquelocal'];
/** A proxy on this machine or in the same private network. */
const NEAR = 'loopback, uniquelocal';

/**
 * From whom X-Forwarded-For is believed. Whoever else sends one is judged by the address they come from: otherwise everybody would choose the address by
 * which tries are counted.
 */
export function readTrustedProxies(read: VariableReader): string {
  const text = read.text('TRUSTED_PROXIES');
  if (text === undefined) return NEAR;
  const names = text.split(/[\s,]+/);
  const bad = names.find((name) => !RANGES.includes(name) && !isNetwork(name));
  if (bad !== undefined)
    read.fault(
      'TRUSTED_PROXIES',
      `must be addresses, networks such as 10.0.0.0/8, or ${RANGES.join(', ')}, but one is ${shown(bad)}`,
      `"${NEAR}, 203.0.113.7"`,
    );
  return names.join(', ');
}

function isNetwork(name: string): boolean {
  const [address = '', bits, ...more] = name.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128));
}
