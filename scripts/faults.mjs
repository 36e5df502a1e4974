/** `npm run faults`: prepares what is missing, then runs the long fault runs with the arguments given; they print one JSON object a line. */
import { makeReady } from './ready.mjs';
import { deliverStopSignalsOnce, endWithParent } from './stop-signals.mjs';

deliverStopSignalsOnce();
endWithParent();
await makeReady();
process.setSourceMapsEnabled(true);
await import('../dist/test/faults/main.js');
