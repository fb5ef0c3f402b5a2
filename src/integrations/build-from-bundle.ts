// A build without Astro's own: where the software is that of the last build, what Vite made of it then makes the pages now
// (kept-bundle.ts). The integrations are called as Astro calls them (astro/dist/core/build/index.js and generate.js).
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroPrerenderer, HookParameters } from 'astro';
import type { LoaderContext } from 'astro/loaders';
import { createNodeLoggerFromFlags } from 'astro/logger/node';

type Hook = keyof AstroIntegration['hooks'];

/** Builds the site below `root` with a bundle, where all of the last site is there. */
export async function buildFromBundle(root: string, bundle: AstroPrerenderer): Promise<void> {
  process.env['NODE_ENV'] ??= 'production';
  const { default: given } = await import(pathToFileURL(join(root, 'astro.config.mjs')).href);
  const config = resolveConfig(root, given);
  const logger = createNodeLoggerFromFlags({});
  /** Calls what the integrations do at one moment of a build. */
  const call = async <Name extends Hook>(name: Name, options: Partial<HookParameters<Name>>) => {
    for (const integration of config.integrations) {
      const own = { ...options, logger: logger.forkIntegrationLogger(integration.name) };
      // Ours ask for no more than they are given here.
      await (integration.hooks[name] as ((options: object) => unknown) | undefined)?.(own);
    }
  };
  await call('astro:config:setup', { command: 'build', config, updateConfig: () => config });
  await call('astro:config:done', { config });
  await CONSPECTUS_LOADER.load(contextOf(config));
  let prerenderer = bundle;
  await call('astro:build:start', {
    setPrerenderer: (wrap) => {
      prerenderer = typeof wrap === 'function' ? wrap(bundle) : wrap;
    },
  });
  await prerenderer.setup?.();
  // Pages are made when it is asked which ones there are (kept-output.ts): none is left.
  await prerenderer.getStaticPaths();
  const dir = config.outDir;
  await call('astro:build:generated', { dir });
  await call('astro:build:done', { dir });
}

/** As much of the configuration as integrations ask for. */
function resolveConfig(root: string, given: AstroConfig): AstroConfig {
  const folder = pathToFileURL(join(root, '/'));
  return { ...given, root: folder, outDir: new URL('dist/', folder), publicDir: new URL('public/', folder) };
}

/** As much as the loader of the survey asks for. */
function contextOf(config: AstroConfig): LoaderContext {
  return { config, store: { set: () => true } } as unknown as LoaderContext;
}
