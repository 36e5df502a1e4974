import { type Config, type RunningConfig, keepSecret, parseConfig } from '#libs/platform/config/index.js';

/** The checked configuration, or all faults on standard error and exit 2. */
export function readConfig(): Config {
  const parsed = parseConfig(process.env, process.cwd());
  if (!parsed.ok) {
    console.error(parsed.refusal.message);
    process.exit(2);
  }
  for (const warning of parsed.value.warnings) console.error(`warning: ${warning}`);
  return parsed.value.config;
}

/** For processes that start no servers of their own: what would be embedded must be named. */
export async function configFromEnvironment(): Promise<RunningConfig> {
  const config = readConfig();
  const missing = (['databaseUrl', 'smtpUrl'] as const).filter((key) => !config[key]);
  if (missing.length > 0) {
    const names = missing.map((key) => (key === 'databaseUrl' ? 'DATABASE_URL' : 'SMTP_URL'));
    console.error(`A single api or worker process needs ${names.join(' and ')}. \`npm start\` brings its own.`);
    process.exit(2);
  }
  return {
    ...config,
    databaseUrl: config.databaseUrl!,
    smtpUrl: config.smtpUrl!,
    secret: config.secret ?? (await keepSecret(config.home)),
  };
}
