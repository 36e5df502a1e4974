import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Clock, systemClock } from '#libs/kernel/index.js';
import { PlatformModule, type RunningConfig } from '#libs/platform/index.js';
import { capabilities, entities } from './capabilities.js';

@Module({})
class HouseModule {}

/** Every capability without its doors to the network and without a worker: for the first start and the command line. Whoever opens it closes it. */
export function openHouse(config: RunningConfig, clock: Clock = systemClock): Promise<INestApplicationContext> {
  const imports = [PlatformModule.with(config, entities, clock), ...capabilities];
  return NestFactory.createApplicationContext(
    { module: HouseModule, imports },
    { logger: ['error', 'warn'], abortOnError: false },
  );
}
