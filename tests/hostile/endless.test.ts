// No text takes for ever: see endless.ts, which runs in a process of its own, for a pattern that explodes cannot be
// stopped from within.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** Generous, for busy machines: only what explodes takes so long. */
const ENOUGH = 120_000;

test('every reader of untrusted text ends, whatever is repeated in it', {
  timeout: ENOUGH + 10_000,
}, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'endless.ts')], {
    timeout: ENOUGH,
  });
  const slowest = JSON.parse(stdout);
  expect(slowest.milliseconds, slowest.name).toBeLessThan(20_000);
});
