/** Lets a development script import the TypeScript sources as they are: `node --import ./scripts/typescript-hooks.mjs …`. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { isMainThread } from 'node:worker_threads';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transform } from '@swc/core';

const root = new URL('../', import.meta.url);
const jsc = {
  target: 'es2022',
  parser: { syntax: 'typescript', decorators: true },
  transform: { legacyDecorator: true, decoratorMetadata: true },
};

if (isMainThread) register(import.meta.url);

export function resolve(specifier, context, next) {
  const inHouse = /^#(libs|apps|migrations)\/(.*)\.js$/.exec(specifier);
  const relative = /^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.endsWith('.ts');
  const url = inHouse
    ? new URL(`${inHouse[1]}/${inHouse[2]}.ts`, root)
    : relative
      ? new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL)
      : null;
  return url !== null && existsSync(fileURLToPath(url))
    ? { url: url.href, format: 'module', shortCircuit: true }
    : next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.startsWith(pathToFileURL(fileURLToPath(root)).href) || !url.endsWith('.ts')) return next(url, context);
  const file = fileURLToPath(url);
  const { code } = await transform(await readFile(file, 'utf8'), {
    filename: file,
    jsc,
    module: { type: 'es6' },
    sourceMaps: 'inline',
  });
  return { format: 'module', source: code, shortCircuit: true };
}
