import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runMeasured } from './process.ts';

test('the cost of a process is that at its end, not that when one of its threads ends', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'conspectus-process-'));
  const script = join(folder, 'work.mjs');
  writeFileSync(join(folder, 'thread.mjs'), '');
  writeFileSync(
    script,
    `import { once } from 'node:events';
    import { Worker } from 'node:worker_threads';
    await once(new Worker(new URL('thread.mjs', import.meta.url)), 'exit');
    globalThis.filled = Buffer.alloc(300_000_000, 1);`,
  );
  const { peak } = await runMeasured(folder, { script, args: [] });
  rmSync(folder, { recursive: true });
  expect(peak).toBeGreaterThan(300_000_000);
});

test.runIf(process.platform === 'linux')('what it starts is in the cost', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'conspectus-process-'));
  const script = join(folder, 'work.mjs');
  writeFileSync(
    join(folder, 'other.mjs'),
    `globalThis.filled = Buffer.alloc(300_000_000, 1);
    for (const end = Date.now() + 1000; Date.now() < end; );`,
  );
  writeFileSync(
    script,
    `import { once } from 'node:events';
    import { spawn } from 'node:child_process';
    await once(spawn(process.execPath, [new URL('other.mjs', import.meta.url).pathname]), 'exit');`,
  );
  const { seconds, processor, peak } = await runMeasured(folder, { script, args: [] });
  rmSync(folder, { recursive: true });
  expect(peak).toBeGreaterThan(300_000_000);
  expect(processor).toBeGreaterThan(0.3);
  expect(seconds).toBeGreaterThan(1);
});
