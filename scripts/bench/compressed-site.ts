// Serves a folder as hosts do: compressed, and to be kept. Measures of time mean nothing without.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { SECURITY_HEADERS } from '../../src/site/content-security-policy.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** Serves a folder on a free port until it is closed. */
export async function serveCompressed(
  folder: string,
  host: string,
): Promise<{ readonly address: string; readonly close: () => void }> {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://here.invalid').pathname));
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const content = await readFile(file).catch(() => undefined);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    if (!content) return response.writeHead(404).end();
    const isText = /text|json|xml/.test(type);
    return response
      .writeHead(200, {
        ...SECURITY_HEADERS,
        'Content-Type': type,
        'Cache-Control': 'max-age=31536000',
        ...(isText && { 'Content-Encoding': 'gzip' }),
      })
      .end(isText ? gzipSync(content) : content);
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { address: `http://${host}:${address.port}/`, close: () => server.close() };
}

/** What a file of a site weighs on its way: servers compress texts; what Pagefind makes is compressed already. */
export function weigh(name: string, content: Buffer): number {
  return /\.(?:js|json|txt)$/.test(name) ? gzipSync(content, { level: 9 }).length : content.length;
}
