import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** dist/web of the checkout, where the screens are built to, from the sources and from what was compiled of them alike; null where no checkout or image is around. */
export function webFolder(): string | null {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    if (existsSync(join(at, 'package.json'))) return join(at, 'dist/web');
    if (at === dirname(at)) return null;
  }
}
