import { migrate } from '#libs/platform/index.js';
import { migrations } from '#migrations/index.js';
import { configFromEnvironment } from './configuration.js';
import { createServer, stopServer } from './server.js';

/** An API process on its own: servers are named by the environment. */
const config = await configFromEnvironment();
await migrate(config.databaseUrl, migrations);
const app = await createServer({ ...config, processes: 'api' });
await app.listen(config.port, config.host);
console.error(`ready ${config.publicUrl}`);

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void stopServer(app).then(() => process.exit(0));
  });
}
