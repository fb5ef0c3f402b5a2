// The built site on a server that can be stopped and started again at the same address, with other files, or failing.
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { bundleSite, knowFiles } from '../../src/integrations/offline.ts';
import { listFiles, openDigests, selectForReaders } from '../../src/integrations/site-files.ts';
import { createUrls } from '../../src/site/urls.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};
const base = createUrls(process.env['BASE_PATH'] ?? '/').home();

/** A copy of dist/ that is served until it is stopped. */
export class StoppableSite {
  /** The paths of all requests so far. */
  readonly requests: string[] = [];
  /** Lines that run before the service worker: what a browser does that refuses. */
  workerPrelude = '';
  /** Requests that are still answered before the connection breaks. */
  answersLeft = Number.POSITIVE_INFINITY;
  readonly #folder = mkdtempSync(join(tmpdir(), 'conspectus-offline-'));
  #server: Server | undefined;
  #port = 0;

  constructor() {
    cpSync('dist', this.#folder, { recursive: true });
  }

  /** The full address of a path that starts with a slash. */
  address(path: string): string {
    return `http://127.0.0.1:${this.#port}${base}${path.slice(1)}`;
  }

  async start(): Promise<void> {
    const server = createServer(({ url = '' }, response) => this.#answer(url, response));
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true });
  }

  /** Changes a file, as the next build would, and with it the list of the service worker. */
  async change(name: string, edit: (text: string) => string): Promise<void> {
    const file = join(this.#folder, name);
    writeFileSync(file, edit(readFileSync(file, 'utf8')));
    const names = selectForReaders(await listFiles(this.#folder));
    const edition = await bundleSite(
      this.#folder,
      knowFiles(await openDigests(this.#folder, `${this.#folder}-digests.lines`), names),
    );
    const worker = join(this.#folder, 'sw.js');
    const code = readFileSync(worker, 'utf8').replace(/^.*\n/, '');
    writeFileSync(worker, `const OFFLINE_EDITION=${JSON.stringify(edition)};\n${code}`);
  }

  #answer(url: string, response: ServerResponse): void {
    this.requests.push(url);
    this.answersLeft -= 1;
    if (this.answersLeft < 0) {
      response.destroy();
      return;
    }
    const path = decodeURIComponent(url.replace(/\?.*$/, ''));
    const name = path.slice(base.length) + (path.endsWith('/') ? 'index.html' : '');
    const file = join(this.#folder, name);
    const isThere = path.startsWith(base) && statSync(file, { throwIfNoEntry: false })?.isFile();
    const body = readFileSync(isThere ? file : join(this.#folder, '404.html'));
    const type = TYPES[isThere ? extname(name) : '.html'] ?? 'application/octet-stream';
    response.writeHead(isThere ? 200 : 404, { 'content-type': type });
    response.end(name === 'sw.js' ? this.workerPrelude + body.toString() : body);
  }
}
