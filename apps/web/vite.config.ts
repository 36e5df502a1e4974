import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { type Plugin, defineConfig } from 'vite';
import * as operations from './src/graphql/generated.ts';

const EARLY = fileURLToPath(new URL('src/early.ts', import.meta.url));
const OUTPUT = fileURLToPath(new URL('../../dist/web', import.meta.url));

/** `npm run build:web`: dist/web, which the API serves under /app. `npm run dev:web`: this folder alone, with an API at localhost:3000. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/app/',
  plugins: [earlyFirst(), packed()],
  build: {
    outDir: OUTPUT,
    emptyOutDir: true,
    target: 'es2023',
    // Every script and style is a file of its own under the page's policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: fileURLToPath(new URL('index.html', import.meta.url)), early: EARLY },
      // Words and questions do nothing by themselves: each goes with the screens that use it.
      treeshake: { moduleSideEffects: [{ test: /src\/(?:words|graphql)\//, sideEffects: false }] },
      // With all that they import: a few files instead of many small ones, since browsers ask an HTTP/1.1 server six at a time.
      output: {
        codeSplitting: {
          groups: [
            { name: 'asking', test: /src[\\/]early\.ts$/, priority: 3 },
            { name: 'frame', test: /src[\\/]main\.tsx$/, priority: 2 },
            {
              name: 'fields',
              test: /components[\\/](?:Anchor|Badge|Checkbox|NativeSelect|SegmentedControl|TextInput)[\\/]/,
              priority: 1,
            },
          ],
        },
      },
      // "use client" of the component library means nothing here.
      onwarn: (warning, tell) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : tell(warning)),
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/files', '/sign-in', '/sign-out', '/desk', '/assets', '/careers'].map((path) => [
        path,
        { target: 'http://localhost:3000', ws: path === '/graphql' },
      ]),
    ),
  },
});

/** The SHA-256 of every operation that the screens send: the server can be told to answer no others to them. */
function documentHashes(): string[] {
  const documents = Object.entries(operations).filter(([name]) => name.endsWith('Document'));
  return documents.map(([, text]) => createHash('sha256').update(String(text)).digest('hex')).sort();
}

/** Puts the script that asks early before the app's own, with what it imports. */
function earlyFirst(): Plugin {
  return {
    name: 'early-first',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        if (!bundle) return [{ tag: 'script', attrs: { type: 'module', src: '/app/src/early.ts' }, injectTo: 'head-prepend' }];
        const early = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry && file.name === 'early');
        if (early?.type !== 'chunk') throw new Error('There is no script that asks early.');
        return [
          {
            tag: 'script',
            attrs: { type: 'module', async: true, crossorigin: true, src: `/app/${early.fileName}` },
            injectTo: 'head-prepend' as const,
          },
        ];
      },
    },
  };
}

/** Packs every asset once, and writes build.json last: whoever sees it sees a whole build. */
function packed(): Plugin {
  return {
    name: 'packed',
    apply: 'build',
    closeBundle() {
      const folder = join(OUTPUT, 'assets');
      const assets = readdirSync(folder).sort();
      for (const name of assets) writeFileSync(join(folder, `${name}.br`), brotliCompressSync(readFileSync(join(folder, name))));
      writeFileSync(join(OUTPUT, 'build.json'), JSON.stringify({ assets, documents: documentHashes() }));
    },
  };
}
