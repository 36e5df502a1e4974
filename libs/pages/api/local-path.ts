/**
 * Where to go on after signing in: a path of this installation, or the desk for everything else. An address that names another host in any of the
 * ways browsers understand (`//host`, `/\host`, `/.//host`) is none of ours.
 */
export function localPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > 2000 || !/^\/(?!\/)[\x21-\x7e]*$/.test(wanted) || wanted.includes('\\'))
    return DESK;
  const url = new URL(wanted, BASE);
  const path = `${url.pathname}${url.search}`;
  return url.origin === BASE && !path.startsWith('//') ? path : DESK;
}

const DESK = '/desk';
const BASE = 'http://local.invalid';
