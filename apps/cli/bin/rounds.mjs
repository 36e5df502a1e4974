#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../../../dist/apps/cli/src/main.js', import.meta.url);
if (existsSync(main)) {
  const { runCommand } = await import(main);
  process.exitCode = await runCommand(process.argv.slice(2));
} else {
  console.error('rounds: not built yet. Run `npm run build` in the checkout (after `npm ci`), then try again.');
  process.exitCode = 2;
}
