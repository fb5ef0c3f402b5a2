// Serves the built site: for `npm start`, and for the tests in a browser.
import { createServer } from 'node:net';
import { preview } from 'astro';
import { SECURITY_HEADERS } from '../src/site/content-security-policy.ts';
import { root } from './steps.ts';

/** Where to serve, and what: `base` and `outDir` are those of astro.config.mjs unless given. */
export type ServeOptions = {
  readonly host: string;
  readonly port: number;
  readonly base?: string;
  readonly outDir?: string;
};

/** A site that is being served. Its addresses end with a slash and include the base path. */
export type ServedSite = {
  readonly addresses: readonly string[];
  readonly close: () => Promise<void>;
};

/** Serves the built site until it is closed. */
export async function serveSite({ host, port, ...site }: ServeOptions): Promise<ServedSite> {
  const server = await preview({
    root,
    ...site,
    // Anyone who can reach the address may read a public site, by whatever name.
    server: { host, port, allowedHosts: true, headers: { ...SECURITY_HEADERS } },
    logLevel: 'error',
  });
  const { local = [], network = [] } = server.urls ?? {};
  return { addresses: [...local, ...network], close: () => server.stop() };
}

/** The first free port from `first` on, on a host. Fails as `listen` does, if not for a taken port. */
export async function findFreePort(host: string, first: number): Promise<number> {
  for (let port = first; port <= 65535; port++) {
    if (await isFree(host, port)) return port;
  }
  throw new Error(`No port from ${first} on is free on ${host}.`);
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
