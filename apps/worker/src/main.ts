import { NestFactory } from '@nestjs/core';
import { Module } from '@nestjs/common';
import { PlatformModule } from '#libs/platform/index.js';
import { capabilities, entities } from '#apps/api/src/capabilities.js';
import { configFromEnvironment } from '#apps/api/src/configuration.js';
import { WorkerModule } from './worker.module.js';

/** A worker process beside any number of API processes; DATABASE_URL, SMTP_URL and ROUNDS_SECRET are required. */
const config = await configFromEnvironment();

@Module({ imports: [PlatformModule.with(config, entities), ...capabilities, WorkerModule.create()] })
class WorkerApp {}

const app = await NestFactory.createApplicationContext(WorkerApp, { logger: ['error', 'warn'], abortOnError: false });

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void app.close().then(() => process.exit(0));
  });
}
console.error('working on what the outbox holds');
