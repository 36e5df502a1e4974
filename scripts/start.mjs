/** `npm start`: prepares what is missing, then runs everything in this process (dist/apps/api/src/start.js). */
import { createServer, connect } from 'node:net';
import { checkNode, makeReady } from './ready.mjs';
import { deliverStopSignalsOnce, endWithParent } from './stop-signals.mjs';

try {
  checkNode();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
deliverStopSignalsOnce();
endWithParent();
await refuseTakenPort();
await makeReady();
// In this very process: whoever ends it, or its group, leaves no child behind.
process.setSourceMapsEnabled(true);
await import('../dist/apps/api/src/start.js');

/** Before a minute of installing: a port that is taken is said at once, with what to do. Other faults are for the configuration. */
async function refuseTakenPort() {
  const port = Number(process.env.PORT || 3000);
  const host = process.env.HOST || '127.0.0.1';
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return;
  const problem = await problemOf(port, host);
  if (problem === null) return;
  let free = port < 1024 ? 3000 : port + 1;
  while (free < 65_535 && (await problemOf(free, host)) !== null) free += 1;
  console.error(`${problem} Nothing was started. Choose another: PORT=${free} npm start`);
  process.exit(1);
}

async function problemOf(port, host) {
  const code = await new Promise((resolve) => {
    const probe = createServer().once('error', (error) => resolve(error.code));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(null)));
  });
  if (code === 'EACCES') return `Port ${port} needs rights that this user does not have.`;
  // macOS lets two programs have one port, one for all addresses and one for this one; somebody who answers tells.
  if (code === 'EADDRINUSE' || (code === null && (await answers(port))))
    return `Port ${port} is used by another program (or another Rounds).`;
  return null;
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 500 });
    const done = (found) => {
      socket.destroy();
      resolve(found);
    };
    socket
      .once('connect', () => done(true))
      .once('error', () => done(false))
      .once('timeout', () => done(false));
  });
}
