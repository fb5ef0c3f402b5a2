// Scripts for a site without a server: classic ones, for browsers load no module from a file.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { digestOf } from '../site-files.ts';

/** What stands in for a server; src/client/portable.ts says how. */
const RUNTIME = fileURLToPath(new URL('../../client/portable.ts', import.meta.url));
/** Where the scripts of the portable edition are; the runtime counts on being one folder below the root. */
const FOLDER = 'portable';

/** A script to be made: its name in the edition, and the modules of the site that it stands for. */
export type Bundle = { readonly name: string; readonly modules: readonly string[] };

/** Names the script that stands for some modules: the same for the same modules. */
export function describeBundle(modules: readonly string[]): Bundle {
  const id = digestOf(modules.join('\n')).slice(0, 8);
  return { name: `${FOLDER}/${id}.js`, modules };
}

/** Makes the script: the runtime first, then the modules of the built site in `folder`. */
export function bundleModules(folder: string, { modules }: Bundle): Promise<string> {
  const paths = [RUNTIME, ...modules.map((name) => resolve(folder, name))];
  return bundle({
    stdin: {
      contents: paths.map((path) => `import ${JSON.stringify(path)};`).join('\n'),
      resolveDir: folder,
    },
    define: { fetch: '__portable.fetch', 'import.meta.url': 'document.baseURI' },
  });
}

/** Makes Pagefind's own script one that the runtime can load, and that reads the index through it. */
export function bundlePagefind(folder: string): Promise<string> {
  return bundle({
    entryPoints: [resolve(folder, 'pagefind', 'pagefind.js')],
    globalName: '__portable.pagefindModule',
    define: { fetch: '__portable.fetch', 'import.meta.url': '__portable.pagefindAddress' },
  });
}

/** Vite has a module that is loaded later load its own imports ahead: here they are all in one script already. */
const withoutPreloads: Plugin = {
  name: 'without-preloads',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      // `t(()=>import("./a.js"),__vite__mapDeps([0,1]))`
      return { contents: code.replaceAll(/__vite__mapDeps\(\[[\d,]*\]\)/g, '[]'), loader: 'js' };
    });
  },
};

async function bundle(options: BuildOptions): Promise<string> {
  const { outputFiles = [] } = await build({
    ...options,
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'inline',
    plugins: [withoutPreloads],
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
