// What SECURITY.md tells people to set, and what the server of `npm start` sets, are the headers of the software.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serveSite } from '../scripts/serve.ts';
import { SECURITY_HEADERS } from '../src/site/content-security-policy.ts';

test('SECURITY.md names them', async () => {
  const told = await readFile(join(import.meta.dirname, '..', 'SECURITY.md'), 'utf8');
  const lines = Object.entries(SECURITY_HEADERS).map(([name, value]) => `${name}: ${value}\n`);
  expect(told).toContain(`\`\`\`\n${lines.join('')}\`\`\``);
});

test('the server of npm start sends them', async () => {
  const outDir = mkdtempSync(join(tmpdir(), 'conspectus-headers-'));
  writeFileSync(join(outDir, 'index.html'), '<!doctype html><title>Bees</title>');
  const site = await serveSite({ host: '127.0.0.1', port: 0, outDir, base: '/' });
  try {
    const { headers } = await fetch(site.addresses[0] ?? '');
    const sent = Object.keys(SECURITY_HEADERS).map((name) => [name, headers.get(name)]);
    expect(Object.fromEntries(sent)).toEqual(SECURITY_HEADERS);
  } finally {
    await site.close();
    rmSync(outDir, { recursive: true });
  }
});
