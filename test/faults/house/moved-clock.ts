import { readFileSync } from 'node:fs';

/**
 * Loaded into a process of the house before its own code (NODE_OPTIONS): from then on its wall clock is off by as many milliseconds as the file says, now and whenever
 * that changes. Timers go by the monotonic clock, which no jump moves.
 */
const file = process.env.FAULTS_CLOCK_FILE;
if (file) {
  const RealDate = Date;
  let off_ms = 0;
  const read = () => {
    try {
      off_ms = Number(readFileSync(file, 'utf8')) || 0;
    } catch {
      off_ms = 0;
    }
  };
  read();
  setInterval(read, 50).unref();
  const now = () => RealDate.now() + off_ms;
  globalThis.Date = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
    get: (target, name, receiver) => (name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown)),
  });
}
