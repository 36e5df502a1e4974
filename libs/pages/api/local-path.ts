/**
 * Where to go on after signing in: a path of this installation, or the team's screens for everything else. An address that names another host in any of the
 * ways browsers understand (`//host`, `/\host`, `/.//host`) is none of ours.
 */
export function localPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > 2000 || !/^\/(?!\/)[\x21-\x7e]*$/.test(wanted) || wanted.includes('\\'))
    return HOME;
  const url = new URL(wanted, BASE);
  const path = `${url.pathname}${url.search}`;
  return url.origin === BASE && !path.startsWith('//') ? path : HOME;
}

const HOME = '/app';
const BASE = 'http://local.invalid';
