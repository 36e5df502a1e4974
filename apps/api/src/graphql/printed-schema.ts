import { type DynamicModule, type Type } from '@nestjs/common';
import { MODULE_METADATA } from '@nestjs/common/constants.js';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';

const HEADER = `# What the API offers. Written by \`npm run schema\` from the resolvers; a test fails when it is behind them.\n\n`;

/** A schema as apps/api/schema.graphql holds it: sorted, so that a change of code order changes nothing. */
export function printed(schema: GraphQLSchema): string {
  return `${HEADER}${printSchema(lexicographicSortSchema(schema))}\n`;
}

/** The schema of the modules' resolvers, built without starting them: no database, no configuration. */
export async function schemaOf(modules: readonly (Type | DynamicModule)[]): Promise<GraphQLSchema> {
  const builder = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: ['error'] });
  try {
    return await builder.get(GraphQLSchemaFactory).create(modules.flatMap(classesOf));
  } finally {
    await builder.close();
  }
}

/** The classes that a module provides; the factory picks the resolvers among them. */
function classesOf(module: Type | DynamicModule): Type[] {
  const ofClass = typeof module === 'function' ? module : module.module;
  const providers = [
    ...((Reflect.getMetadata(MODULE_METADATA.PROVIDERS, ofClass) as unknown[] | undefined) ?? []),
    ...(typeof module === 'function' ? [] : (module.providers ?? [])),
  ];
  return providers.filter((provider): provider is Type => typeof provider === 'function');
}
