import pino from 'pino';
import { LOG } from '#libs/platform/index.js';
import type { TestApi } from './api.js';

/** The lines that the API's log writes from now on; they are not written anywhere else. Its level is the configuration's. */
export function hearLog(api: TestApi): string[] {
  const lines: string[] = [];
  const log = api.app.get<Record<symbol, { write(line: string): void }>>(LOG);
  // Children look it up in the log that they come from. The stream itself may be the process's own, which others write to.
  log[pino.symbols.streamSym] = { write: (line) => void lines.push(line) };
  return lines;
}
