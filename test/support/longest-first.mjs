import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Sequencer from '@jest/test-sequencer';

/** Suites that take longest, in that order, from runs of everything on two cores. */
const LONGEST = [
  'test/e2e/screens.spec.ts',
  'test/integration/hostile/ids-and-roles.spec.ts',
  'test/integration/hostile/arguments.spec.ts',
  'test/faults/mail.spec.ts',
  'test/faults/house.spec.ts',
  'test/integration/notifications/delivery.spec.ts',
  'test/integration/cli/commands.spec.ts',
  'test/integration/sample/sample.spec.ts',
  'test/e2e/pages-accessibility.spec.ts',
  'test/integration/http/pages.spec.ts',
  'test/integration/embedded/postgres.spec.ts',
  'test/integration/privacy/restore.spec.ts',
];
const gone = LONGEST.filter((name) => !existsSync(fileURLToPath(new URL(`../../${name}`, import.meta.url))));
if (gone.length > 0) throw new Error(`test/support/longest-first.mjs names what is not there: ${gone.join(', ')}`);

/** What takes longest begins first, also on a machine that has run nothing yet: nobody waits at the end for one suite alone. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const found = LONGEST.findIndex((name) => path.replaceAll('\\', '/').endsWith(`/${name}`));
      return found < 0 ? LONGEST.length : found;
    };
    return [...super.sort(tests)].sort((one, other) => place(one) - place(other));
  }
}
