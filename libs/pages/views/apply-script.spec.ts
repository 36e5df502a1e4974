import { describe, expect, it } from '@jest/globals';
import { createHash, webcrypto } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { APPLY_SCRIPT } from './apply-script.js';

interface Sending {
  preventDefault(): void;
  stopImmediatePropagation(): void;
}

/** Runs the script in a page with the form, which came back with a fault or not. */
function open(work: string, bits: number, fault: boolean) {
  const listeners: Record<string, (event?: Sending) => void> = {};
  let sent = 0;
  const dataset: Record<string, string> = { work, bits: String(bits) };
  const field = { value: '', dataset, form: { requestSubmit: () => (sent += 1) } };
  const later: (() => void)[] = [];
  // No time for work passes until it goes on.
  let [now_ms, step_ms] = [0, 30];
  runInNewContext(APPLY_SCRIPT, {
    document: { querySelector: (which: string) => (which === 'input[data-work]' ? field : fault ? {} : null) },
    addEventListener: (name: string, listener: () => void) => (listeners[name] = listener),
    performance: { now: () => (now_ms += step_ms) },
    crypto: webcrypto,
    setTimeout: (next: () => void) => later.push(next),
  });
  const goOn = () => {
    step_ms = 0;
    for (let next = later.shift(); next; next = later.shift()) next();
  };
  const submit = () => {
    let stopped = 0;
    listeners.submit!({ preventDefault: () => (stopped += 1), stopImmediatePropagation: () => (stopped += 1) });
    return stopped === 2;
  };
  return { field, listeners, goOn, submit, sent: () => sent };
}

describe('the script of the form for applications', () => {
  it.each(['a', 'acme', 'a-slug-that-is-as-long-as-slugs-may-be-in-addresses-of-careers-ab'])(
    'works for %s while somebody types, and not before',
    (slug) => {
      const page = open(`${slug}:1900000000000`, 10, false);
      page.goOn();
      expect([page.field.value, page.submit()]).toEqual(['', false]);
      page.listeners.input!();
      page.goOn();
      expect(page.field.value).toMatch(new RegExp(`^${slug}:1900000000000:[0-9a-z]+:\\d+$`));
      expect(createHash('sha256').update(page.field.value).digest().readUInt32BE(0) >>> 22).toBe(0);
    },
  );

  it('begins at once where the form came back, and sends it when it is done', () => {
    const page = open('acme:1900000000000', 8, true);
    expect([page.field.value, page.submit(), page.sent()]).toEqual(['', true, 0]);
    page.goOn();
    expect([page.field.value !== '', page.sent(), page.submit()]).toEqual([true, 1, false]);
  });
});
