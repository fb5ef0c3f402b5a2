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
