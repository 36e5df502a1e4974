import { isAbsolute } from 'node:path';
import { type VariableReader, shown } from './variables.js';

/** Where clamd listens: `tcp://host:port` or `unix:/path`; null where no scanner is wanted. */
export function readClamd(read: VariableReader): string | null {
  const text = read.text('CLAMD');
  if (text === undefined) return null;
  const path = /^unix:(.+)$/.exec(text)?.[1];
  const tcp = path === undefined && URL.canParse(text) ? new URL(text) : null;
  if ((path !== undefined && isAbsolute(path)) || (tcp?.protocol === 'tcp:' && tcp.hostname !== '')) return text;
  read.fault('CLAMD', `must be tcp://host:port or unix:/path, but is ${shown(text)}`, 'unix:/run/clamav/clamd.ctl');
  return null;
}
