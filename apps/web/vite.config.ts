import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { type Plugin, defineConfig } from 'vite';
import * as operations from './src/graphql/generated.ts';

const OUTPUT = fileURLToPath(new URL('../../dist/web', import.meta.url));

/** `npm run build:web`: dist/web, which the API serves under /app. `npm run dev:web`: this folder alone, with an API at localhost:3000. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/app/',
  plugins: [packed()],
  build: {
    outDir: OUTPUT,
    emptyOutDir: true,
    target: 'es2023',
    // Every script and style is a file of its own under the page's policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
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
